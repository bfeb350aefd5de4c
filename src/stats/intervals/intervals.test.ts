import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from './normal-quantile.ts';
import { quantile, quantileOfSorted } from './quantile.ts';
import { wilsonInterval } from './wilson.ts';

describe('The quantile of type 7', () => {
  it.each([
    { values: [4, 1, 3, 2], probability: 0.5, expected: 2.5 },
    { values: [4, 1, 3, 2], probability: 0, expected: 1 },
    { values: [4, 1, 3, 2], probability: 1, expected: 4 },
    { values: [1, 2, 3, 4, 5], probability: 0.1, expected: 1.4 },
    { values: [7], probability: 0.3, expected: 7 },
    { values: [10, 9, 100], probability: 0.5, expected: 10 },
    { values: [Infinity, Infinity], probability: 0.5, expected: Infinity },
  ])('at $probability of $values is $expected', ({ values, probability, expected }) => {
    expect(quantile(values, probability)).toBeCloseTo(expected, 12);
  });

  it('is null without values', () => {
    expect(quantile([], 0.5)).toBeNull();
  });

  it('leaves the values as they were', () => {
    const values = [3, 1, 2];
    quantile(values, 0.5);
    expect(values).toEqual([3, 1, 2]);
  });

  it.each([-0.1, 1.1, Number.NaN])('refuses %d as a probability', (probability) => {
    expect(() => quantile([1, 2], probability)).toThrow(RangeError);
  });

  it('refuses values that are not numbers', () => {
    expect(() => quantile([1, Number.NaN, 2], 0)).toThrow(RangeError);
  });

  it('rises with the probability and stays within the values', () => {
    const values = fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1 });
    const share = fc.double({ noNaN: true, min: 0, max: 1 });
    fc.assert(
      fc.property(values, share, share, (list, first, second) => {
        const sorted = new Float64Array(list).sort();
        const low = quantileOfSorted(sorted, Math.min(first, second)) ?? Number.NaN;
        const high = quantileOfSorted(sorted, Math.max(first, second)) ?? Number.NaN;
        expect(low).toBeLessThanOrEqual(high + 1e-9);
        expect(low).toBeGreaterThanOrEqual(Math.min(...list) - 1e-9);
        expect(high).toBeLessThanOrEqual(Math.max(...list) + 1e-9);
      }),
    );
  });
});

describe('The normal quantile', () => {
  it.each([
    { p: 0.5, z: 0 },
    { p: 0.75, z: 0.6744897501960817 },
    { p: 0.9, z: 1.2815515655446004 },
    { p: 0.95, z: 1.6448536269514722 },
    { p: 0.975, z: 1.959963984540054 },
    { p: 0.995, z: 2.5758293035489004 },
    { p: 0.0013498980316300946, z: -3 },
    { p: 2.866515718791939e-7, z: -5 },
    { p: 6.220960574271784e-16, z: -8 },
    { p: 7.619853024160527e-24, z: -10 },
  ])('at $p is $z', ({ p, z }) => {
    expect(Math.abs(normalQuantile(p) - z)).toBeLessThan(2e-14 * Math.max(1, Math.abs(z)));
  });

  it('is infinite at the ends and refuses what lies beyond', () => {
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
    for (const p of [-0.01, 1.01, Number.NaN]) expect(() => normalQuantile(p)).toThrow(RangeError);
  });

  it('is odd around one half and rises', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 20 - 1 }), (step) => {
        const p = step / 2 ** 20;
        expect(normalQuantile(1 - p)).toBeCloseTo(-normalQuantile(p), 12);
        expect(normalQuantile(p + 2 ** -21)).toBeGreaterThan(normalQuantile(p));
      }),
    );
  });
});

describe('The Wilson interval', () => {
  it.each([
    { successes: 81, trials: 263, lower: 0.2553, upper: 0.3662 },
    { successes: 15, trials: 148, lower: 0.0624, upper: 0.1605 },
    { successes: 0, trials: 20, lower: 0, upper: 0.1611 },
    { successes: 1, trials: 29, lower: 0.0061, upper: 0.1718 },
  ])(
    'of $successes of $trials is as in table I of Newcombe (1998)',
    ({ successes, trials, lower, upper }) => {
      const interval = wilsonInterval({ successes, trials });
      expect(interval.lower).toBeCloseTo(lower, 4);
      expect(interval.upper).toBeCloseTo(upper, 4);
    },
  );

  it('is unknown when nothing was tried', () => {
    expect(wilsonInterval({ successes: 0, trials: 0 })).toMatchObject({
      proportion: null,
      reason: 'no_trials',
    });
  });

  const counts = fc
    .integer({ min: 1, max: 5000 })
    .chain((trials) =>
      fc.record({ trials: fc.constant(trials), successes: fc.integer({ min: 0, max: trials }) }),
    );

  it('holds the points whose distance from the observed share is z standard errors', () => {
    fc.assert(
      fc.property(counts, ({ trials, successes }) => {
        const { lower, upper } = wilsonInterval({ successes, trials });
        for (const bound of [lower ?? Number.NaN, upper ?? Number.NaN]) {
          const distance = (successes / trials - bound) ** 2;
          expect(distance).toBeCloseTo((normalQuantile(0.975) ** 2 * bound * (1 - bound)) / trials, 10);
        }
      }),
    );
  });

  it('stays within 0 and 1, holds the share, and mirrors when failures are counted instead', () => {
    fc.assert(
      fc.property(counts, ({ trials, successes }) => {
        const interval = wilsonInterval({ successes, trials });
        const mirrored = wilsonInterval({ successes: trials - successes, trials });
        if (interval.proportion === null || mirrored.proportion === null)
          throw new Error('Trials are at least 1.');
        expect(interval.lower).toBeGreaterThanOrEqual(0);
        expect(interval.upper).toBeLessThanOrEqual(1);
        expect(interval.lower).toBeLessThanOrEqual(interval.proportion);
        expect(interval.upper).toBeGreaterThanOrEqual(interval.proportion);
        expect(mirrored.lower).toBeCloseTo(1 - interval.upper, 12);
      }),
    );
  });

  it.each([
    { successes: 3, trials: 2 },
    { successes: -1, trials: 2 },
    { successes: 0.5, trials: 2 },
    { successes: 1, trials: Number.NaN },
    { successes: 1, trials: 2, confidence: 1 },
    { successes: 1, trials: 2, confidence: 0 },
  ])('refuses $successes of $trials at confidence $confidence', (input) => {
    expect(() => wilsonInterval(input)).toThrow(RangeError);
  });
});
