import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brennanPrediger } from './brennan-prediger.ts';
import { categoryWeights, type WeightKind } from './category-weights.ts';
import type { Coefficient } from './coefficient.ts';
import { cohenKappa } from './cohen-kappa.ts';
import { completeTable } from './complete-table.ts';
import { congerKappa } from './conger-kappa.ts';
import { pearson, spearman } from './correlation.ts';
import { countRankPairs } from './count-rank-pairs.ts';
import { fleissCategories } from './fleiss-categories.ts';
import { fleissKappa } from './fleiss-kappa.ts';
import { flipRate } from './flip-rate.ts';
import { gwetAc } from './gwet-ac.ts';
import { intraclassCorrelation } from './intraclass-correlation.ts';
import { kendallTau } from './kendall-tau.ts';
import { kendallW } from './kendall-w.ts';
import { krippendorffAlpha } from './krippendorff-alpha.ts';
import { pairsOfRaters } from './pairs-of-raters.ts';
import { pairwiseKappas } from './pairwise-kappas.ts';
import { pairPlace, pairwiseTables } from './pairwise-tables.ts';
import { ratingsOfTable } from './ratings.ts';
import type { WeightedRatings } from './unit-agreement.ts';
import { weightedAgreement } from './weighted-agreement.ts';
import { weightedAlpha } from './weighted-alpha.ts';

type Row = readonly (number | null)[];
type Table = readonly Row[];

const scale = [1, 2, 3, 4];
const cell = fc.option(fc.constantFrom(...scale), { freq: 4 });
const tables: fc.Arbitrary<Table> = fc.array(fc.tuple(cell, cell, cell, cell), {
  minLength: 1,
  maxLength: 8,
});
const complete = fc.array(fc.tuple(...scale.map(() => fc.constantFrom(...scale))), {
  minLength: 2,
  maxLength: 8,
});

const weighed = (table: Table, kind: WeightKind = 'none'): WeightedRatings => ({
  ratings: ratingsOfTable(table, scale),
  weights: categoryWeights(kind, scale),
});

const coefficients: Readonly<Record<string, (given: WeightedRatings) => Coefficient>> = {
  fleiss: fleissKappa,
  ac: gwetAc,
  'brennan-prediger': brennanPrediger,
  conger: congerKappa,
  percent: weightedAgreement,
  alpha: weightedAlpha,
};

function expectSame(actual: number | null | undefined, wanted: number | null | undefined): void {
  if (typeof wanted !== 'number' || typeof actual !== 'number') expect(actual).toBe(wanted);
  else expect(actual).toBeCloseTo(wanted, 9);
}

/** Fleiss' definition, pair by pair. */
function fleissByDefinition(table: Table, weight: (one: number, other: number) => number): number | null {
  const units = table.map((row) => row.filter((value) => value !== null)).filter((row) => row.length > 0);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const agreements = units
    .filter((row) => row.length > 1)
    .map((row) =>
      mean(
        row.flatMap((one, place) => row.filter((_, at) => at !== place).map((other) => weight(one, other))),
      ),
    );
  const share = (code: number) =>
    mean(units.map((row) => row.filter((value) => value === code).length / row.length));
  const chance = scale.reduce(
    (sum, one) =>
      sum + scale.reduce((inner, other) => inner + share(one) * share(other) * weight(one, other), 0),
    0,
  );
  const value = (mean(agreements) - chance) / (1 - chance);
  return agreements.length === 0 || new Set(units.flat()).size < 2 ? null : value;
}

