import { expect, it } from 'vitest';
import type { Answers, PreferenceAnswer } from '#domain/judging/answers.ts';
import { type ReviewedPair, simulateReview } from './simulate-review.ts';

const say = (answer: PreferenceAnswer): Answers => ({
  pair: { overall: answer },
  response: {},
  task: {},
  justification: 'The facts hold in one and fail in the other.',
});
const first = (strength: number) => say({ verdict: 'prefers', responseId: 'r1', strength });
const second = say({ verdict: 'prefers', responseId: 'r2', strength: 2 });

function review(change: Partial<ReviewedPair>) {
  return simulateReview({
    ...{ overallKey: 'overall', judged: first(2), own: first(2), gap: 3, returns: false },
    ...change,
  });
}

it('accepts what the reviewer sees likewise, with a word where the strength is far off', () => {
  expect(review({})).toEqual({ verdict: 'accepted', grade: 'correct', words: '', answers: null });
  expect(review({ judged: first(3), own: first(1) })).toMatchObject({ verdict: 'accepted', grade: 'minor' });
  expect(review({ judged: first(1), own: first(3) }).words).toContain('wider');
});

it('accepts the other side where the two are close', () => {
  expect(review({ judged: second, gap: 0.4 })).toMatchObject({ verdict: 'accepted', grade: 'minor' });
});

it('fixes or returns the other side where the difference is clear, always with the reason', () => {
  expect(review({ judged: second })).toEqual({
    ...{ verdict: 'fixed', grade: 'major', answers: first(2) },
    words: 'The facts hold in one and fail in the other.',
  });
  const returned = review({ judged: second, returns: true });
  expect(returned).toMatchObject({ verdict: 'returned', grade: 'major', answers: null });
  expect(returned.words).toContain('The facts hold in one');
});
