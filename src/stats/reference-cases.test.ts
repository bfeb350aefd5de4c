import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { disagreementOf } from './agreement/disagreement.ts';
import { krippendorffAlpha } from './agreement/krippendorff-alpha.ts';
import type { AlphaMetric } from './agreement/metric-sums.ts';
import { pairableUnits } from './agreement/pairable-units.ts';
import { percentAgreement } from './agreement/percent-agreement.ts';
import type { UnitRows } from './agreement/unit-values.ts';
import { bootstrapAlpha } from './intervals/bootstrap-alpha.ts';
import { normalQuantile } from './intervals/normal-quantile.ts';
import { quantile } from './intervals/quantile.ts';
import { wilsonInterval } from './intervals/wilson.ts';
import { seededRandom } from './random/seeded-random.ts';

const missing = null;

/** Krippendorff (2011), example C: four observers, twelve units, five values. */
const exampleC: UnitRows = [
  [1, 1, missing, 1],
  [2, 2, 3, 2],
  [3, 3, 3, 3],
  [3, 3, 3, 3],
  [2, 2, 2, 2],
  [1, 2, 3, 4],
  [4, 4, 4, 4],
  [1, 1, 2, 1],
  [2, 2, 2, 2],
  [missing, 5, 5, 5],
  [missing, missing, 1, 1],
  [missing, 3, missing, missing],
];

describe('Published examples', () => {
  it.each([
    { metric: 'nominal', alpha: 113 / 152, printed: '0.743' },
    { metric: 'ordinal', alpha: 108577 / 133160, printed: '0.815' },
    { metric: 'interval', alpha: 951 / 1120, printed: '0.849' },
    { metric: 'ratio', alpha: 18222619 / 22852465, printed: '0.797' },
  ] as const)(
    '$metric alpha of Krippendorff (2011), example C, is $printed',
    ({ metric, alpha, printed }) => {
      const result = krippendorffAlpha({ units: exampleC, metric });
      expect(result).toMatchObject({ units: 11, pairableValues: 40 });
      expect(result.value).toBeCloseTo(alpha, 12);
      expect(result.value?.toFixed(3)).toBe(printed);
    },
  );

  it('nominal alpha of Krippendorff (2011), example B, with five named categories, is 0.692', () => {
    const words = ['ab', 'aa', 'bb', 'bb', 'db', 'cc', 'cc', 'cc', 'ee', 'dd', 'dd', 'ad'];
    const units = words.map((word) => [...word].map((letter) => letter.charCodeAt(0)));
    expect(krippendorffAlpha({ units, metric: 'nominal' }).value).toBeCloseTo(155 / 224, 12);
  });

  it('percent agreement of example C differs by what is meant', () => {
    const agreement = percentAgreement(exampleC);
    expect(agreement.meanOverUnits).toBeCloseTo(9 / 11, 12);
    expect(agreement.shareOfPairs).toBeCloseTo(43 / 55, 12);
    expect(agreement.shareUnanimous).toBeCloseTo(8 / 11, 12);
  });

  it('the nominal bootstrap interval of example C is about 0.42 to 1, not the narrower one of resampled pairs', () => {
    const interval = bootstrapAlpha({
      units: exampleC,
      metric: 'nominal',
      random: seededRandom(1),
      resamples: 20_000,
    });
    expect(Math.abs((interval.lower ?? Number.NaN) - 0.42)).toBeLessThan(0.02);
    expect(interval.upper).toBe(1);
  });
});

interface RecordedCase {
  readonly name: string;
  readonly metric: string;
  readonly tolerance: number;
  // Each kind of case has its own shape; the checks below know which one they read.
  readonly input: Record<string, unknown>;
  readonly expected: Record<string, unknown>;
}

type Compare = (actual: number | null, expected: unknown) => void;
type Check = (recorded: RecordedCase, same: Compare) => void;

const metrics: ReadonlySet<unknown> = new Set<AlphaMetric>(['nominal', 'ordinal', 'interval', 'ratio']);

const weightMetrics: Readonly<Record<string, AlphaMetric>> = {
  unweighted: 'nominal',
  identity: 'nominal',
  quadratic: 'interval',
};

function metricOf(weights: unknown): AlphaMetric {
  return weightMetrics[weights as string] ?? 'nominal';
}

/** Leaves out differences and weights that are not computed here, and figures of other bootstraps. */
function isCovered({ metric, input, expected }: RecordedCase): boolean {
  if (metric === 'krippendorff_alpha') return metrics.has(input.level);
  if (metric === 'edge_agreement') return 'alpha_nominal' in expected;
  if (metric === 'percent_agreement') return input.weights === 'unweighted';
  if (metric === 'krippendorff_bootstrap_distribution') return 'units_q025_q50_q975' in expected;
  return input.weights === undefined || weightMetrics[input.weights as string] !== undefined;
}

function readRatings(input: RecordedCase['input']): UnitRows {
  const ratings = input.ratings as readonly (readonly (number | string | null)[])[];
  return ratings.map((row) => row.map((value) => (typeof value === 'string' ? value.charCodeAt(0) : value)));
}