describe('Chance-corrected agreement', () => {
  it('of Fleiss equals its definition, with and without weights', () => {
    fc.assert(
      fc.property(tables, (table) => {
        expectSame(
          fleissKappa(weighed(table)).value,
          fleissByDefinition(table, (a, b) => (a === b ? 1 : 0)),
        );
        const linear = (a: number, b: number) => 1 - Math.abs(a - b) / 3;
        expectSame(fleissKappa(weighed(table, 'linear')).value, fleissByDefinition(table, linear));
      }),
    );
  });

  it.each(Object.entries(coefficients))(
    '%s: does not change with the order of items or raters',
    (_name, measure) => {
      fc.assert(
        fc.property(tables, (table) => {
          const turned = table.map((row) => row.toReversed()).toReversed();
          const [one, other] = [measure(weighed(table, 'quadratic')), measure(weighed(turned, 'quadratic'))];
          expectSame(one.value, other.value);
          if (one.value === null || other.value === null) return;
          expectSame(one.standardError, other.standardError);
        }),
      );
    },
  );

  it.each(Object.entries(coefficients))(
    '%s: does not change when categories are renamed',
    (_name, measure) => {
      fc.assert(
        fc.property(tables, (table) => {
          const renamed = table.map((row) =>
            row.map((value) => (value === null ? null : ([0, 3, 1, 4, 2][value] ?? 0))),
          );
          expectSame(measure(weighed(renamed)).value, measure(weighed(table)).value);
        }),
      );
    },
  );

  it.each(Object.entries(coefficients))('%s: is 1 where all agree and values vary', (_name, measure) => {
    const found = measure(
      weighed([
        [1, 1, 1],
        [2, 2, null],
        [4, 4, 4],
      ]),
    );
    expect(found.value).toBeCloseTo(1, 12);
  });

  it.each(Object.entries(coefficients))('%s: passes over items without any rating', (_name, measure) => {
    const rows: Table = [
      [1, 1, 2],
      [2, 2, 2],
      [1, 1, 1],
    ];
    const gaps: Table = [[null, null, null], ...rows, [null, null, null]];
    expect(measure(weighed(gaps))).toEqual(measure(weighed(rows)));
  });

  it.each([
    ['fleiss', 'no_variation'],
    ['conger', 'no_variation'],
    ['alpha', 'no_variation'],
  ])('%s: is unknown, neither 0 nor 1, where all is the same', (name, reason) => {
    expect(
      coefficients[name]?.(
        weighed([
          [2, 2],
          [2, 2],
        ]),
      ),
    ).toMatchObject({ value: null, reason });
  });

  it.each(Object.entries(coefficients))('%s: says why nothing can be compared', (_name, measure) => {
    expect(measure(weighed([[1], [2]]))).toMatchObject({ value: null, reason: 'single_rater' });
    expect(
      measure(
        weighed([
          [1, null],
          [null, 2],
        ]),
      ),
    ).toMatchObject({ value: null, reason: 'no_pairable_units' });
    const single = { ratings: ratingsOfTable([[5, 5]]), weights: categoryWeights('none', [5]) };
    expect(measure(single)).toMatchObject({ value: null, reason: 'too_few_categories' });
  });

  it('of Conger is that of Cohen for two raters', () => {
    fc.assert(
      fc.property(complete, (table) => {
        const pair = table.map(([one, other]) => [one ?? 1, other ?? 1]);
        const counts = new Float64Array(16);
        for (const [one = 1, other = 1] of pair)
          counts[(one - 1) * 4 + other - 1] = (counts[(one - 1) * 4 + other - 1] ?? 0) + 1;
        const cohen = cohenKappa({ counts, weights: categoryWeights('linear', scale) });
        const conger = congerKappa(weighed(pair, 'linear'));
        expectSame(cohen.value, conger.value);
      }),
    );
  });

  it('of Krippendorff is the same by weights and by differences', () => {
    fc.assert(
      fc.property(tables, (table) => {
        for (const [kind, metric] of [
          ['none', 'nominal'],
          ['quadratic', 'interval'],
        ] as const)
          expectSame(
            weightedAlpha(weighed(table, kind)).value,
            krippendorffAlpha({ units: table, metric }).value,
          );
      }),
    );
  });
});

