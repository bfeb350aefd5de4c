import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categoryWeights, type WeightKind } from './category-weights.ts';
import { pearson, spearman } from './correlation.ts';
import { countRankPairs } from './count-rank-pairs.ts';
import { fleissKappa } from './fleiss-kappa.ts';
import { gwetAc } from './gwet-ac.ts';
import { levelCodes } from './level-codes.ts';
import { meetingTable } from './meeting-table.ts';
import { mergeAlikeRatings } from './merge-alike-ratings.ts';
import { rankWithTies } from './rank-with-ties.ts';
import { ratingsOfTable } from './ratings.ts';

/** Columns of a scale, and of numbers that hardly ever meet: both ways of counting are taken. */
const columns = fc.oneof(
  fc.array(fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: 0, max: 2 })), {
    maxLength: 60,
    size: 'max',
  }),
  fc.array(fc.tuple(fc.double({ noNaN: true, min: -9, max: 9 }), fc.integer({ min: 0, max: 9_000_000 })), {
    maxLength: 60,
    size: 'max',
  }),
);

function countEachPair(rows: readonly (readonly [number, number])[]) {
  const found = { concordant: 0, discordant: 0, tiedFirst: 0, tiedSecond: 0, tiedBoth: 0 };
  rows.forEach(([x, y], index) => {
    for (const [otherX, otherY] of rows.slice(0, index)) {
      const order = Math.sign(x - otherX) * Math.sign(y - otherY);
      if (order > 0) found.concordant += 1;
      if (order < 0) found.discordant += 1;
      if (x === otherX) found.tiedFirst += 1;
      if (y === otherY) found.tiedSecond += 1;
      if (x === otherX && y === otherY) found.tiedBoth += 1;
    }
  });
  return found;
}

describe('ranks by level', () => {
  it('are those of a sorted list, for whole numbers and for others', () => {
    const values = fc.oneof(
      fc.array(fc.integer({ min: -40_000, max: 40_000 })),
      fc.array(fc.integer()),
      fc.array(fc.double({ noNaN: true })),
    );
    fc.assert(
      fc.property(values, (list) => {
        const { codes, levels, sizes } = levelCodes(list);
        const distinct = [...new Set(list.map((value) => value + 0))].sort((one, other) => one - other);
        expect([...levels]).toEqual(distinct);
        expect(Array.from(codes, (code) => levels[code])).toEqual(list.map((value) => value + 0));
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(list.length);
      }),
    );
  });

  it('count the pairs as looking at each pair does, by table and by sorting', () => {
    let tables = 0;
    let sorts = 0;
    fc.assert(
      fc.property(columns, (rows) => {
        const [first, second] = [rows.map(([x]) => x), rows.map(([, y]) => y)];
        if (meetingTable(levelCodes(first), levelCodes(second)) === null) sorts += 1;
        else tables += 1;
        expect(countRankPairs(first, second)).toMatchObject(countEachPair(rows));
      }),
      { numRuns: 400 },
    );
    expect(tables).toBeGreaterThan(20);
    expect(sorts).toBeGreaterThan(20);
  });

  it('correlate as ranks written out do', () => {
    fc.assert(
      fc.property(columns, (rows) => {
        const [first, second] = [rows.map(([x]) => x), rows.map(([, y]) => y)];
        const byRanks = pearson(rankWithTies(first), rankWithTies(second));
        const found = spearman(first, second);
        expect(found.value === null).toBe(byRanks.value === null);
        expect(found.value ?? 0).toBeCloseTo(byRanks.value ?? 0, 10);
      }),
    );
  });
});

describe('merged ratings', () => {
  const tables = fc
    .integer({ min: 2, max: 4 })
    .chain((raters) =>
      fc.array(
        fc.array(fc.option(fc.integer({ min: 1, max: 3 })), { minLength: raters, maxLength: raters }),
        { minLength: 1, maxLength: 300, size: 'max' },
      ),
    );

  it.each<WeightKind>(['none', 'linear', 'quadratic'])(
    'give the coefficients of those not merged, weights %s',
    (kind) => {
      let merged = 0;
      fc.assert(
        fc.property(tables, (table) => {
          const ratings = ratingsOfTable(table, [1, 2, 3]);
          const given = { ratings, weights: categoryWeights(kind, ratings.categories) };
          if (mergeAlikeRatings(given) !== given) merged += 1;
          // Told how often each unit counts, nothing is merged.
          const apart = { ...given, times: new Float64Array(table.length).fill(1) };
          for (const measure of [fleissKappa, gwetAc]) {
            const [one, other] = [measure(given), measure(apart)];
            expect({ ...one, value: 0, observed: 0, expected: 0, standardError: 0 }).toEqual({
              ...other,
              value: 0,
              observed: 0,
              expected: 0,
              standardError: 0,
            });
            if (one.value === null || other.value === null) continue;
            expect(one.value).toBeCloseTo(other.value, 10);
            expect(one.standardError ?? 0).toBeCloseTo(other.standardError ?? 0, 10);
          }
        }),
        { numRuns: 200 },
      );
      expect(merged).toBeGreaterThan(10);
    },
  );
});
