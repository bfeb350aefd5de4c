import { describe, expect, it } from 'vitest';
import type { ExportRun } from '#contract/exports.ts';
import { anExport } from '#web/features/exports/exports.fixture.ts';
import { firstRecipe } from '#web/features/exports/recipe/recipe.ts';
import { optionsSentence, runSentence } from './run-words.ts';
import { withRun } from './use-exports.ts';

describe('an export in words', () => {
  it.each<[string, Partial<ExportRun>, string]>([
    ['begins', {}, '900 of 1,300 items read, 850 rows written.'],
    ['runs', { ratePerSecond: 4_000 }, '900 of 1,300 items read, 850 rows written; 4,000 items a second.'],
    [
      'was stopped',
      { state: 'cancelled', ratePerSecond: 4_000 },
      '900 of 1,300 items read, 850 rows written.',
    ],
    ['is done', { state: 'done', rowsWritten: 1 }, '1 row from 1,300 items.'],
  ])('tells how far it is when it %s', (_, more, words) => {
    expect(runSentence(anExport(more))).toBe(words);
  });

  it.each<[string, Partial<ExportRun>, string]>([
    ['little to say', {}, 'split 90 / 5 / 5, small margin'],
    ['single judgments', { format: 'annotations' }, 'split 90 / 5 / 5'],
    [
      'many choices',
      {
        options: {
          ...firstRecipe.options,
          minJudgments: 2,
          minAgreement: 0.6,
          ties: 'both_ways',
          margin: 'none',
        },
      },
      'split 90 / 5 / 5, at least 2 judgments, majority of 60%, ties both ways, no margin',
    ],
  ])('tells its choices with %s', (_, more, words) => {
    expect(optionsSentence(anExport(more))).toBe(words);
  });
});

it('takes up news of an export in its place, and a new one first', () => {
  const runs = withRun(
    withRun([anExport({ id: 'a' })], anExport({ id: 'b' })),
    anExport({ id: 'a', state: 'done' }),
  );
  expect(runs.map(({ id, state }) => [id, state])).toEqual([
    ['b', 'running'],
    ['a', 'done'],
  ]);
});
