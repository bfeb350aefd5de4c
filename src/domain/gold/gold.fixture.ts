import { emptyAnswers } from '#domain/judging/answers.ts';
import type { Criterion, Rubric } from '#domain/rubrics/rubric.ts';

const of = (criterion: Pick<Criterion, 'key' | 'target' | 'scale'> & Partial<Criterion>): Criterion => ({
  label: criterion.key,
  help: '',
  required: true,
  ...criterion,
});

/** One criterion of each kind that gold can know. */
export const goldRubric: Rubric = {
  criteria: [
    of({
      key: 'better',
      target: 'pair',
      scale: { kind: 'preference', steps: 3, tie: true, bothBad: true, anchors: [] },
    }),
    of({
      key: 'order',
      target: 'ranking',
      scale: { kind: 'ranking', mode: 'full', ties: true, allBad: true, unrankable: false },
    }),
    of({ key: 'quality', target: 'response', scale: { kind: 'rating', min: 1, max: 5, anchors: [] } }),
    of({
      key: 'topic',
      target: 'task',
      scale: {
        kind: 'choice',
        options: [
          { key: 'law', label: 'Law' },
          { key: 'code', label: 'Code' },
        ],
      },
    }),
    of({
      key: 'faults',
      target: 'task',
      scale: {
        kind: 'choices',
        options: ['a', 'b', 'c'].map((key) => ({ key, label: key })),
        atLeast: 0,
        atMost: 3,
      },
      required: false,
    }),
    of({
      key: 'share',
      target: 'task',
      scale: { kind: 'slider', min: 0, max: 1, step: 0.1, lowLabel: '', highLabel: '' },
    }),
    of({
      key: 'steps',
      target: 'step',
      scale: { kind: 'step_label', neutral: false, stopAtFirstError: true },
    }),
    of({
      key: 'words',
      target: 'task',
      scale: { kind: 'text', minCharacters: 0, maxCharacters: 100 },
      required: false,
    }),
    of({
      key: 'why_law',
      target: 'task',
      scale: { kind: 'rating', min: 1, max: 3, anchors: [] },
      condition: { criterionKey: 'topic', test: { kind: 'one_of', values: ['law'] } },
    }),
  ],
  overallKey: 'better',
  justification: { ask: 'off', minCharacters: 0 },
  confidence: 'off',
};

export const goldResponses = ['r1', 'r2', 'r3'];

/** The same rubric with one criterion changed, or without it. */
export function changeCriterion(key: string, change: Partial<Criterion> | null): Rubric {
  return {
    ...goldRubric,
    criteria: goldRubric.criteria.flatMap((criterion) =>
      criterion.key !== key ? [criterion] : change === null ? [] : [{ ...criterion, ...change }],
    ),
  };
}

export const nothing = emptyAnswers;
