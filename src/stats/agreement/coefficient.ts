import { studentTQuantile, twoSidedStudentT } from '#stats/distributions/student-t.ts';

/** Why a coefficient is undefined. */
export type CoefficientGap =
  | 'single_rater'
  | 'no_pairable_units'
  | 'no_variation'
  | 'too_few_categories'
  | 'too_few_units';

/** A coefficient of agreement with what it rests on, or null and the reason. */
export type Coefficient = {
  /** Units with at least one rating. */
  readonly units: number;
  readonly pairableUnits: number;
} & (
  | {
      readonly value: number;
      readonly observed: number;
      /** Agreement that chance alone would give. */
      readonly expected: number;
      /** Null with a single unit, from which no spread can be seen. */
      readonly standardError: number | null;
    }
  | { readonly value: null; readonly reason: CoefficientGap }
);

export interface CoefficientInterval {
  readonly lower: number;
  readonly upper: number;
  /** How often chance alone gives a value at least as far from 0. */
  readonly pValue: number;
}

export interface Estimate {
  readonly value: number;
  readonly standardError: number;
  readonly units: number;
  /** Share of such intervals that should hold the true value; 0.95 unless told. */
  readonly confidence?: number;
}

/**
 * **Interval of a coefficient**: value ± t standard errors, with one degree of freedom fewer than there are units.
 *
 * What for: Fleiss' kappa, Gwet's AC, Brennan–Prediger, Conger and percent agreement.
 *
 * When it misleads: below some 20 units, and close to 1, where the true distribution is lopsided; take the bootstrap
 * there. No coefficient can be above 1, so the upper end stops at 1; the value itself is never cut.
 *
 * Source: K. Gwet, "Handbook of Inter-Rater Reliability", 4th ed. 2014, ch. 5.
 *
 * Units: those of the coefficient.
 *
 * @throws RangeError unless there are at least two units and 0 < confidence < 1.
 * @example
 * coefficientInterval({ value: 0.5, standardError: 0.1, units: 30 }).lower.toFixed(6); // '0.295477'
 */
export function coefficientInterval({
  value,
  standardError,
  units,
  confidence = 0.95,
}: Estimate): CoefficientInterval {
  if (!(units >= 2 && confidence > 0 && confidence < 1))
    throw new RangeError(`There must be two units and a confidence below 1, not ${units} and ${confidence}.`);
  const reach = standardError * studentTQuantile(0.5 + confidence / 2, units - 1);
  const pValue = value === 0 ? 1 : twoSidedStudentT(value / standardError, units - 1);
  return { lower: value - reach, upper: Math.min(1, value + reach), pValue };
}