function spreadTable(table: readonly (readonly number[])[]): number[][] {
  return table.flatMap((row, first) =>
    row.flatMap((count, second) => Array.from({ length: count }, () => [first, second])),
  );
}

const checks: Readonly<Record<string, Check>> = {
  krippendorff_alpha: ({ input, expected }, same) => {
    const alpha = krippendorffAlpha({ units: readRatings(input), metric: input.level as AlphaMetric });
    same(alpha.value, expected.alpha);
    if ('observed' in expected)
      same((alpha.observedDisagreement ?? 0) * alpha.pairableValues, expected.observed);
    if ('expected' in expected)
      same((alpha.expectedDisagreement ?? 0) * alpha.pairableValues, expected.expected);
  },
  edge_agreement: ({ input, expected }, same) => {
    same(krippendorffAlpha({ units: readRatings(input), metric: 'nominal' }).value, expected.alpha_nominal);
  },
  krippendorff_alpha_weighted_irrCAC: ({ input, expected }, same) => {
    const metric = metricOf(input.weights);
    same(krippendorffAlpha({ units: readRatings(input), metric }).value, expected.value);
  },
  krippendorff_alpha_2rater: ({ input, expected }, same) => {
    const metric = metricOf(input.weights);
    const units = spreadTable(input.table as number[][]);
    same(krippendorffAlpha({ units, metric }).value, expected.value);
  },
  percent_agreement: ({ input, expected }, same) => {
    if (input.weights === 'unweighted')
      same(percentAgreement(readRatings(input)).meanOverUnits, expected.value);
  },
  percent_agreement_definitions: ({ input, expected }, same) => {
    const agreement = percentAgreement(readRatings(input));
    same(agreement.meanOverUnits, expected.macro_pairwise);
    same(agreement.shareOfPairs, expected.micro_pairwise);
    same(agreement.shareUnanimous, expected.unanimous_share);
  },
  krippendorff_bootstrap_units: ({ input, expected }, same) => {
    const rows = readRatings(input);
    // The pairable units stand first in this case; the one after them can be drawn but adds nothing.
    const units = pairableUnits(rows);
    for (const [metric, wanted] of Object.entries(expected)) {
      const measure = disagreementOf(units, metric as AlphaMetric);
      const alphas = (input.indices as number[][]).map((indices) => {
        const weights = new Int32Array(rows.length);
        for (const index of indices) weights[index] = (weights[index] ?? 0) + 1;
        const { observed, expected: chance } = measure(weights.subarray(0, units.starts.length - 1));
        return 1 - observed / chance;
      });
      const { alphas: wantedAlphas, percentile95 } = wanted as { alphas: number[]; percentile95: number[] };
      alphas.forEach((alpha, index) => {
        same(alpha, wantedAlphas[index]);
      });
      same(quantile(alphas, 0.025), percentile95[0]);
      same(quantile(alphas, 0.975), percentile95[1]);
    }
  },
  krippendorff_bootstrap_distribution: ({ input, expected }, same) => {
    const wanted = expected.units_q025_q50_q975 as number[];
    const metric = input.level as AlphaMetric;
    const setting = { units: readRatings(input), metric, random: seededRandom(1), resamples: 20_000 };
    const interval = bootstrapAlpha(setting);
    same(interval.lower, wanted[0]);
    same(interval.upper, wanted[2]);
  },
  binomial_interval: ({ input, expected }, same) => {
    const { successes, n, confidence } = input as { successes: number; n: number; confidence: number };
    const interval = wilsonInterval({ successes, trials: n, confidence });
    const [lower, upper] = expected.wilson as number[];
    same(interval.lower, lower);
    same(interval.upper, upper);
  },
  quantile_type7: ({ input, expected }, same) => {
    (input.p as number[]).forEach((p, index) => {
      same(quantile(input.values as number[], p), (expected.q as number[])[index]);
    });
  },
  normal_quantile: ({ input, expected }, same) => {
    (input.p as number[]).forEach((p, index) => {
      same(normalQuantile(p), (expected.z as number[])[index]);
    });
  },
};

const sharedFolder = process.env.PLUMBLINE_SHARED ?? resolve(import.meta.dirname, '../../../shared');
const casesFile = join(sharedFolder, 'data/stats-cases.json');

// The recorded values of other programs are not part of the repository; where they are at hand, they must be met.
if (existsSync(casesFile)) {
  const { cases } = JSON.parse(readFileSync(casesFile, 'utf8')) as { cases: RecordedCase[] };
  describe.each(Object.keys(checks))('Recorded values of other programs: %s', (metric) => {
    it.each(cases.filter((recorded) => recorded.metric === metric && isCovered(recorded)))(
      '$name',
      (recorded) => {
        let compared = 0;
        checks[metric]?.(recorded, (actual, expected) => {
          compared++;
          if (actual === null || typeof expected !== 'number') return expect(actual).toBe(expected);
          const allowed = recorded.tolerance * Math.max(1, Math.abs(expected));
          expect(Math.abs(actual - expected), `${actual} against ${expected}`).toBeLessThanOrEqual(allowed);
        });
        expect(compared).toBeGreaterThan(0);
      },
    );
  });
}
