import { krippendorffAlpha } from '#stats/agreement/krippendorff-alpha.ts';
import type { AlphaMetric } from '#stats/agreement/metric-sums.ts';
import { bootstrapAlpha } from '#stats/intervals/bootstrap-alpha.ts';
import { seededRandom } from '#stats/random/seeded-random.ts';
import { type BenchRow, off, row } from './bench-row.ts';
import { generateRatedUnits } from './generate-data.ts';

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

/** Alpha of three ratings a unit, and of the same with gaps, so that units have two or three. */
export function agreementRows(): BenchRow[] {
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

function alphaInterval(units: { starts: Int32Array; values: Uint8Array }): BenchRow {
  return row({
    job: 'alpha, interval from 1,000 resamples of 1e5 units',
    times: 3,
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
