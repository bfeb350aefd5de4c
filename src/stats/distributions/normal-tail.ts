import { regularisedGamma } from './regularised-gamma.ts';

/**
 * **Complementary error function**: twice the share of a normal distribution with variance ½ above a place.
 *
 * What for: tails of the normal distribution, with full digits however far out.
 *
 * When it misleads: below 1e-308, beyond 26.5, it is 0.
 *
 * Formula: erfc(x) = Q(½, x²) for x ≥ 0, and 2 − erfc(−x) below. Source: NIST Digital Library of Mathematical Functions
 * 7.11.2.
 *
 * Units: from 0 to 2.
 *
 * @throws RangeError when the argument is not a number.
 * @example
 * erfc(0); // 1
 */
export function erfc(x: number): number {
  const { below, above } = regularisedGamma(0.5, x * x);
  return x >= 0 ? above : 1 + below;
}

/** The share of a standard normal distribution above z. */
export function normalTail(z: number): number {
  return erfc(z / Math.SQRT2) / 2;
}

/** How often chance alone gives a standard normal figure at least as far from 0 as z, on either side. */
export function twoSidedNormal(z: number): number {
  return erfc(Math.abs(z) / Math.SQRT2);
}
