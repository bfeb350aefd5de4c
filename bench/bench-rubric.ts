import type { Rubric } from '#domain/rubrics/rubric.ts';

/** One question: which of two responses is better, and by how much. */
export const benchRubric: Rubric = {
  criteria: [
    {
      key: 'overall',
      label: 'Overall',
      help: '',
      target: 'pair',
      scale: { kind: 'preference', steps: 3, tie: true, bothBad: true, anchors: [] },
      required: true,
    },
  ],
  overallKey: 'overall',
  justification: { ask: 'optional', minCharacters: 0 },
  confidence: 'optional',
};
