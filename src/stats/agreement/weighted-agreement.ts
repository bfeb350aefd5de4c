import { chanceCorrected } from './chance-corrected.ts';
import type { Coefficient } from './coefficient.ts';
import { mergeAlikeRatings } from './merge-alike-ratings.ts';
import type { WeightedRatings } from './unit-agreement.ts';

/**
 * **Weighted percent agreement**: the mean over units of the share of agreeing pairs, with near misses counted in part.
 *
 * What for: the plain figure beside every coefficient, with its standard error. Without weights it is the first of the
 * three meanings of {@link percentAgreement}.
 *
 * When it misleads: it does not allow for chance, and weights make it high even for blind choice.
 *
 * Formula: p_a of {@link chanceCorrected} with an expected agreement of 0.
 * Source: K. Gwet, "Handbook of Inter-Rater Reliability", 4th ed. 2014, ch. 2.
 *
 * Units: a share from 0 to 1.
 *
 * @example
 * const ratings = ratingsOfTable([[1, 3], [2, 2], [1, 2]]);
 * weightedAgreement({ ratings, weights: categoryWeights('linear', ratings.categories) }).value; // 0.5
 */
export function weightedAgreement(asGiven: WeightedRatings): Coefficient {
  const given = mergeAlikeRatings(asGiven);
  return chanceCorrected(given, () => ({ expected: 0, perUnit: null }));
}
