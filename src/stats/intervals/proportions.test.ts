import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ratingsOfTable } from '#stats/agreement/ratings.ts';
import { cusum } from '#stats/drift/cusum.ts';
import { bernoulliCusum, sequentialTest } from '#stats/drift/error-evidence.ts';
import { ewma } from '#stats/drift/ewma.ts';
import { seededRandom } from '#stats/random/seeded-random.ts';
import { type BinomialMethod, binomialInterval } from './binomial-intervals.ts';
import { bcaInterval, bootstrapIntervals } from './bootstrap-interval.ts';
import { bootstrapItems } from './bootstrap-items.ts';
import { itemsForWidth, trialsForWidth } from './needed-size.ts';
import { binomialTest, twoProportionZ } from './proportion-tests.ts';
import { wilsonInterval } from './wilson.ts';

const methods = [
  'wilson',
  'wilson_continuity',
  'clopper_pearson',
  'jeffreys',
  'agresti_coull',
  'normal',
] as const satisfies readonly BinomialMethod[];

const counts = fc
  .integer({ min: 1, max: 60 })
  .chain((trials) =>
    fc.record({ trials: fc.constant(trials), successes: fc.integer({ min: 0, max: trials }) }),
  );

describe('Intervals of a proportion', () => {
  it.each(methods)('%s: stays within 0 and 1 and mirrors when failures are counted instead', (method) => {
    fc.assert(
      fc.property(counts, ({ successes, trials }) => {
        const interval = binomialInterval({ successes, trials }, method);
        const mirrored = binomialInterval({ successes: trials - successes, trials }, method);
        expect(interval.lower).toBeGreaterThanOrEqual(0);
        expect(interval.upper).toBeLessThanOrEqual(1);
        expect(mirrored.lower).toBeCloseTo(1 - (interval.upper ?? 0), 9);
      }),
    );
  });

  it.each(methods)('%s: is unknown without trials', (method) => {
    expect(binomialInterval({ successes: 0, trials: 0 }, method)).toMatchObject({
      lower: null,
      reason: 'no_trials',
    });
  });

  it('of Clopper and Pearson ends where the exact test has 2.5 % left', () => {
    fc.assert(
      fc.property(counts, ({ successes, trials }) => {
        const { lower, upper } = binomialInterval({ successes, trials }, 'clopper_pearson');
        if (successes > 0)
          expect(binomialTest({ successes, trials, share: lower ?? 0 }).greater).toBeCloseTo(0.025, 9);
        if (successes < trials)
          expect(binomialTest({ successes, trials, share: upper ?? 0 }).less).toBeCloseTo(0.025, 9);
      }),
    );
  });

  it('need as many trials as it takes, and not one fewer', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.02, max: 0.4, noNaN: true }), (width) => {
        const trials = trialsForWidth({ share: 0, width });
        const widthOf = (size: number) => wilsonInterval({ successes: 0, trials: size }).upper ?? 1;
        expect(widthOf(trials)).toBeLessThanOrEqual(width);
        if (trials > 1) expect(widthOf(trials - 1)).toBeGreaterThan(width);
      }),
    );
    expect(itemsForWidth({ standardError: 0.1, items: 50, width: 0.2 })).toBe(193);
  });
});

describe('Tests of proportions', () => {
  it('sum up the likelihoods, one by one', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 19 }), ({ successes, trials }, twentieths) => {
        const share = twentieths / 20;
        const terms = [(1 - share) ** trials];
        for (let k = 1; k <= trials; k++)
          terms.push(((terms[k - 1] ?? 0) * (trials - k + 1) * share) / (k * (1 - share)));
        const sum = (list: readonly number[]) => list.reduce((total, value) => total + value, 0);
        const found = binomialTest({ successes, trials, share });
        expect(found.less).toBeCloseTo(sum(terms.slice(0, successes + 1)), 9);
        expect(found.greater).toBeCloseTo(sum(terms.slice(successes)), 9);
        const limit = (terms[successes] ?? 0) * (1 + 1e-7);
        expect(found.twoSided).toBeCloseTo(sum(terms.filter((term) => term <= limit)), 9);
      }),
    );
  });

  it('say why two shares cannot be compared', () => {
    expect(twoProportionZ({ successes: [0, 0], trials: [0, 5] })).toEqual({ z: null, reason: 'no_trials' });
    expect(twoProportionZ({ successes: [5, 5], trials: [5, 5] })).toEqual({
      z: null,
      reason: 'no_variation',
    });
  });
});

