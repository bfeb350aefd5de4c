import { countedDisagreement } from './counted-disagreement.ts';
import { disagreementOf } from './disagreement.ts';
import type { AlphaMetric } from './metric-sums.ts';
import { type PairableUnits, pairableUnits } from './pairable-units.ts';
import type { UnitValues } from './unit-values.ts';

export interface AlphaInput {
  readonly units: UnitValues;
  readonly metric: AlphaMetric;
}

/** Why there is no alpha: nothing to compare, everything the same, or values below zero on a ratio scale. */
export type AlphaGap = 'no_pairable_units' | 'no_variation' | 'negative_values_for_ratio';

/** Alpha, or null and the reason; with what it rests on. */
export type KrippendorffAlpha = {
  /** Units with at least two values. */
  readonly units: number;
  /** Values in those units. */
  readonly pairableValues: number;
} & (
  | { readonly value: number; readonly observedDisagreement: number; readonly expectedDisagreement: number }
  | {
      readonly value: null;
      readonly reason: AlphaGap;
      readonly observedDisagreement: number | null;
      readonly expectedDisagreement: number | null;
    }
);

/**
 * **Krippendorff's alpha**: agreement beyond chance, for any number of raters, with missing values, on four kinds of
 * scale. 1 is perfect, 0 is what throwing all values together would give, below 0 is systematic disagreement.
 *
 * What for: one figure for how far a rubric is understood alike. `nominal` for options without order, `ordinal` for
 * ranked steps such as preference strengths, `interval` for ratings whose steps are equally far, `ratio` for amounts.
 *
 * When it misleads: when nearly all values are the same, alpha is low although people nearly always agree, so show it
 * with percent agreement; with few units it is uncertain, so show an interval; and disagreement on matters of taste is
 * no fault of the raters.
 *
 * Formula: α = 1 − D_o/D_e, see {@link disagreementOf}; the ordinal differences rest on pairable values only. Never
 * builds a table of values by values: linear in the number of values, except `ratio`, quadratic in the distinct ones.
 * Source: K. Krippendorff (2011), "Computing Krippendorff's alpha-reliability"; "Content Analysis", 4th ed. 2018, ch. 12.
 *
 * Units: alpha has none and is at most 1; the disagreements as in {@link disagreementOf}.
 *
 * @throws RangeError when a value is not a finite number of at most 1e100 in size, or the starts do not fit the values.
 * @example
 * krippendorffAlpha({ units: [[1, 1], [2, 2], [1, 2]], metric: 'nominal' }).value; // 0.4444444444444444
 */
export function krippendorffAlpha({ units, metric }: AlphaInput): KrippendorffAlpha {
  const counted = 'starts' in units ? countedDisagreement(units, metric) : null;
  if (counted === null) return alphaOfPairable(pairableUnits(units), metric);
  return alphaFrom({ units: counted.units, pairableValues: counted.values }, counted);
}

/** Alpha of units that are prepared already, so that the bootstrap does not prepare them twice. */
export function alphaOfPairable(units: PairableUnits, metric: AlphaMetric): KrippendorffAlpha {
  const rests = { units: units.starts.length - 1, pairableValues: units.codes.length };
  if (rests.units > 0 && metric === 'ratio' && (units.levels[0] ?? 0) < 0) {
    const unknown = { value: null, observedDisagreement: null, expectedDisagreement: null };
    return { ...rests, ...unknown, reason: 'negative_values_for_ratio' };
  }
  return alphaFrom(rests, disagreementOf(units, metric)(new Int32Array(rests.units).fill(1)));
}

function alphaFrom(
  rests: { readonly units: number; readonly pairableValues: number },
  { observed, expected }: { readonly observed: number; readonly expected: number },
): KrippendorffAlpha {
  if (rests.units === 0) {
    const unknown = { value: null, observedDisagreement: null, expectedDisagreement: null };
    return { ...rests, ...unknown, reason: 'no_pairable_units' };
  }
  const disagreements = { observedDisagreement: observed, expectedDisagreement: expected };
  // Zero by zero is neither perfect agreement nor none: nobody had a chance to differ.
  if (!(expected > 0)) return { ...rests, ...disagreements, value: null, reason: 'no_variation' };
  return { ...rests, ...disagreements, value: 1 - observed / expected };
}
