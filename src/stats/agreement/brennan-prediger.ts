import { chanceCorrected } from './chance-corrected.ts';
import type { Coefficient } from './coefficient.ts';
import { mergeAlikeRatings } from './merge-alike-ratings.ts';
import type { WeightedRatings } from './unit-agreement.ts';

/**
 * **Brennan–Prediger coefficient**: agreement beyond what blind choice among all categories would give.
 *
 * What for: where raters are free to use categories as often as they like; also known as S, free-marginal or Randolph's
 * kappa. It does not punish raters for agreeing on what is common.
 *
 * When it misleads: categories that nobody would ever choose raise it. It needs the whole scale.
 *
 * Formula: p_e = Σ w/q² in {@link chanceCorrected}, with q categories.
 * Source: R. L. Brennan and D. J. Prediger (1981), Educational and Psychological Measurement 41(3).
 *
 * Units: at most 1; 0 is blind choice.
 *
 * @example
 * const ratings = ratingsOfTable([[1, 1], [2, 2], [1, 2], [1, 1]]);
 * brennanPrediger({ ratings, weights: categoryWeights('none', ratings.categories) }).value; // 0.5
 */
export function brennanPrediger(asGiven: WeightedRatings): Coefficient {
  const given = mergeAlikeRatings(asGiven);
  return chanceCorrected(given, ({ prevalence }) => ({
    expected: given.weights.reduce((sum, weight) => sum + weight, 0) / prevalence.length ** 2,
    perUnit: null,
  }));
}