describe('All pairs of raters', () => {
  it('have the tables that counting each pair alone gives', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { counts } = pairwiseTables(ratingsOfTable(table, scale));
        for (let second = 1; second < 4; second++)
          for (let first = 0; first < second; first++)
            for (const [row, one] of scale.entries())
              for (const [column, other] of scale.entries()) {
                const wanted = table.filter((line) => line[first] === one && line[second] === other).length;
                expect(counts[(pairPlace(first, second) * 4 + row) * 4 + column]).toBe(wanted);
              }
      }),
      { numRuns: 50 },
    );
  });

  it('have the kappas that each table alone has', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const given = weighed(table, 'quadratic');
        const { values, units } = pairwiseKappas(given);
        const { counts } = pairwiseTables(given.ratings);
        values.forEach((value, pair) => {
          const alone = cohenKappa({
            counts: counts.subarray(pair * 16, pair * 16 + 16),
            weights: given.weights,
          });
          expectSame(value, alone.value);
          expect(units[pair]).toBe(alone.units);
        });
      }),
    );
  });

  it('are listed with the items that both rated', () => {
    const pairs = pairsOfRaters(
      ratingsOfTable(
        [
          [1, 2, null],
          [3, null, 4],
          [null, null, 2],
        ],
        scale,
      ),
    );
    expect(pairs.map(({ first, second }) => [first, second])).toEqual([
      [0, 1],
      [0, 2],
    ]);
    expect(pairs[1]?.secondCodes).toEqual(Int32Array.of(3));
  });

  it('are refused where their tables do not fit into memory', () => {
    const ratings = { ...ratingsOfTable([[1, 2]], scale), raterCount: 100_000 };
    expect(() => pairwiseTables(ratings)).toThrow(RangeError);
  });
});

describe('Rank correlation', () => {
  const columns = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })), {
    maxLength: 12,
  });

  it('counts the pairs that counting one by one gives', () => {
    fc.assert(
      fc.property(columns, (rows) => {
        const counted = countRankPairs(
          rows.map(([x]) => x),
          rows.map(([, y]) => y),
        );
        const pairs = rows.flatMap(([x, y], place) =>
          rows
            .slice(place + 1)
            .map(([otherX, otherY]) => [Math.sign(x - otherX), Math.sign(y - otherY)] as const),
        );
        expect(counted.concordant).toBe(pairs.filter(([x, y]) => x * y > 0).length);
        expect(counted.discordant).toBe(pairs.filter(([x, y]) => x * y < 0).length);
        expect(counted.tiedFirst).toBe(pairs.filter(([x]) => x === 0).length);
        expect(counted.tiedSecond).toBe(pairs.filter(([, y]) => y === 0).length);
        expect(counted.tiedBoth).toBe(pairs.filter(([x, y]) => x === 0 && y === 0).length);
      }),
    );
  });

  it('turns its sign when one ranking is turned', () => {
    fc.assert(
      fc.property(columns, (rows) => {
        const [x, y] = [rows.map(([value]) => value), rows.map(([, value]) => value)];
        const turned = y.map((value) => -value);
        for (const measure of [kendallTau, spearman, pearson]) {
          const value = measure(x, y).value;
          expectSame(measure(x, turned).value, value === null ? null : -value);
        }
      }),
    );
  });

  it('is unknown without variation or with a single item', () => {
    for (const measure of [kendallTau, spearman, pearson]) {
      expect(measure([1, 1, 1], [1, 2, 3])).toMatchObject({ value: null, reason: 'no_variation' });
      expect(measure([1], [2])).toMatchObject({ value: null, reason: 'too_few_units' });
    }
    expect(() => pearson([1], [1, 2])).toThrow(RangeError);
  });

  it('gives the exact p of Kendall without ties: 2 of 24 orders are as far from chance as 1234', () => {
    expect(kendallTau([1, 2, 3, 4], [1, 2, 3, 4])).toMatchObject({ value: 1, pValueBy: 'exact' });
    const tau = kendallTau([1, 2, 3, 4], [1, 2, 3, 4]);
    expect('pValue' in tau && tau.pValue).toBeCloseTo(2 / 24, 12);
  });
});

