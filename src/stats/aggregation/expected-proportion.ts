import { normalQuantile } from '#stats/intervals/normal-quantile.ts';

/** A share of labels that are right, with an interval; null and the reason where there are no labels. */
export type Reliability =
  | { readonly value: number; readonly lower: number; readonly upper: number; readonly labels: number }
  | {
      readonly value: null;
      readonly lower: null;
      readonly upper: null;
      readonly labels: number;
      readonly reason: 'no_labels' | 'no_gold' | 'no_weight';
    };

/**
 * **Expected proportion with an interval**: how large a share of an annotator's labels is right, where right itself is
 * known by probability only.
 *
 * What for: reliability that says how little ten labels tell.
 *
 * When it misleads: it takes the probabilities for granted, as if the true labels had been looked up, and the labels as
 * independent of each other; where items have few labels, the annotator's own label has part in them. Read it as the
 * narrowest interval that one could hope for.
 *
 * Formula: the Wilson score interval with the expected number of right labels, Σ posterior of the given label, in place
 * of a count: with p their share of n, (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n).
 * Source: E. B. Wilson (1927), JASA 22(158); A. P. Dawid and A. M. Skene (1979) for the expected counts.
 *
 * Units: shares from 0 to 1.
 *
 * @throws RangeError unless 0 ≤ right ≤ labels, but for rounding, and 0 < confidence < 1.
 * @example
 * expectedProportion({ right: 7.5, labels: 10 }).value; // 0.75
 */
export function expectedProportion(input: {
  readonly right: number;
  readonly labels: number;
  /** Share of such intervals that hold the true proportion; 0.95 unless told. */
  readonly confidence?: number;
}): Reliability {
  const { labels, confidence = 0.95 } = input;
  if (!(input.right >= 0 && input.right <= labels * (1 + 1e-9) && labels < Infinity))
    throw new RangeError(`Of ${labels} labels, ${input.right} cannot be right.`);
  if (!(confidence > 0 && confidence < 1))
    throw new RangeError(`The confidence must lie between 0 and 1, not ${confidence}.`);
  if (labels === 0) return { value: null, lower: null, upper: null, labels, reason: 'no_labels' };
  const value = Math.min(1, input.right / labels);
  const spread = normalQuantile(0.5 + confidence / 2) ** 2 / labels;
  const middle = (value + spread / 2) / (1 + spread);
  const reach = Math.sqrt(value * (1 - value) * spread + (spread * spread) / 4) / (1 + spread);
  return {
    value,
    lower: Math.min(value, Math.max(0, middle - reach)),
    upper: Math.max(value, Math.min(1, middle + reach)),
    labels,
  };
}
