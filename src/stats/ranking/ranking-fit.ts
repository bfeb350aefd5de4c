import type { Summit } from '#stats/linear/climb-concave.ts';
import type { Shiftable } from '#stats/linear/hold-shift.ts';

/**
 * Why there are no scores: nothing was compared; the items fall into groups that no chain of wins joins both ways;
 * something else separates the data so that an estimate runs away; features say the same thing twice; only ties, so that
 * nothing tells how much they weigh.
 */
export type RankingGap =
  | 'no_comparisons'
  | 'not_connected'
  | 'separated'
  | 'features_not_identified'
  | 'only_ties';

/** What a model of preferences made of its data. */
export type RankingFit = {
  /** Groups of items that chains of wins join both ways; one group when scores exist without a prior. */
  readonly groups: readonly (readonly number[])[];
} & (
  | ({
      /** Natural logarithms of the worths, with mean zero. */
      readonly scores: Float64Array;
      /** Of the data, without a prior. */
      readonly logLikelihood: number;
      /** Minus the second derivatives at the scores and what is estimated with them, prior included. */
      readonly information: Float64Array;
      /** Steps that Newton's method took. */
      readonly steps: number;
    } & Shiftable)
  | { readonly scores: null; readonly reason: RankingGap }
);

/** What every fit may be told besides its data. */
export interface FitOptions {
  /** The prior: adds l2 · Σ score² to minus the log-likelihood, so a variance of 1/(2 l2). None unless told. */
  readonly l2?: number;
  /** Where to start from; a near start saves steps. */
  readonly start?: Float64Array;
}

/**
 * **Anchoring**: shifts scores so that their mean is zero.
 *
 * What for: scores are known only up to a common constant; this one depends on no single item.
 *
 * When it misleads: adding or dropping an item moves all others, so compare differences between leaderboards.
 *
 * Units: those of the scores.
 *
 * @example
 * anchorToMeanZero(new Float64Array([1, 2, 6])); // Float64Array [-2, -1, 3]
 */
export function anchorToMeanZero(scores: Float64Array): Float64Array {
  let sum = 0;
  for (const score of scores) sum += score;
  const mean = sum / scores.length;
  return scores.map((score) => score - mean);
}

/** @throws RangeError unless the prior is a finite number of at least 0. */
export function checkPrior(l2: number): void {
  if (!(l2 >= 0 && l2 < Infinity)) throw new RangeError(`The prior l2 must be at least 0, not ${l2}.`);
}

/** The reason in the words of the ranking for a climb that found no summit. */
export function gapOfClimb(summit: Extract<Summit, { at: null }>): RankingGap {
  return summit.reason === 'flat' ? 'features_not_identified' : 'separated';
}