describe('Bootstrap intervals', () => {
  const share = (value: number) => (drawn: { codes: Int32Array }) =>
    drawn.codes.filter((code) => code === value).length / drawn.codes.length;

  it('of items follow the seed and count what is undefined', () => {
    const ratings = ratingsOfTable([
      [1, 1],
      [2, null],
      [null, null],
      [2, 1],
      [1, 2],
    ]);
    const given = { ratings, measure: share(0), resamples: 300 };
    const first = bootstrapItems({ ...given, random: seededRandom(3) });
    expect(first).toEqual(bootstrapItems({ ...given, random: seededRandom(3) }));
    expect(first).toMatchObject({ items: 4, undefinedResamples: 0 });
    const never = bootstrapItems({ ...given, measure: () => null, random: seededRandom(3) });
    expect(never).toMatchObject({ lower: null, undefinedResamples: 300, reason: 'no_defined_resample' });
  });

  it('are unknown with one item, and with an estimate beside all replicates', () => {
    const random = seededRandom(1);
    const single = bootstrapItems({ ratings: ratingsOfTable([[1, 2]]), measure: share(0), random });
    expect(single).toMatchObject({ lower: null, reason: 'too_few_units' });
    const beside = bcaInterval({ estimate: 9, replicates: [1, 2, 3], jackknife: [1, 2] });
    expect(beside).toMatchObject({ lower: null, reason: 'estimate_outside_replicates' });
    expect(() => bootstrapIntervals({ estimate: 1, replicates: [] })).toThrow(RangeError);
  });

  it('are those of the percentiles where nothing is lopsided', () => {
    const replicates = Array.from({ length: 101 }, (_, place) => place);
    const bca = bcaInterval({ estimate: 50, replicates, jackknife: [1, 2, 3], confidence: 0.9 });
    expect(bca.lower).toBeCloseTo(5, 9);
    expect(bca.upper).toBeCloseTo(95, 9);
  });
});

describe('Charts of drift', () => {
  it('stay at rest on target and find a lasting shift', () => {
    const values = [...new Array<number>(20).fill(10), ...new Array<number>(20).fill(11)];
    const sums = cusum({ values, target: 10, sigma: 1, slack: 0.5, limit: 4 });
    expect(sums.firstSignal).toBe(28);
    expect(Math.max(...sums.below)).toBe(0);
    expect(ewma({ values, target: 10, sigma: 0.5, weight: 0.2, reach: 3 }).signals[0]).toBeGreaterThan(19);
  });

  it('decide for the good and against the bad, and for nobody too early', () => {
    const rates = { acceptable: 0.05, unacceptable: 0.2, falseAlarm: 0.05, missed: 0.1 };
    expect(sequentialTest({ ...rates, errors: new Array<number>(30).fill(0) }).decision).toBe('acceptable');
    expect(sequentialTest({ ...rates, errors: [1, 1, 1, 1] }).decision).toBe('unacceptable');
    expect(sequentialTest({ ...rates, errors: [0, 0] })).toMatchObject({ decision: null, decidedAt: null });
  });

  it('do not let a good past hide a bad present', () => {
    const errors = [...new Array<number>(50).fill(0), 1, 1];
    const sums = bernoulliCusum({ errors, acceptable: 0.1, unacceptable: 0.3 });
    expect(sums.at(-1)).toBeCloseTo(2 * Math.log(3), 12);
  });

  it('refuse shares and spreads without meaning', () => {
    expect(() => bernoulliCusum({ errors: [], acceptable: 0.3, unacceptable: 0.1 })).toThrow(RangeError);
    expect(() => cusum({ values: [], target: 0, sigma: 0, slack: 1, limit: 1 })).toThrow(RangeError);
    expect(() => ewma({ values: [], target: 0, sigma: 1, weight: 2, reach: 1 })).toThrow(RangeError);
  });
});
