import { describe, expect, it } from 'vitest';
import { chiSquareTail } from '#stats/distributions/chi-square.ts';
import { fQuantile } from '#stats/distributions/fisher-f.ts';
import { studentTQuantile } from '#stats/distributions/student-t.ts';
import { cusum } from '#stats/drift/cusum.ts';
import { bernoulliCusum, sequentialTest } from '#stats/drift/error-evidence.ts';
import { ewma } from '#stats/drift/ewma.ts';
import { type CompareNumber, describeRecorded } from '#test/support/recorded-statistics.ts';
import { type BinomialMethod, binomialInterval } from './binomial-intervals.ts';
import { bcaInterval, bootstrapIntervals } from './bootstrap-interval.ts';
import { binomialTest, twoProportionZ } from './proportion-tests.ts';

function sameList(found: ArrayLike<number>, wanted: unknown, same: CompareNumber): void {
  same(found.length, (wanted as number[]).length);
  Array.from(found).forEach((value, place) => {
    same(value, (wanted as number[])[place]);
  });
}

const methods: Readonly<Record<string, BinomialMethod>> = {
  normal: 'normal',
  wilson: 'wilson',
  clopper_pearson: 'clopper_pearson',
  agresti_coull: 'agresti_coull',
  jeffreys: 'jeffreys',
  wilson_cc: 'wilson_continuity',
};

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describeRecorded({
  binomial_interval: ({ input, expected }, same) => {
    const { successes, n, confidence } = input as { successes: number; n: number; confidence: number };
    for (const [name, wanted] of Object.entries(expected)) {
      const method = methods[name];
      if (method === undefined) throw new Error(`The method ${name} is unknown.`);
      const { lower, upper } = binomialInterval({ successes, trials: n, confidence }, method);
      same(lower, (wanted as number[])[0]);
      same(upper, (wanted as number[])[1]);
    }
  },
  two_proportion_z: ({ input, expected }, same) => {
    const found = twoProportionZ({
      successes: input.x as [number, number],
      trials: input.n as [number, number],
    });
    same(found.z, expected.z);
    same('pValue' in found ? found.pValue : null, expected.p_two_sided);
  },
  binomial_test: ({ input, expected }, same) => {
    const { x, n, p0 } = input as { x: number; n: number; p0: number };
    const found = binomialTest({ successes: x, trials: n, share: p0 });
    same(found.twoSided, expected.two_sided);
    same(found.less, expected.less);
    same(found.greater, expected.greater);
  },
  t_quantile: ({ input, expected }, same) => {
    const found = (input.df as number[]).map((degrees) => studentTQuantile(input.p as number, degrees));
    sameList(found, expected.t, same);
  },
  f_quantile: ({ input, expected }, same) => {
    const found = (input.df as [number, number][]).map(([numerator, denominator]) =>
      fQuantile(input.p as number, { numerator, denominator }),
    );
    sameList(found, expected.F, same);
  },
  chi2_sf: ({ input, expected }, same) => {
    const degrees = input.df as number[];
    const found = (input.x as number[]).map((value, place) => chiSquareTail(value, degrees[place] ?? 0));
    sameList(found, expected.p, same);
  },
  bootstrap_interval: ({ input, expected }, same) => {
    const data = input.data as number[];
    const given = { estimate: mean(data), replicates: input.replicates as number[] };
    const simple = bootstrapIntervals(given);
    sameList(simple.percentile, expected.percentile, same);
    sameList(simple.basic, expected.basic, same);
    same(simple.standardError, expected.normal_se);
    const jackknife = data.map((_, left) => mean(data.filter((__, place) => place !== left)));
    const bca = bcaInterval({ ...given, jackknife });
    if (bca.lower === null) throw new Error('There must be an interval.');
    sameList([bca.lower, bca.upper], expected.bca, same);
    sameList(bca.levels, expected.bca_levels, same);
    same(bca.acceleration, expected.bca_acceleration);
  },
  ewma_chart: ({ input, expected }, same) => {
    const { x, target, sigma, lambda, L } = input as Record<string, number> & { x: number[] };
    const chart = ewma({
      values: x,
      target: target ?? 0,
      sigma: sigma ?? 0,
      weight: lambda ?? 0,
      reach: L ?? 0,
    });
    sameList(chart.means, expected.z, same);
    const limits = expected.limits as [number, number][];
    sameList(
      chart.lower,
      limits.map(([lower]) => lower),
      same,
    );
    sameList(
      chart.upper,
      limits.map(([, upper]) => upper),
      same,
    );
    if ('steady_state' in expected) sameList(chart.steady, expected.steady_state, same);
    if ('signals' in expected) sameList(chart.signals, expected.signals, same);
  },
  cusum_chart: ({ input, expected }, same) => {
    const { target = 0, sigma = 0, k = 0, h = 0 } = input as Record<string, number>;
    const chart = cusum({ values: input.x as number[], target, sigma, slack: k, limit: h });
    sameList(chart.above, expected.C_plus, same);
    sameList(chart.below, expected.C_minus, same);
    same(chart.firstSignal, expected.first_signal_index0);
  },
  bernoulli_cusum: ({ input, expected }, same) => {
    const { p0 = 0, p1 = 0 } = input as Record<string, number>;
    const sums = bernoulliCusum({ errors: input.errors as number[], acceptable: p0, unacceptable: p1 });
    sameList(sums, expected.S, same);
  },
  sprt: ({ input, expected }, same) => {
    const { p0 = 0, p1 = 0, alpha = 0, beta = 0 } = input as Record<string, number>;
    const rates = { errors: input.errors as number[], acceptable: p0, unacceptable: p1 };
    const test = sequentialTest({ ...rates, falseAlarm: alpha, missed: beta });
    sameList(test.evidence, expected.llr, same);
    same(test.upper, expected.upper);
    same(test.lower, expected.lower);
    same(test.decidedAt, expected.index0);
    same(test.decision === 'unacceptable' ? 1 : 0, expected.decision === 'accept_p1' ? 1 : 0);
  },
});

