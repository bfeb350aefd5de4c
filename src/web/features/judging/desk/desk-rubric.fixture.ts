import type { Criterion, Rubric } from '#domain/rubrics/rubric.ts';

function rating(key: string, label: string): Criterion {
  const anchors = [
    { value: 1, label: 'Poor' },
    { value: 5, label: 'Excellent' },
  ];
  return {
    key,
    label,
    help: '',
    target: 'response',
    scale: { kind: 'rating', min: 1, max: 5, anchors },
    required: true,
  };
}

const overall: Criterion = {
  key: 'overall',
  label: 'Which is better?',
  help: 'Weigh **everything**.',
  target: 'pair',
  scale: {
    kind: 'preference',
    steps: 3,
    tie: true,
    bothBad: true,
    anchors: [
      { value: 0, label: 'About the same' },
      { value: 1, label: 'Slightly better' },
      { value: 2, label: 'Better' },
      { value: 3, label: 'Much better' },
    ],
  },
  required: true,
};

const topic: Criterion = {
  key: 'topic',
  label: 'Topic',
  help: '',
  target: 'task',
  scale: {
    kind: 'choice',
    options: [
      { key: 'code', label: 'Code' },
      { key: 'law', label: 'Law' },
    ],
  },
  required: true,
};

/** A pair, a rating of each response, a choice, a justification and a confidence, all required. */
export const deskRubric: Rubric = {
  criteria: [overall, rating('helpful', 'Helpful'), topic],
  overallKey: 'overall',
  justification: { ask: 'required', minCharacters: 5 },
  confidence: 'required',
};

/** Two ratings of each response and nothing else. */
export const ratingRubric: Rubric = {
  criteria: [rating('helpful', 'Helpful'), rating('honest', 'Honest')],
  overallKey: null,
  justification: { ask: 'off', minCharacters: 0 },
  confidence: 'off',
};
