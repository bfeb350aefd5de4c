import type { Ratings } from './ratings.ts';

export interface PreferenceInput {
  readonly ratings: Ratings;
  /** The value that prefers neither side; 0 unless told. */
  readonly centre?: number;
}

/** How often two judgments of one item prefer opposite sides, or null and the reason. */
export type FlipRate = {
  /** Items with at least two judgments. */
  readonly units: number;
  /** Pairs of judgments of the same item. */
  readonly pairs: number;
  /** Pairs of which neither judgment is a tie. */
  readonly decidedPairs: number;
} & (
  | {
      /** Pairs with opposite sign, of all pairs. */
      readonly value: number;
      /** The same, of the decided pairs only; null where there are none. */
      readonly ofDecided: number | null;
      /**
       * Share of strength on the same side: each decided pair counts as much as its two strengths multiplied; null where
       * there are none.
       */
      readonly strengthAgreement: number | null;
    }
  | { readonly value: null; readonly reason: 'single_rater' | 'no_pairable_units' }
);

/**
 * **Pair-flip rate**: the share of pairs of judgments of the same item that prefer opposite sides.
 *
 * What for: preference data, where "slightly better" against "much better" hardly matters and the other side does: a
 * reward model that learns from one judgment is contradicted by the other. The strength-weighted agreement beside it
 * says whether the contradictions are among the strong opinions or among the weak ones.
 *
 * When it misleads: ties are no flips, so an annotator who ties everything never flips; look at the decided pairs. Blind
 * choice gives 50 % of the decided pairs.
 *
 * Formula: with s = value − centre, the share of pairs with s_i s_j < 0; and Σ over s_i s_j > 0 of |s_i s_j| by
 * Σ |s_i s_j|. Sums inside an item come from its totals, not from each pair.
 *
 * Units: shares from 0 to 1.
 *
 * @example
 * flipRate({ ratings: ratingsOfTable([[-2, 1, 1], [3, 1, null]]) }).value; // 0.5
 */
export function flipRate({ ratings, centre = 0 }: PreferenceInput): FlipRate {
  const { starts, codes, categories } = ratings;
  const sums = { units: 0, pairs: 0, decidedPairs: 0, flips: 0, same: 0, opposite: 0 };
  for (let item = 0; item + 1 < starts.length; item++) {
    const from = starts[item] ?? 0;
    const to = starts[item + 1] ?? 0;
    if (to - from < 2) continue;
    const above = { count: 0, sum: 0, squares: 0 };
    const below = { count: 0, sum: 0, squares: 0 };
    for (let index = from; index < to; index++) {
      const strength = (categories[codes[index] ?? 0] ?? 0) - centre;
      if (strength === 0) continue;
      const side = strength > 0 ? above : below;
      side.count++;
      side.sum += Math.abs(strength);
      side.squares += strength * strength;
    }
    const decided = above.count + below.count;
    sums.units++;
    sums.pairs += ((to - from) * (to - from - 1)) / 2;
    sums.decidedPairs += (decided * (decided - 1)) / 2;
    sums.flips += above.count * below.count;
    sums.same += (above.sum ** 2 - above.squares + below.sum ** 2 - below.squares) / 2;
    sums.opposite += above.sum * below.sum;
  }
  const { units, pairs, decidedPairs, flips, same, opposite } = sums;
  const rests = { units, pairs, decidedPairs };
  if (pairs === 0) {
    const reason = new Set(ratings.raters).size === 1 ? 'single_rater' : 'no_pairable_units';
    return { ...rests, value: null, reason };
  }
  const isDecided = decidedPairs > 0;
  return {
    ...rests,
    value: flips / pairs,
    ofDecided: isDecided ? flips / decidedPairs : null,
    strengthAgreement: isDecided ? same / (same + opposite) : null,
  };
}
