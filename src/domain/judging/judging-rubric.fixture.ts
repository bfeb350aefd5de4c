import { overallPreference } from '#domain/rubrics/overall-preference.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import type { Answers } from './answers.ts';

/** One criterion of each kind, everything required. */
export const fullRubric: Rubric = {
  criteria: [
    overallPreference,
    {
      key: 'helpful',
      label: 'Helpful',
      help: '',
      target: 'response',
      scale: { kind: 'rating', min: 0, max: 4, anchors: [] },
      required: true,
    },
    {
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
    },
  ],
  overallKey: 'overall',
  justification: { ask: 'required', minCharacters: 5 },
  confidence: 'required',
};

/** Answers that fit it, for an item with the responses r1 and r2. */
export const fullAnswers: Answers = {
  pair: { overall: { verdict: 'prefers', responseId: 'r1', strength: 2 } },
  response: { helpful: { r1: 4, r2: 0 } },
  task: { topic: 'code' },
  justification: 'Shorter and right.',
  confidence: 3,
};
