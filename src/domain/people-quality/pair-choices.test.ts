import { describe, expect, test } from 'vitest';
import { emptyAnswers } from '#domain/judging/answers.ts';
import type { Criterion } from '#domain/rubrics/rubric.ts';
import { choiceCriterionOf, listPairChoices } from './pair-choices.ts';
import { overall, preferring, rubricWith } from './seen-work.fixture.ts';

const ranking: Criterion = {
  ...overall,
  key: 'order',
  target: 'ranking',
  scale: { kind: 'ranking', ties: true } as Criterion['scale'],
};
const rating: Criterion = {
  ...overall,
  key: 'helpful',
  target: 'response',
  scale: { kind: 'rating', min: 1, max: 5, anchors: [] } as unknown as Criterion['scale'],
};
const two = { responseIds: ['r1', 'r2'] };

describe('what somebody chose', () => {
  test.each([
    ['the first shown, which is r1', preferring(-2), [0, 1], { first: 0, second: 1, sign: 1 }],
    ['the first shown, which is r2', preferring(2), [1, 0], { first: 1, second: 0, sign: 1 }],
    ['the second shown', preferring(2), [0, 1], { first: 0, second: 1, sign: -1 }],
    ['neither', preferring(0), [1, 0], { first: 1, second: 0, sign: 0 }],
  ])('is told for %s', (_name, answers, shownOrder, choice) => {
    expect(listPairChoices(overall, { ...two, answers, shownOrder })).toEqual([choice]);
  });

  test('is nothing where both are bad, nothing was answered, or there is one response', () => {
    const both = { ...emptyAnswers, pair: { overall: { verdict: 'both_bad' } as const } };
    expect(listPairChoices(overall, { ...two, answers: both, shownOrder: [0, 1] })).toEqual([]);
    expect(listPairChoices(overall, { ...two, answers: emptyAnswers, shownOrder: [0, 1] })).toEqual([]);
    expect(listPairChoices(rating, { responseIds: ['r1'], answers: emptyAnswers, shownOrder: [0] })).toEqual(
      [],
    );
  });

  test('is every two of a ranking, seen in the order in which they were shown', () => {
    const groups = [['r3'], ['r1', 'r2']];
    const answers = { ...emptyAnswers, ranking: { order: { verdict: 'ranked', groups } as const } };
    const shown = { responseIds: ['r1', 'r2', 'r3'], answers, shownOrder: [1, 2, 0] };
    expect(listPairChoices(ranking, shown)).toEqual([
      { first: 1, second: 2, sign: -1 },
      { first: 1, second: 0, sign: 0 },
      { first: 2, second: 0, sign: 1 },
    ]);
  });

  test('is the higher of two ratings', () => {
    const answers = { ...emptyAnswers, response: { helpful: { r1: 2, r2: 5 } } };
    expect(listPairChoices(rating, { ...two, answers, shownOrder: [0, 1] })).toEqual([
      { first: 0, second: 1, sign: -1 },
    ]);
  });
});

test('a preference says it before a ranking, a ranking before ratings, and words say nothing', () => {
  const key = (...criteria: Criterion[]) => choiceCriterionOf(rubricWith(...criteria))?.key;
  expect(key(rating, ranking, overall)).toBe('overall');
  expect(key(rating, ranking)).toBe('order');
  expect(key(rating)).toBe('helpful');
  expect(key({ ...rating, target: 'task' })).toBeUndefined();
});
