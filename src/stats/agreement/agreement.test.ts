import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { krippendorffAlpha } from './krippendorff-alpha.ts';
import type { AlphaMetric } from './metric-sums.ts';
import { percentAgreement } from './percent-agreement.ts';
import { toLongUnits, type UnitRows } from './unit-values.ts';

const metrics: readonly AlphaMetric[] = ['nominal', 'ordinal', 'interval', 'ratio'];

/** Small whole numbers with gaps, so that ties, missing values and short units all happen. */
const rows: fc.Arbitrary<UnitRows> = fc.array(
  fc.array(fc.option(fc.integer({ min: 0, max: 4 }), { freq: 4 }), { maxLength: 5 }),
  { maxLength: 8 },
);

/** The definition, pair by pair: what the closed forms must equal. */
function alphaByDefinition(units: UnitRows, metric: AlphaMetric): number | null {
  const pairable = units.map((row) => row.filter((value) => value !== null)).filter((row) => row.length > 1);
  const all = pairable.flat();
  const count = (value: number) => all.filter((other) => other === value).length;
  const levels = [...new Set(all)].sort((first, second) => first - second);
  const difference = (c: number, k: number): number => {
    if (c === k) return 0;
    if (metric === 'nominal') return 1;
    if (metric === 'interval') return (c - k) ** 2;
    if (metric === 'ratio') return ((c - k) / (c + k)) ** 2;
    const between = levels.filter((level) => level >= Math.min(c, k) && level <= Math.max(c, k));
    return (between.reduce((sum, level) => sum + count(level), 0) - (count(c) + count(k)) / 2) ** 2;
  };
  const pairSum = (values: readonly number[]) =>
    values.reduce((sum, c) => sum + values.reduce((inner, k) => inner + difference(c, k), 0), 0);
  const observed = pairable.reduce((sum, row) => sum + pairSum(row) / (row.length - 1), 0) / all.length;
  const expected = pairSum(all) / (all.length * (all.length - 1));
  return expected > 0 ? 1 - observed / expected : null;
}

function expectSame(actual: number | null, wanted: number | null): void {
  if (wanted === null || actual === null) expect(actual).toBe(wanted);
  else expect(actual).toBeCloseTo(wanted, 10);
}

