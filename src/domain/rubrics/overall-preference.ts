import type { Criterion } from './rubric.ts';

/** The plain question which of two responses is better, and by how much: what simulations, benches and tests ask. */
export const overallPreference: Criterion = {
  key: 'overall',
  label: 'Overall',
  help: '',
  target: 'pair',
  scale: { kind: 'preference', steps: 3, tie: true, bothBad: true, anchors: [] },
  required: true,
};
