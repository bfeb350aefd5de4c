import { inverseRegularisedBeta } from './inverse-regularised-beta.ts';
import { regularisedBeta } from './regularised-beta.ts';

/**
 * **Quantile of Student's t**: the t below which a share p of the distribution lies.
 *
 * What for: intervals of means and coefficients whose spread was estimated from few items; wider than the normal ones.
 *
 * When it misleads: it allows for an estimated spread, not for lopsided data.
 *
 * Formula: with (x, y) such that I_x(k/2, ½) = 2 · the smaller tail, t = √(k y/x).
 * Source: "Student" (1908), Biometrika 6(1); NIST Digital Library of Mathematical Functions 8.17.
 *
 * Units: standard errors.
 *
 * @throws RangeError unless 0 ≤ p ≤ 1 and the degrees of freedom are above 0; the ends give −Infinity and Infinity.
 * @example
 * studentTQuantile(0.975, 11).toFixed(10); // '2.2009851601'
 */
export function studentTQuantile(p: number, degrees: number): number {
  if (!(p >= 0 && p <= 1 && degrees > 0))
    throw new RangeError(`The share must be from 0 to 1 and the degrees above 0, not ${p}, ${degrees}.`);
  if (p === 0.5) return 0;
  const tail = p < 0.5 ? p : 1 - p;
  const { x, y } = inverseRegularisedBeta({ below: 2 * tail, a: degrees / 2, b: 0.5 });
  const size = Math.sqrt((degrees * y) / x);
  return p < 0.5 ? -size : size;
}

/** How often chance alone gives a t at least as far from 0, on either side. */
export function twoSidedStudentT(t: number, degrees: number): number {
  if (!Number.isFinite(t)) return Number.isNaN(t) ? t : 0;
  const sum = degrees + t * t;
  return regularisedBeta({ x: degrees / sum, y: (t * t) / sum, a: degrees / 2, b: 0.5 });
}
