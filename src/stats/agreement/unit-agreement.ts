import type { Ratings } from './ratings.ts';

/** Ratings with the weights between their categories, a table with one row after another. */
export interface WeightedRatings {
  readonly ratings: Ratings;
  readonly weights: Float64Array;
  /** How often each unit counts, where alike ones were merged; once unless told. */
  readonly times?: Float64Array | undefined;
}

/** What every coefficient of agreement begins with. Units without any rating are left out. */
export interface UnitAgreement {
  /** Units with at least one rating. */
  readonly units: number;
  /** Units with at least two. */
  readonly pairableUnits: number;
  /** Mean over the pairable units of the weighted share of agreeing pairs. */
  readonly observed: number;
  /** The same share of each item; 0 where it has fewer than two ratings. */
  readonly shares: Float64Array;
  /** Mean over the units of each category's share. */
  readonly prevalence: Float64Array;
  /** Categories that occur. */
  readonly usedCategories: number;
}

/**
 * **Agreement unit by unit**: each unit's weighted share of agreeing pairs, and how common each category is.
 *
 * What for: the part that Fleiss' kappa, Gwet's AC, Brennan–Prediger and percent agreement share.
 *
 * When it misleads: every unit counts the same, whether two or twenty rated it.
 *
 * Formula: a_i = Σ_{j≠k} w(x_ij, x_ik)/(m_i(m_i − 1)); π_k = mean of m_ik/m_i.
 * Source: K. Gwet, "Handbook of Inter-Rater Reliability", 4th ed. 2014, ch. 2.
 *
 * Units: shares from 0 to 1.
 *
 * @example
 * const ratings = ratingsOfTable([[1, 1, 2], [2, 2, null]]);
 * unitAgreement({ ratings, weights: categoryWeights('none', ratings.categories) }).observed; // 2 / 3
 */
export function unitAgreement({ ratings, weights, times }: WeightedRatings): UnitAgreement {
  const { starts, codes, categories } = ratings;
  const size = categories.length;
  const shares = new Float64Array(starts.length - 1);
  const prevalence = new Float64Array(size);
  let [units, pairableUnits, sum] = [0, 0, 0];
  for (let unit = 0; unit < shares.length; unit++) {
    const from = starts[unit] ?? 0;
    const to = starts[unit + 1] ?? 0;
    const count = to - from;
    if (count === 0) continue;
    const weight = times?.[unit] ?? 1;
    units += weight;
    let agreeing = 0;
    for (let index = from; index < to; index++) {
      const code = codes[index] ?? 0;
      prevalence[code] = (prevalence[code] ?? 0) + weight / count;
      for (let other = from; other < index; other++)
        agreeing += weights[code * size + (codes[other] ?? 0)] ?? 0;
    }
    if (count < 2) continue;
    pairableUnits += weight;
    const share = (2 * agreeing) / (count * (count - 1));
    shares[unit] = share;
    sum += weight * share;
  }
  return {
    units,
    pairableUnits,
    observed: sum / pairableUnits,
    shares,
    prevalence: prevalence.map((total) => total / units),
    usedCategories: prevalence.reduce((used, total) => (total > 0 ? used + 1 : used), 0),
  };
}
