import { describe, expect, test } from 'vitest';
import type { TypingRow } from '#domain/people-quality/people-votes.ts';
import { seededRandom } from '#stats/random/seeded-random.ts';
import { mostChance } from './evidence.ts';
import { findPasted, isMostlyPasted, leastWritten } from './pasted-text.ts';

const names = ['ana', 'ben', 'cleo', 'dan', 'eva', 'finn'];

/** Everybody writes so many tasks; a share of each person's is mostly pasted. */
function written(shares: readonly number[], tasks: number, seed = 1): TypingRow[] {
  const random = seededRandom(seed).next;
  return shares.flatMap((share, annotator) =>
    Array.from({ length: tasks }, (_, item) =>
      random() < share
        ? { annotator, item, typed: 30, pasted: 900 }
        : { annotator, item, typed: 900, pasted: random() < 0.3 ? 60 : 0 },
    ),
  );
}
const told = (typing: readonly TypingRow[]) =>
  findPasted({ typing, annotatorIds: names })
    .filter(({ isLarge, pValue }) => isLarge && pValue <= mostChance)
    .flatMap(({ describe }) => describe());

describe('Pasted text', () => {
  test.each([
    ['a word that is pasted', 4, 12, false],
    ['a paragraph among much that is typed', 900, 400, false],
    ['a paragraph with a word added', 8, 400, true],
    ['what was only typed', 900, 0, false],
  ])('%s', (_name, typed, pasted, expected) => {
    expect(isMostlyPasted({ typed, pasted })).toBe(expected);
  });

  test('is told of somebody who pastes where others write, with what it is with the others', () => {
    const [seen, ...more] = told(written([0.95, 0.1, 0, 0.1, 0.05, 0], 30));
    expect(more).toEqual([]);
    expect(seen).toMatchObject({ kind: 'pasted', annotator: 0, of: 30, test: 'binomial', base: { n: 5 } });
    expect(seen?.count).toBeGreaterThan(20);
    expect(seen?.value).toBeGreaterThan(0.8);
    expect(seen?.items.length).toBe(seen?.count);
  });

  test('is told of nobody where all do it: the task may ask for it', () => {
    expect(told(written([0.95, 0.9, 0.95, 1, 0.9, 0.95], 30))).toEqual([]);
  });

  test('is not looked at in too few tasks, nor among too few people', () => {
    expect(
      findPasted({ typing: written([1, 0, 0, 0, 0, 0], leastWritten - 1), annotatorIds: names }),
    ).toEqual([]);
    expect(findPasted({ typing: written([1, 0, 0, 0], 30), annotatorIds: names.slice(0, 4) })).toEqual([]);
  });

  test('is told by chance of hardly anybody who pastes now and then as the others do', () => {
    let alarms = 0;
    for (let seed = 0; seed < 200; seed += 1) alarms += told(written(Array(6).fill(0.2), 30, seed)).length;
    expect(alarms).toBeLessThan(12);
  });
});