describe('Measures of complete tables', () => {
  it('W is 1 where all rank alike, and the mean Spearman of all pairs gives it', () => {
    fc.assert(
      fc.property(complete, (rows) => {
        const table = completeTable(ratingsOfTable(rows, scale));
        if (table === null) throw new Error('The table is complete.');
        const columns = scale.map((_, rater) => rows.map((row) => row[rater] ?? 0));
        if (columns.some((column) => new Set(column).size < column.length)) return;
        const rhos = columns.flatMap((column, place) =>
          columns.slice(place + 1).map((other) => spearman(column, other).value ?? 0),
        );
        const mean = rhos.reduce((sum, rho) => sum + rho, 0) / rhos.length;
        expectSame(kendallW({ table }).value, (mean * 3 + 1) / 4);
      }),
    );
  });

  it.each([
    [
      'perfect agreement',
      [
        [1, 1],
        [2, 2],
        [4, 4],
      ],
      '2,1',
      1,
    ],
    [
      'perfect agreement of means',
      [
        [1, 1],
        [2, 2],
        [4, 4],
      ],
      '1,k',
      1,
    ],
    [
      'a stricter rater, who does not count',
      [
        [1, 2],
        [2, 3],
        [3, 4],
      ],
      '3,1',
      1,
    ],
  ] as const)('ICC is 1 with %s', (_name, rows, form, value) => {
    const table = completeTable(ratingsOfTable(rows));
    if (table === null) throw new Error('The table is complete.');
    expect(intraclassCorrelation({ table, form })).toMatchObject({ value, lower: 1, upper: 1 });
  });

  it.each([
    [
      'no variation',
      [
        [2, 2],
        [2, 2],
      ],
      'no_variation',
    ],
    ['one item', [[1, 2]], 'too_few_units'],
    ['one rater', [[1], [2]], 'single_rater'],
    [
      'raters who change',
      [
        [1, 2, null],
        [2, null, 1],
      ],
      'raters_change',
    ],
  ] as const)('ICC is unknown with %s', (_name, rows, reason) => {
    const table = completeTable(ratingsOfTable(rows));
    if (table === null) throw new Error('The table is complete.');
    expect(intraclassCorrelation({ table, form: '2,1' })).toMatchObject({ value: null, reason });
  });

  it('are not made of items with different numbers of ratings', () => {
    expect(
      completeTable(
        ratingsOfTable([
          [1, 2],
          [1, null],
        ]),
      ),
    ).toBeNull();
    expect(
      fleissCategories(
        ratingsOfTable([
          [1, 2],
          [1, null],
        ]),
      ),
    ).toMatchObject({ reason: 'unequal_raters' });
  });
});

describe('The pair-flip rate', () => {
  it('equals a count of pairs, one by one', () => {
    const strengths = fc.array(fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 5 }), { maxLength: 6 });
    fc.assert(
      fc.property(strengths, (rows) => {
        const pairs = rows.flatMap((row) =>
          row.flatMap((one, place) => row.slice(place + 1).map((other) => one * other)),
        );
        const found = flipRate({ ratings: ratingsOfTable(rows) });
        const weight = (list: readonly number[]) => list.reduce((sum, value) => sum + Math.abs(value), 0);
        if (pairs.length === 0) {
          expect(found.value).toBeNull();
          return;
        }
        expectSame(found.value, pairs.filter((product) => product < 0).length / pairs.length);
        if (!('strengthAgreement' in found)) throw new Error('There must be a value.');
        const same = pairs.filter((product) => product > 0);
        expectSame(found.strengthAgreement, weight(pairs) === 0 ? null : weight(same) / weight(pairs));
      }),
    );
  });
});
