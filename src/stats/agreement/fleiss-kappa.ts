import { chanceCorrected, unitMeanOf } from './chance-corrected.ts';
import type { Coefficient } from './coefficient.ts';
import { mergeAlikeRatings } from './merge-alike-ratings.ts';
import type { UnitAgreement, WeightedRatings } from './unit-agreement.ts';

/**
 * **Fleiss' kappa**: agreement beyond chance for any number of raters, where chance draws from what all said together.
 *
 * What for: options chosen by changing people. With two raters it is Scott's pi; weights make it fit ordered scales; units
 * may have different numbers of raters, as in Gwet's generalisation.
 *
 * When it misleads: as kappa does: where nearly everything is one category it is low although people nearly always agree;
 * show it with percent agreement. It is undefined where all ratings are the same, and says so.
 *
 * Formula: p_e = Σ w_kl π_k π_l in {@link chanceCorrected}, with π the mean over units of each category's share.
 * Source: J. L. Fleiss (1971), "Measuring nominal scale agreement among many raters", Psychological Bulletin 76(5);
 * W. A. Scott (1955), Public Opinion Quarterly 19(3); K. Gwet, Handbook, 4th ed. 2014, for unequal numbers.
 *
 * Units: at most 1; 0 is chance.
 *
 * @example
 * const ratings = ratingsOfTable([[1, 1], [2, 2], [1, 2]]);
 * fleissKappa({ ratings, weights: categoryWeights('none', ratings.categories) }).value.toFixed(12); // '0.333333333333'
 */
export function fleissKappa(asGiven: WeightedRatings): Coefficient {
  const given = mergeAlikeRatings(asGiven);
  return chanceCorrected(given, (agreement) => {
    // All in one category is exactly chance 1, which sums of shares only nearly are.
    if (agreement.usedCategories < 2) return { expected: 1, perUnit: null };
    const figures = meanWeights(given, agreement);
    const { prevalence } = agreement;
    const expected = figures.reduce((sum, figure, code) => sum + figure * (prevalence[code] ?? 0), 0);
    return { expected, perUnit: unitMeanOf(given, figures) };
  });
}

/** How much each category agrees with one drawn by its prevalence. */
function meanWeights({ weights }: WeightedRatings, { prevalence }: UnitAgreement): Float64Array {
  const size = prevalence.length;
  return prevalence.map((_, code) =>
    prevalence.reduce((sum, share, other) => sum + share * (weights[code * size + other] ?? 0), 0),
  );
}