describe('Published examples of intervals and charts', () => {
  it.each([
    ['clopper_pearson', 0.2527, 0.3676],
    ['wilson_continuity', 0.2535, 0.3682],
    ['normal', 0.2522, 0.3638],
  ] as const)('the %s interval of 81 of 263 is as in table I of Newcombe (1998)', (method, lower, upper) => {
    const interval = binomialInterval({ successes: 81, trials: 263 }, method);
    expect(interval.lower).toBeCloseTo(lower, 4);
    expect(interval.upper).toBeCloseTo(upper, 4);
  });

  it('the running means of the NIST handbook, 6.3.2.4, are 50.60, 49.52, 50.56 and stay within 47.41 to 52.59', () => {
    const values = [52, 47, 53, 49.3, 50.1, 47, 51, 50.1, 51.2, 50.5, 49.6, 47.6, 49.9, 51.3, 47.8];
    const chart = ewma({ values, target: 50, sigma: 2.0539, weight: 0.3, reach: 3 });
    expect([...chart.means.subarray(0, 3)].map((mean) => mean.toFixed(2))).toEqual([
      '50.60',
      '49.52',
      '50.56',
    ]);
    expect(chart.steady.map((limit) => limit.toFixed(2))).toEqual(['47.41', '52.59']);
    expect(chart.signals).toEqual([]);
  });

  it('t, F and chi-square are as in printed tables', () => {
    expect(studentTQuantile(0.975, 11).toFixed(3)).toBe('2.201');
    expect(fQuantile(0.95, { numerator: 5, denominator: 10 }).toFixed(2)).toBe('3.33');
    expect(chiSquareTail(18.307, 10).toFixed(4)).toBe('0.0500');
  });
});