describe('Krippendorff alpha', () => {
  it('of a table small enough for pencil and paper is what the pencil gives', () => {
    // Values 1,1 2,2 1,2: n = 6, margins 3 and 3. Observed 2/6, expected 2·3·3/(6·5).
    expect(
      krippendorffAlpha({
        units: [
          [1, 1],
          [2, 2],
          [1, 2],
        ],
        metric: 'nominal',
      }),
    ).toEqual({
      units: 3,
      pairableValues: 6,
      observedDisagreement: 2 / 6,
      expectedDisagreement: 18 / 30,
      value: 1 - 2 / 6 / (18 / 30),
    });
  });

  it.each(metrics)('%s: equals the definition on any small table', (metric) => {
    fc.assert(
      fc.property(rows, (units) => {
        expectSame(krippendorffAlpha({ units, metric }).value, alphaByDefinition(units, metric));
      }),
      { numRuns: 500 },
    );
  });

  it.each(['nominal', 'ordinal', 'interval'] as const)(
    '%s: equals the definition on real numbers',
    (metric) => {
      // Millionths: differences near the smallest numbers cannot be squared, neither here nor in the definition.
      const real = fc.integer({ min: -5e7, max: 5e7 }).map((millionths) => millionths / 1e6);
      fc.assert(
        fc.property(fc.array(fc.array(real, { maxLength: 4 }), { maxLength: 6 }), (units) => {
          expectSame(krippendorffAlpha({ units, metric }).value, alphaByDefinition(units, metric));
        }),
      );
    },
  );

  it.each(metrics)('%s: does not change with the order of units or of raters', (metric) => {
    fc.assert(
      fc.property(rows, (units) => {
        const turned = units.map((row) => row.toReversed()).toReversed();
        expectSame(
          krippendorffAlpha({ units: turned, metric }).value,
          krippendorffAlpha({ units, metric }).value,
        );
      }),
    );
  });

  it.each(metrics)('%s: ignores units with one value or none', (metric) => {
    fc.assert(
      fc.property(rows, (units) => {
        const padded = [[9], ...units, [], [null, 7]];
        expect(krippendorffAlpha({ units: padded, metric })).toEqual(krippendorffAlpha({ units, metric }));
      }),
    );
  });

  it.each(metrics)('%s: is the same from long format', (metric) => {
    fc.assert(
      fc.property(rows, (units) => {
        expect(krippendorffAlpha({ units: toLongUnits(units), metric })).toEqual(
          krippendorffAlpha({ units, metric }),
        );
      }),
    );
  });

  it.each([
    { metric: 'nominal', change: 'any renaming', relabel: (value: number) => [7, -1, 4, 100, 0][value] ?? 0 },
    {
      metric: 'ordinal',
      change: 'any stretching that keeps the order',
      relabel: (value: number) => value ** 3 - 5,
    },
    { metric: 'interval', change: 'another zero and unit', relabel: (value: number) => 1e6 + 3 * value },
    { metric: 'ratio', change: 'another unit', relabel: (value: number) => 8 * value },
  ] as const)('$metric: does not change under $change', ({ metric, relabel }) => {
    fc.assert(
      fc.property(rows, (units) => {
        const relabelled = units.map((row) => row.map((value) => (value === null ? null : relabel(value))));
        const wanted = krippendorffAlpha({ units, metric }).value;
        expectSame(krippendorffAlpha({ units: relabelled, metric }).value, wanted);
      }),
    );
  });

  it('interval: keeps its digits when large values differ by little', () => {
    const near = [
      [0, 1],
      [2, 2],
      [1, 3],
      [0, 0],
    ];
    const far = near.map((row) => row.map((value) => value + 1e12));
    const wanted = krippendorffAlpha({ units: near, metric: 'interval' }).value;
    expectSame(krippendorffAlpha({ units: far, metric: 'interval' }).value, wanted);
  });

  it('goes below zero when people disagree more than by chance', () => {
    const units = [
      [1, 2],
      [2, 1],
      [1, 2],
      [2, 1],
    ];
    // Observed 1, expected 2·4·4/(8·7) = 4/7.
    expect(krippendorffAlpha({ units, metric: 'nominal' }).value).toBeCloseTo(-0.75, 12);
  });

  it('is exactly 1 when all agree and values vary', () => {
    for (const metric of metrics) {
      expect(
        krippendorffAlpha({
          units: [
            [0.1, 0.1, 0.1],
            [0.7, 0.7],
          ],
          metric,
        }).value,
      ).toBe(1);
    }
  });

  it.each([
    { name: 'no units', units: [], reason: 'no_pairable_units' },
    { name: 'one value a unit', units: [[1], [2, null]], reason: 'no_pairable_units' },
    {
      name: 'one and the same value',
      units: [
        [3, 3],
        [3, 3, 3],
      ],
      reason: 'no_variation',
    },
    { name: 'variation only in units with one value', units: [[3, 3], [4]], reason: 'no_variation' },
  ])('is unknown, neither 0 nor 1, with $name', ({ units, reason }) => {
    for (const metric of metrics)
      expect(krippendorffAlpha({ units, metric })).toMatchObject({ value: null, reason });
  });

  it('refuses values below zero on a ratio scale, and only there', () => {
    const units = [
      [-1, 1],
      [2, 2],
    ];
    expect(krippendorffAlpha({ units, metric: 'ratio' })).toMatchObject({
      value: null,
      reason: 'negative_values_for_ratio',
    });
    expect(krippendorffAlpha({ units, metric: 'interval' }).value).not.toBeNull();
  });

  it('ratio: takes zero, which differs from everything else by 1', () => {
    const wanted = alphaByDefinition(
      [
        [0, 0],
        [0, 2],
        [4, 4],
      ],
      'ratio',
    );
    expectSame(
      krippendorffAlpha({
        units: [
          [0, 0],
          [0, 2],
          [4, 4],
        ],
        metric: 'ratio',
      }).value,
      wanted,
    );
  });

  it.each([Number.NaN, Infinity, 1e200])('throws at the value %d', (value) => {
    expect(() => krippendorffAlpha({ units: [[1, value]], metric: 'interval' })).toThrow(RangeError);
  });

  it.each([
    { name: 'that do not begin at 0', starts: [1, 2] },
    { name: 'that fall', starts: [0, 2, 1, 2] },
    { name: 'that end too early', starts: [0, 1] },
    { name: 'that are empty', starts: [] },
  ])('throws at starts $name', ({ starts }) => {
    expect(() => krippendorffAlpha({ units: { starts, values: [1, 2] }, metric: 'nominal' })).toThrow(
      RangeError,
    );
  });

  it('handles a scale of very many values without a table of values by values', () => {
    const values = Float64Array.from({ length: 400_000 }, (_, index) => index + (index % 2) / 4);
    const starts = Int32Array.from({ length: 200_001 }, (_, unit) => 2 * unit);
    for (const metric of ['nominal', 'ordinal', 'interval'] as const) {
      expect(krippendorffAlpha({ units: { starts, values }, metric }).value).not.toBeNull();
    }
  });
});

describe('Percent agreement', () => {
  it('tells its three meanings apart', () => {
    // Agreeing pairs, unit by unit: 1 of 3, 1 of 1, 0 of 1.
    expect(percentAgreement([[1, 1, 2], [3, 3], [1, 2], [5], []])).toEqual({
      units: 3,
      pairs: 5,
      meanOverUnits: (1 / 3 + 1 + 0) / 3,
      shareOfPairs: 2 / 5,
      shareUnanimous: 1 / 3,
    });
  });

  it('is one figure when every unit has two values', () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })), {
      minLength: 1,
    });
    fc.assert(
      fc.property(pairs, (units) => {
        const agreement = percentAgreement(units);
        expect(agreement.meanOverUnits).toBeCloseTo(agreement.shareOfPairs ?? Number.NaN, 12);
        expect(agreement.shareUnanimous).toBeCloseTo(agreement.shareOfPairs ?? Number.NaN, 12);
      }),
    );
  });

  it('equals a count of pairs, one by one', () => {
    fc.assert(
      fc.property(rows, (units) => {
        const pairable = units
          .map((row) => row.filter((value) => value !== null))
          .filter((row) => row.length > 1);
        const verdicts = pairable.map((row) =>
          row.flatMap((value, place) => row.slice(place + 1).map((other) => value === other)),
        );
        const share = (list: readonly boolean[]) => list.filter(Boolean).length / list.length;
        const agreement = percentAgreement(units);
        if (pairable.length === 0) {
          expect(agreement).toMatchObject({ shareOfPairs: null, reason: 'no_pairable_units' });
          return;
        }
        expectSame(agreement.shareOfPairs, share(verdicts.flat()));
        expectSame(
          agreement.meanOverUnits,
          verdicts.reduce((sum, list) => sum + share(list), 0) / verdicts.length,
        );
        expectSame(agreement.shareUnanimous, share(verdicts.map((list) => list.every(Boolean))));
      }),
    );
  });
});
