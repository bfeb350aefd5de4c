import { quantileOfSorted } from '#stats/intervals/quantile.ts';

export interface BootstrapScoresInput<Sample> {
  /** How many scores an estimate has. */
  readonly items: number;
  /** Draws the data anew. */
  readonly resample: () => Sample;
  /** The scores of such data, or null where they do not exist. */
  readonly estimate: (sample: Sample) => Float64Array | null;
  /** 1000 unless told. */
  readonly resamples?: number;
  /** 0.95 unless told. */
  readonly confidence?: number;
}

export interface ScoreIntervals {
  /** Null where not one resample had scores. */
  readonly lower: Float64Array | null;
  readonly upper: Float64Array | null;
  readonly resamples: number;
  /** How many had none, mostly because chance left items unconnected. The intervals then are too narrow. */
  readonly resamplesWithoutScores: number;
}

/**
 * **Bootstrap intervals of scores**: what the scores would have been, had chance dealt other comparisons.
 *
 * What for: intervals for any estimator of scores, from cells, persons or rankings drawn anew.
 *
 * When it misleads: resamples in which no scores exist are left out, so where there are many the interval tells only of
 * the lucky ones; their number is given. And what is drawn must be what is independent.
 *
 * Formula: the quantiles (1 − c)/2 and (1 + c)/2, type 7, of each score over the resamples.
 * Source: B. Efron and R. Tibshirani, "An Introduction to the Bootstrap", 1993, ch. 13 (percentile interval).
 *
 * Units: those of the scores.
 *
 * @throws RangeError unless resamples is a whole number of at least 1 and 0 < confidence < 1.
 * @example
 * const random = seededRandom(1);
 * const estimate = (sample) => new Float64Array([sample]);
 * bootstrapScores({ items: 1, resample: () => random.below(2), estimate, resamples: 100 }).upper; // Float64Array [1]
 */
export function bootstrapScores<Sample>(input: BootstrapScoresInput<Sample>): ScoreIntervals {
  const { items, resample, estimate, resamples = 1000, confidence = 0.95 } = input;
  if (!(Number.isSafeInteger(resamples) && resamples >= 1 && confidence > 0 && confidence < 1)) {
    throw new RangeError(`Resamples must be at least 1 and the confidence from 0 to 1.`);
  }
  const all = Array.from({ length: items }, () => new Float64Array(resamples));
  let found = 0;
  for (let round = 0; round < resamples; round++) {
    const scores = estimate(resample());
    if (scores === null) continue;
    for (let item = 0; item < items; item++) {
      const own = all[item];
      if (own !== undefined) own[found] = scores[item] ?? Number.NaN;
    }
    found++;
  }
  const facts = { resamples, resamplesWithoutScores: resamples - found };
  if (found === 0) return { ...facts, lower: null, upper: null };
  const sorted = all.map((own) => own.subarray(0, found).sort());
  const ends = (share: number) =>
    Float64Array.from(sorted, (own) => quantileOfSorted(own, share) ?? Number.NaN);
  return { ...facts, lower: ends((1 - confidence) / 2), upper: ends((1 + confidence) / 2) };
}
