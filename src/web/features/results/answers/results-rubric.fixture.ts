import type { Answers } from '#domain/judging/answers.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';

/** A small rubric with one criterion of each kind. */
export const aRubric: Rubric = {
  criteria: [
    {
      key: 'overall',
      label: 'Which is better?',
      help: '',
      target: 'pair',
      required: true,
      scale: {
        kind: 'preference',
        steps: 3,
        tie: true,
        bothBad: true,
        anchors: [{ value: 2, label: 'Clearly better' }],
      },
    },
    {
      key: 'honest',
      label: 'Honest',
      help: '',
      target: 'response',
      required: true,
      scale: { kind: 'rating', min: 1, max: 5, anchors: [{ value: 5, label: 'Fully' }] },
    },
    {
      key: 'topic',
      label: 'Topic',
      help: '',
      target: 'task',
      required: false,
      scale: { kind: 'choice', options: [{ key: 'law', label: 'Law' }] },
    },
  ],
  overallKey: 'overall',
  justification: { ask: 'optional', minCharacters: 0 },
  confidence: 'optional',
};

export function prefers(responseId: string, strength: number): Answers {
  return { pair: { overall: { verdict: 'prefers', responseId, strength } }, response: {}, task: {} };
}
