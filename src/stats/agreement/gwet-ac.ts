import { chanceCorrected, unitMeanOf } from './chance-corrected.ts';
import type { Coefficient } from './coefficient.ts';
import { mergeAlikeRatings } from './merge-alike-ratings.ts';
import type { WeightedRatings } from './unit-agreement.ts';

/**
 * **Gwet's AC1 and AC2**: agreement beyond chance that stays high where one category is common and people agree.
 *
 * What for: rare findings, such as safety labels, where kappa and alpha collapse. Without weights it is AC1, with weights
 * AC2.
 *
 * When it misleads: where nothing varies it is 1 and gives no sign of it, so show how common each category is. It needs
 * the whole scale: an option that nobody chose lowers the expected agreement too. It is mostly higher than kappa, so never
 * compare one with the other.
 *
 * Formula: p_e = Σ w/(q(q − 1)) · Σ π_k(1 − π_k) in {@link chanceCorrected}, with q categories.
 * Source: K. Gwet (2008), British Journal of Mathematical and Statistical Psychology 61; Handbook, 4th ed. 2014.
 *
 * Units: at most 1; 0 is chance.
 *
 * @example
 * const ratings = ratingsOfTable([[1, 1], [1, 1], [1, 2], [1, 1]]);
 * gwetAc({ ratings, weights: categoryWeights('none', ratings.categories) }).value.toFixed(2); // '0.68'
 */
export function gwetAc(asGiven: WeightedRatings): Coefficient {
  const given = mergeAlikeRatings(asGiven);
  return chanceCorrected(given, ({ prevalence }) => {
    const size = prevalence.length;
    const scale = given.weights.reduce((sum, weight) => sum + weight, 0) / (size * (size - 1));
    const expected = scale * prevalence.reduce((sum, share) => sum + share * (1 - share), 0);
    return {
      expected,
      perUnit: unitMeanOf(
        given,
        prevalence.map((share) => scale * (1 - share)),
      ),
    };
  });
}
