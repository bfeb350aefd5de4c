import { stirlingError } from './stirling-error.ts';

/**
 * **Logarithm of the gamma function**, which continues the factorial: Γ(n) = (n − 1)!.
 *
 * What for: counts of arrangements and normalising constants too large for a number.
 *
 * When it misleads: near 1 and 2, where it is 0, it has 15 digits after the point but not 15 digits. Ratios of gamma
 * functions of large numbers lose digits when two logarithms are subtracted; use {@link stirlingError} there.
 *
 * Formula: ln Γ(x) = δ(x) + (x − ½) ln x − x + ½ ln 2π. Source: as {@link stirlingError}.
 *
 * Units: natural logarithms.
 *
 * @throws RangeError unless x is above 0.
 * @example
 * Math.round(Math.exp(logGamma(6))); // 120
 */
export function logGamma(x: number): number {
  return stirlingError(x) + (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI);
}
