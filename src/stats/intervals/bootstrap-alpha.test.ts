import { describe, expect, it } from 'vitest';
import { disagreementOf } from '#stats/agreement/disagreement.ts';
import { krippendorffAlpha } from '#stats/agreement/krippendorff-alpha.ts';
import type { AlphaMetric } from '#stats/agreement/metric-sums.ts';
import { pairableUnits } from '#stats/agreement/pairable-units.ts';
import { seededRandom } from '#stats/random/seeded-random.ts';
import { bootstrapAlpha } from './bootstrap-alpha.ts';
import { quantile } from './quantile.ts';

const metrics: readonly AlphaMetric[] = ['nominal', 'ordinal', 'interval', 'ratio'];
const units = [
  [1, 1, 2],
  [3, 3],
  [2, 2, 2],
  [1, 4],
  [4, 4, 4, 3],
  [1, 1],
  [2, 1, 2],
  [4, 4],
];

describe('The bootstrap interval for alpha', () => {
  it.each(metrics)('%s: is what resampling the rows themselves and computing alpha anew gives', (metric) => {
    const resamples = 200;
    const random = seededRandom(9);
    const alphas: number[] = [];
    for (let resample = 0; resample < resamples; resample++) {
      const drawn = units.map(() => units[random.below(units.length)] ?? []);
      const { value } = krippendorffAlpha({ units: drawn, metric });
      if (value !== null) alphas.push(value);
    }
    const interval = bootstrapAlpha({ units, metric, resamples, random: seededRandom(9) });
    expect(interval.lower).toBeCloseTo(quantile(alphas, 0.025) ?? Number.NaN, 12);
    expect(interval.upper).toBeCloseTo(quantile(alphas, 0.975) ?? Number.NaN, 12);
    expect(interval.resamplesWithoutVariation).toBe(resamples - alphas.length);
  });

  it('is the same for the same seed', () => {
    const once = bootstrapAlpha({ units, metric: 'ordinal', random: seededRandom(1) });
    expect(bootstrapAlpha({ units, metric: 'ordinal', random: seededRandom(1) })).toEqual(once);
    expect(bootstrapAlpha({ units, metric: 'ordinal', random: seededRandom(2) })).not.toEqual(once);
  });

  it('does not move when items that nobody or only one person judged are added', () => {
    const alone = bootstrapAlpha({ units, metric: 'nominal', random: seededRandom(1) });
    const padded = [[], [7], ...units, [null, 9]];
    expect(bootstrapAlpha({ units: padded, metric: 'nominal', random: seededRandom(1) })).toEqual(alone);
  });

  it('counts resamples without variation and leaves them out', () => {
    // One of six units varies, so about (5/6)^6 = 33 % of the resamples hold one value only.
    const scarce = [
      [1, 1],
      [1, 1],
      [1, 1],
      [1, 1],
      [1, 1],
      [2, 2],
    ];
    const interval = bootstrapAlpha({ units: scarce, metric: 'nominal', random: seededRandom(4) });
    expect(interval).toMatchObject({ lower: 1, upper: 1, resamples: 1000 });
    expect(Math.abs(interval.resamplesWithoutVariation - 335)).toBeLessThan(75);
  });

  it('grows with the confidence', () => {
    const narrow = bootstrapAlpha({ units, metric: 'nominal', random: seededRandom(1), confidence: 0.5 });
    const wide = bootstrapAlpha({ units, metric: 'nominal', random: seededRandom(1), confidence: 0.99 });
    expect(wide.lower).toBeLessThan(narrow.lower ?? Number.NaN);
    expect(wide.upper).toBeGreaterThan(narrow.upper ?? Number.NaN);
  });

  it.each([
    { name: 'nothing can be compared', given: [[1], [2]], reason: 'no_pairable_units' },
    {
      name: 'all values are the same',
      given: [
        [1, 1],
        [1, 1],
      ],
      reason: 'no_variation',
    },
    { name: 'there is one pairable unit only', given: [[1, 2], [3]], reason: 'too_few_units' },
  ])('is unknown when $name', ({ given, reason }) => {
    const interval = bootstrapAlpha({ units: given, metric: 'nominal', random: seededRandom(1) });
    expect(interval).toMatchObject({ lower: null, upper: null, reason });
  });

  it('is unknown when no resample varies', () => {
    const random = { next: () => 0, below: () => 0 };
    const interval = bootstrapAlpha({
      units: [
        [1, 1],
        [2, 2],
      ],
      metric: 'nominal',
      random,
      resamples: 5,
    });
    expect(interval).toMatchObject({ reason: 'no_resample_with_variation', resamplesWithoutVariation: 5 });
  });

  it.each([{ resamples: 0 }, { resamples: 1.5 }, { confidence: 0 }, { confidence: 1 }])(
    'refuses %o',
    (setting) => {
      expect(() => bootstrapAlpha({ units, metric: 'nominal', random: seededRandom(1), ...setting })).toThrow(
        RangeError,
      );
    },
  );
});

describe('Weighted disagreement', () => {
  it.each(metrics)('%s: a unit of weight 3 counts as three such units, one of weight 0 as none', (metric) => {
    const weights = units.map((_, unit) => unit % 4);
    const repeated = units.flatMap((row, unit) => new Array<number[]>(weights[unit] ?? 0).fill(row));
    const { observed, expected } = disagreementOf(pairableUnits(units), metric)(Int32Array.from(weights));
    const direct = krippendorffAlpha({ units: repeated, metric });
    expect(observed).toBeCloseTo(direct.observedDisagreement ?? Number.NaN, 12);
    expect(expected).toBeCloseTo(direct.expectedDisagreement ?? Number.NaN, 12);
  });
});
