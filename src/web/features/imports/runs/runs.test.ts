import { describe, expect, it } from 'vitest';
import type { ImportRun } from '#contract/imports.ts';
import { anImport } from '#web/features/imports/imports.fixture.ts';
import { countsSentence, paceSentence } from './run-words.ts';
import { withRun } from './use-imports.ts';

describe('an import in words', () => {
  it.each<[string, Partial<ImportRun>, string]>([
    ['what was added', {}, '2,307 items added'],
    [
      'what was left out',
      { duplicates: 1, rejected: 5 },
      '2,307 items added, 1 duplicate left out, 5 rows rejected',
    ],
  ])('tells %s', (_, more, words) => {
    expect(countsSentence(anImport(more))).toBe(words);
  });

  it('tells its pace once it has one', () => {
    expect(paceSentence(anImport())).toBe('12,000 rows read');
    expect(paceSentence(anImport({ ratePerSecond: 24_310 }))).toBe('12,000 rows read, 24,310 a second');
  });
});

describe('the list of imports', () => {
  it('takes up news of one that it has, in its place', () => {
    const runs = withRun(
      [anImport({ id: 'b' }), anImport({ id: 'a' })],
      anImport({ id: 'a', state: 'cancelled' }),
    );
    expect(runs.map(({ id, state }) => [id, state])).toEqual([
      ['b', 'done'],
      ['a', 'cancelled'],
    ]);
  });

  it('puts a new one first', () => {
    expect(withRun([anImport({ id: 'a' })], anImport({ id: 'b' })).map(({ id }) => id)).toEqual(['b', 'a']);
  });
});
