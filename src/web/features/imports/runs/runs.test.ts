import { describe, expect, it } from 'vitest';
import type { ImportRun } from '#contract/imports.ts';
import { countsSentence, paceSentence } from './run-words.ts';
import { withRun } from './use-imports.ts';

function aRun(more: Partial<ImportRun> = {}): ImportRun {
  return {
    id: 'a',
    fileName: 'a.jsonl',
    format: 'hh_rlhf',
    state: 'running',
    bytesRead: 0,
    bytesTotal: 10,
    rowsRead: 12_000,
    itemsAdded: 2_307,
    duplicates: 0,
    rejected: 0,
    ratePerSecond: null,
    failure: null,
    verdicts: 0,
    goldsMade: 0,
    createdAt: '2026-03-01T00:00:00Z',
    finishedAt: null,
    createdByName: 'Ada',
    ...more,
  };
}

describe('an import in words', () => {
  it.each<[string, Partial<ImportRun>, string]>([
    ['what was added', {}, '2,307 items added'],
    [
      'what was left out',
      { duplicates: 1, rejected: 5 },
      '2,307 items added, 1 duplicate left out, 5 rows rejected',
    ],
  ])('tells %s', (_, more, words) => {
    expect(countsSentence(aRun(more))).toBe(words);
  });

  it('tells its pace once it has one', () => {
    expect(paceSentence(aRun())).toBe('12,000 rows read');
    expect(paceSentence(aRun({ ratePerSecond: 24_310 }))).toBe('12,000 rows read, 24,310 a second');
  });
});

describe('the list of imports', () => {
  it('takes up news of one that it has, in its place', () => {
    const runs = withRun([aRun({ id: 'b' }), aRun()], aRun({ state: 'done' }));
    expect(runs.map(({ id, state }) => [id, state])).toEqual([
      ['b', 'running'],
      ['a', 'done'],
    ]);
  });

  it('puts a new one first', () => {
    expect(withRun([aRun()], aRun({ id: 'b' })).map(({ id }) => id)).toEqual(['b', 'a']);
  });
});
