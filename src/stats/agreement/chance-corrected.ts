import type { Coefficient, CoefficientGap } from './coefficient.ts';
import { type UnitAgreement, unitAgreement, type WeightedRatings } from './unit-agreement.ts';

/** What a coefficient says of chance. */
export interface Chance {
  /** Agreement that chance alone would give. */
  readonly expected: number;
  /**
   * What each unit adds to the expected agreement, with `expected` as its mean; null where chance does not depend on
   * the data.
   */
  readonly perUnit: ((unit: number) => number) | null;
}

/**
 * **Agreement beyond chance**: (observed − expected)/(1 − expected), for any notion of chance, with its standard error.
 *
 * What for: the frame of Fleiss' kappa, Gwet's AC, Brennan–Prediger and Conger's kappa, which differ in what they call
 * chance alone.
 *
 * When it misleads: as each of them does; the standard error allows for the choice of units, not of raters.
 *
 * Formula: κ = (p_a − p_e)/(1 − p_e); with κ_i = (n/n′)(a_i − p_e)/(1 − p_e) over the n′ pairable units, 0 for others, and
 * κ*_i = κ_i − 2(1 − κ)(p_e|i − p_e)/(1 − p_e), the variance is Σ (κ*_i − κ)²/(n(n − 1)).
 * Source: K. Gwet (2008), "Computing inter-rater reliability and its variance in the presence of high agreement", British
 * Journal of Mathematical and Statistical Psychology 61; Handbook, 4th ed. 2014, ch. 5.
 *
 * Units: at most 1.
 *
 * @example
 * const ratings = ratingsOfTable([[1, 1], [2, 2], [1, 2]]);
 * const weights = categoryWeights('none', ratings.categories);
 * chanceCorrected({ ratings, weights }, () => ({ expected: 0.5, perUnit: null })).value.toFixed(12); // '0.333333333333'
 */
export function chanceCorrected(
  given: WeightedRatings,
  chanceOf: (agreement: UnitAgreement) => Chance,
): Coefficient {
  const agreement = unitAgreement(given);
  const { units, pairableUnits, observed } = agreement;
  const rests = { units, pairableUnits };
  const gap = findGap(given, agreement);
  if (gap !== null) return { ...rests, value: null, reason: gap };
  const chance = chanceOf(agreement);
  const { expected } = chance;
  // Zero by zero is neither perfect agreement nor none: nobody had a chance to differ.
  if (!(1 - expected > 1e-15)) return { ...rests, value: null, reason: 'no_variation' };
  const value = (observed - expected) / (1 - expected);
  const standardError = units < 2 ? null : linearised({ given, agreement, chance, value });
  return { ...rests, value, observed, expected, standardError };
}

/** Why nothing can be compared, whatever the coefficient. */
export function findGap(
  { ratings }: WeightedRatings,
  { pairableUnits }: Pick<UnitAgreement, 'pairableUnits'>,
): CoefficientGap | null {
  if (ratings.categories.length < 2) return 'too_few_categories';
  if (pairableUnits > 0) return null;
  return new Set(ratings.raters).size === 1 ? 'single_rater' : 'no_pairable_units';
}

function linearised(parts: {
  readonly given: WeightedRatings;
  readonly agreement: UnitAgreement;
  readonly chance: Chance;
  readonly value: number;
}): number {
  const { agreement, chance, value } = parts;
  const { times, ratings } = parts.given;
  const { starts } = ratings;
  const { units, pairableUnits, shares } = agreement;
  const { expected, perUnit } = chance;
  let sum = 0;
  for (let unit = 0; unit < shares.length; unit++) {
    const count = (starts[unit + 1] ?? 0) - (starts[unit] ?? 0);
    if (count === 0) continue;
    const own = count < 2 ? 0 : ((units / pairableUnits) * ((shares[unit] ?? 0) - expected)) / (1 - expected);
    const byChance = perUnit === null ? 0 : (2 * (1 - value) * (perUnit(unit) - expected)) / (1 - expected);
    sum += (times?.[unit] ?? 1) * (own - byChance - value) ** 2;
  }
  return Math.sqrt(sum / (units * (units - 1)));
}

/** The mean over the ratings of a unit of a figure of their categories. */
export function unitMeanOf({ ratings }: WeightedRatings, figures: Float64Array): (unit: number) => number {
  const { starts, codes } = ratings;
  return (unit) => {
    const from = starts[unit] ?? 0;
    const to = starts[unit + 1] ?? 0;
    let sum = 0;
    for (let index = from; index < to; index++) sum += figures[codes[index] ?? 0] ?? 0;
    return sum / (to - from);
  };
}
