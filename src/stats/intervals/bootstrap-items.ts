import type { Ratings } from '#stats/agreement/ratings.ts';
import type { Random } from '#stats/random/seeded-random.ts';
import { quantileOfSorted } from './quantile.ts';

export interface BootstrapItemsInput {
  readonly ratings: Ratings;
  /** A measure of ratings, or null where it is undefined. */
  readonly measure: (ratings: Ratings) => number | null;
  readonly random: Random;
  /** How many times the items are drawn anew; 1000 unless told. */
  readonly resamples?: number;
  readonly confidence?: number;
}

/** An interval, or null and the reason; with how it was made. */
export type ItemsInterval = {
  readonly items: number;
  readonly resamples: number;
  /** Resamples left out because the measure was undefined there. */
  readonly undefinedResamples: number;
} & (
  | { readonly lower: number; readonly upper: number }
  | { readonly lower: null; readonly upper: null; readonly reason: 'too_few_units' | 'no_defined_resample' }
);

/**
 * **Bootstrap interval over items**, for any measure of agreement.
 *
 * What for: coefficients without a trustworthy formula for their spread, and small data.
 *
 * When it misleads: it treats raters as fixed. Below some 20 items it is rough. Resamples where the measure is undefined
 * are left out and counted: when they are many, the rest are not a fair picture.
 *
 * Formula: draws as many rated items as there are, with replacement, and takes the type-7 quantiles (1 ∓ confidence)/2.
 * Source: B. Efron and R. Tibshirani, "An Introduction to the Bootstrap", 1993, ch. 13 (percentile interval).
 *
 * Units: those of the measure.
 *
 * @throws RangeError unless resamples ≥ 1 and 0 < confidence < 1.
 * @example
 * const ratings = ratingsOfTable([[1, 1], [2, 2], [1, 2], [1, 1], [2, 2]]);
 * const measure = (drawn) => weightedAgreement({ ratings: drawn, weights: categoryWeights('none', [1, 2]) }).value;
 * bootstrapItems({ ratings, measure, random: seededRandom(1), resamples: 200 }).upper; // 1
 */
export function bootstrapItems({
  ratings,
  measure,
  random,
  resamples = 1_000,
  confidence = 0.95,
}: BootstrapItemsInput): ItemsInterval {
  if (!(Number.isSafeInteger(resamples) && resamples >= 1 && confidence > 0 && confidence < 1))
    throw new RangeError(
      `There must be resamples and a confidence below 1, not ${resamples}, ${confidence}.`,
    );
  const rated = ratedItems(ratings);
  const facts = { items: rated.length, resamples };
  const none = { lower: null, upper: null } as const;
  if (rated.length < 2) return { ...facts, undefinedResamples: 0, ...none, reason: 'too_few_units' };
  const values = new Float64Array(resamples);
  let found = 0;
  for (let resample = 0; resample < resamples; resample++) {
    const value = measure(drawItems(ratings, { rated, random }));
    if (value !== null) values[found++] = value;
  }
  const sorted = values.subarray(0, found).sort();
  const undefinedResamples = resamples - found;
  const lower = quantileOfSorted(sorted, (1 - confidence) / 2);
  const upper = quantileOfSorted(sorted, (1 + confidence) / 2);
  if (lower === null || upper === null)
    return { ...facts, undefinedResamples, ...none, reason: 'no_defined_resample' };
  return { ...facts, undefinedResamples, lower, upper };
}

function ratedItems({ starts }: Ratings): Int32Array {
  const rated: number[] = [];
  for (let item = 0; item + 1 < starts.length; item++)
    if ((starts[item + 1] ?? 0) > (starts[item] ?? 0)) rated.push(item);
  return Int32Array.from(rated);
}

function drawItems(
  ratings: Ratings,
  { rated, random }: { readonly rated: Int32Array; readonly random: Random },
): Ratings {
  const drawn = rated.map(() => rated[random.below(rated.length)] ?? 0);
  const starts = new Int32Array(drawn.length + 1);
  drawn.forEach((item, place) => {
    const size = (ratings.starts[item + 1] ?? 0) - (ratings.starts[item] ?? 0);
    starts[place + 1] = (starts[place] ?? 0) + size;
  });
  const size = starts[drawn.length] ?? 0;
  const raters = new Int32Array(size);
  const codes = new Int32Array(size);
  drawn.forEach((item, place) => {
    const [from, to] = [ratings.starts[item] ?? 0, ratings.starts[item + 1] ?? 0];
    raters.set(ratings.raters.subarray(from, to), starts[place] ?? 0);
    codes.set(ratings.codes.subarray(from, to), starts[place] ?? 0);
  });
  return { ...ratings, starts, raters, codes };
}
