import type { SimulatedAnnotator } from './annotator.ts';

/** Looks at what others judged; judges nothing in the demo. */
export const simulatedReviewer: SimulatedAnnotator = {
  key: 'rafael',
  name: 'Rafael Ortiz',
  email: 'rafael@demo.plumbline.example',
  skill: 0.97,
  lengthBias: 0,
  leniency: -0.1,
  slowness: 1,
  diligence: 1,
  wordiness: 1,
};
