import { expect, test } from 'vitest';
import type { SourcePreference, SourceVerdict } from '#domain/imports/source-item.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import type { PreferenceScale } from '#domain/rubrics/scale.ts';
import { answersFromVerdict } from './answers-from-verdict.ts';
import { fullRubric } from './judging-rubric.fixture.ts';

function rubricWith(scale: Partial<PreferenceScale>): Rubric {
  const criteria = fullRubric.criteria.map((criterion) =>
    criterion.scale.kind === 'preference'
      ? { ...criterion, scale: { ...criterion.scale, ...scale } }
      : criterion,
  );
  return { ...fullRubric, criteria };
}

const verdictOf = (changes: Partial<SourceVerdict>): SourceVerdict => ({
  dataset: 'helpsteer3',
  judgedBy: 'human',
  ...changes,
});
const answer = (verdict: SourceVerdict, rubric: Rubric = fullRubric) =>
  answersFromVerdict({ rubric, verdict, responseIds: ['r1', 'r2'] });
const prefers = (strength: number | null): SourcePreference => ({
  verdict: 'prefers',
  responseId: 'r2',
  strength,
});

test.for<[string, { strength: number | null; of?: number; steps: number; expected: number }]>([
  ['the same scale keeps the strength', { strength: 2, of: 3, steps: 3, expected: 2 }],
  ['the strongest stays the strongest', { strength: 3, of: 3, steps: 4, expected: 4 }],
  ['a finer scale stretches', { strength: 2, of: 3, steps: 4, expected: 3 }],
  ['a coarser scale shrinks, never below its weakest step', { strength: 1, of: 3, steps: 1, expected: 1 }],
  ['an unknown strength claims no more than the side', { strength: null, steps: 3, expected: 1 }],
  ['a strength without a scale claims no more than the side', { strength: 3, steps: 3, expected: 1 }],
])('%s', ([, { strength, of, steps, expected }]) => {
  const verdict = verdictOf({ preference: prefers(strength), ...(of ? { strengthScale: of } : {}) });
  expect(answer(verdict, rubricWith({ steps }))?.pair).toEqual({
    overall: { verdict: 'prefers', responseId: 'r2', strength: expected },
  });
});

test.for<[string, { scale: Partial<PreferenceScale>; verdict: 'tie' | 'both_bad'; answered: boolean }]>([
  ['a tie is kept where the rubric has one', { scale: { tie: true }, verdict: 'tie', answered: true }],
  [
    'a tie answers nothing where the rubric has none',
    { scale: { tie: false }, verdict: 'tie', answered: false },
  ],
  [
    'both bad is kept where the rubric has it',
    { scale: { bothBad: true }, verdict: 'both_bad', answered: true },
  ],
  [
    'both bad answers nothing where the rubric lacks it',
    { scale: { bothBad: false }, verdict: 'both_bad', answered: false },
  ],
])('%s', ([, { scale, verdict, answered }]) => {
  const answers = answer(verdictOf({ preference: { verdict } }), rubricWith(scale));
  expect(answers).toEqual(answered ? { pair: { overall: { verdict } }, response: {}, task: {} } : null);
});

test('ratings answer criteria of the same name where the value is on the scale, and imply the preference', () => {
  const ratings = { r1: { helpful: 1, verbosity: 2 }, r2: { helpful: 9, verbosity: 2 } };
  expect(answer(verdictOf({ ratings }))).toEqual({
    pair: { overall: { verdict: 'prefers', responseId: 'r2', strength: 1 } },
    response: { helpful: { r1: 1 } },
    task: {},
  });
});

test('a rubric that compares nothing takes no preference', () => {
  const rubric = { ...fullRubric, overallKey: null };
  expect(answer(verdictOf({ preference: prefers(1) }), rubric)).toBeNull();
});
