import { categoryWeights } from '#stats/agreement/category-weights.ts';
import { spearman } from '#stats/agreement/correlation.ts';
import { fleissKappa } from '#stats/agreement/fleiss-kappa.ts';
import { kendallTau } from '#stats/agreement/kendall-tau.ts';
import { krippendorffAlpha } from '#stats/agreement/krippendorff-alpha.ts';
import type { AlphaMetric } from '#stats/agreement/metric-sums.ts';
import { pairwiseKappas } from '#stats/agreement/pairwise-kappas.ts';
import { groupRatings } from '#stats/agreement/ratings.ts';
import { bootstrapAlpha } from '#stats/intervals/bootstrap-alpha.ts';
import { seededRandom } from '#stats/random/seeded-random.ts';
import { type BenchRow, off, row } from './bench-row.ts';
import { generateRatedUnits, generateSparseRatings, type RatedUnits } from './generate-data.ts';

/** Exact answers, computed once by closed formulas in another language. */
const exact: Readonly<Record<string, number>> = {
  '1e5 nominal nominal': 0.5807048529386392,
  '1e5 likert interval': 0.6735421101867582,
  '1e5 likert ordinal': 0.6759587558297013,
  '1e5 score101 interval': 0.9057835354547322,
  '1e6 nominal nominal': 0.5814129175654664,
  '1e6 likert interval': 0.6738121470157455,
  '1e6 likert ordinal': 0.6764127524191619,
  '1e6 score101 interval': 0.9059896932286091,
};

const jobs: readonly (readonly ['nominal' | 'likert' | 'score101', AlphaMetric, string[]])[] = [
  [
    'nominal',
    'nominal',
    ['krippendorff nominal', 'krippendorff, counts given, nominal', 'evalica alpha nominal'],
  ],
  [
    'likert',
    'interval',
    [
      'krippendorff likert interval',
      'krippendorff, counts given, likert interval',
      'evalica alpha likert interval',
    ],
  ],
  ['likert', 'ordinal', ['evalica alpha likert ordinal']],
  ['score101', 'interval', ['evalica alpha score101 interval']],
];

export function agreementRows(): BenchRow[] {
  return [...alphaJobs(), ...otherJobs(generateRatedUnits(300, 1_000_000)), kappaJob()];
}

/** Alpha of three ratings a unit, and of the same with gaps, so that units have two or three. */
function alphaJobs(): BenchRow[] {
  return (['1e5', '1e6'] as const).flatMap((tag) => {
    const n = Number(tag);
    const data = generateRatedUnits(tag === '1e5' ? 200 : 300, n);
    const starts = Int32Array.from({ length: n + 1 }, (_, unit) => 3 * unit);
    const full = jobs.map(([scale, metric, peers]) =>
      row({
        job: `alpha, ${scale} ${metric}, ${tag} units`,
        run: () => krippendorffAlpha({ units: { starts, values: data[scale] }, metric }),
        error: (alpha) => off(alpha.value, exact[`${tag} ${scale} ${metric}`] ?? Number.NaN),
        peers: peers.map((peer) => `${peer} ${tag}`),
      }),
    );
    const gaps = withGaps(data.likert, starts);
    const patchy = row({
      job: `alpha, likert ordinal, ${tag} units with gaps`,
      run: () => krippendorffAlpha({ units: gaps, metric: 'ordinal' }),
    });
    return [...full, patchy, ...(tag === '1e5' ? [alphaInterval({ starts, values: data.nominal })] : [])];
  });
}

function otherJobs({ annotators, nominal, likert }: RatedUnits): BenchRow[] {
  const n = likert.length / 3;
  const items = Int32Array.from({ length: 3 * n }, (_, place) => Math.floor(place / 3));
  const rows = { items, itemCount: n, raters: Int32Array.from(annotators), raterCount: 50 };
  const categories = Float64Array.of(0, 1, 2, 3, 4);
  const ratings = groupRatings({ ...rows, codes: Int32Array.from(nominal), categories });
  const weights = categoryWeights('none', categories);
  const [first, second] = [0, 1].map((column) =>
    Float64Array.from({ length: n }, (_, unit) => likert[3 * unit + column] ?? 0),
  );
  return [
    row({
      job: 'Fleiss kappa, 1e6 units',
      run: () => fleissKappa({ ratings, weights }),
      peers: ['statsmodels fleiss_kappa 1e6'],
    }),
    row({
      job: 'Kendall tau-b and Spearman, 1e6 units',
      run: () => ({
        tau: kendallTau(first ?? [], second ?? []).value,
        rho: spearman(first ?? [], second ?? []).value,
      }),
      error: ({ tau, rho }) => Math.max(off(tau, 0.5427860400689448), off(rho, 0.6768913792783999)),
      peers: ['scipy kendalltau + spearmanr 1e6'],
    }),
  ];
}

function kappaJob(): BenchRow {
  const { items, annotators, values } = generateSparseRatings();
  const codes = Int32Array.from(values, (value) => value - 1);
  const categories = Float64Array.of(1, 2, 3, 4, 5);
  const rows = { items, itemCount: 10_000, raters: annotators, raterCount: 200, codes, categories };
  const weights = categoryWeights('quadratic', categories);
  return row({
    job: 'quadratic kappa, all 19,900 pairs of annotators',
    run: () => pairwiseKappas({ ratings: groupRatings(rows), weights }),
    error: (kappas) =>
      off(
        kappas.values.reduce<number>((sum, value) => sum + (value ?? Number.NaN), 0),
        14468.966015934406,
      ),
    peers: ['scikit-learn cohen_kappa_score, all pairs', 'statsmodels cohens_kappa, all pairs'],
  });
}

function alphaInterval(units: { starts: Int32Array; values: Uint8Array }): BenchRow {
  return row({
    job: 'alpha, interval from 1,000 resamples of 1e5 units',
    times: 1,
    run: () => bootstrapAlpha({ units, metric: 'nominal', random: seededRandom(1), resamples: 1000 }),
    peers: ['evalica alpha bootstrap 1e5'],
  });
}

/** Leaves out one value in ten, so that no unit can be taken for granted. */
function withGaps(values: Uint8Array, starts: Int32Array) {
  const kept: number[] = [];
  const begins = [0];
  for (let unit = 0; unit + 1 < starts.length; unit++) {
    for (let place = starts[unit] ?? 0; place < (starts[unit + 1] ?? 0); place++)
      if (place % 10 !== 3) kept.push(values[place] ?? 0);
    begins.push(kept.length);
  }
  return { starts: Int32Array.from(begins), values: Uint8Array.from(kept) };
}
