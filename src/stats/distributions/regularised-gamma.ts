import { deviancePart, stirlingError } from './stirling-error.ts';

/**
 * **Regularised incomplete gamma function**: the shares of a gamma distribution below and above a place.
 *
 * What for: tails of the chi-square, the normal and the Poisson distribution.
 *
 * When it misleads: never silently; both tails are computed where they are small, so neither is 1 minus the other there.
 *
 * Formula: P(a, x) by its power series where x < a + 1, Q(a, x) = 1 − P by a continued fraction elsewhere; the factor
 * x^a e^−x / Γ(a + 1) by {@link stirlingError}.
 * Source: NIST Digital Library of Mathematical Functions 8.7.1, 8.9.2.
 *
 * Units: shares from 0 to 1.
 *
 * @throws RangeError unless a is above 0 and x at least 0.
 * @example
 * regularisedGamma(1, 2).above.toFixed(12); // '0.135335283237'
 */
export function regularisedGamma(a: number, x: number): { readonly below: number; readonly above: number } {
  if (!(a > 0 && x >= 0)) throw new RangeError(`a must be above 0 and x at least 0, not ${a} and ${x}.`);
  if (x === 0) return { below: 0, above: 1 };
  if (x === Infinity) return { below: 1, above: 0 };
  if (x < a + 1) {
    const below = gammaWeight(a, x) * series(a, x);
    return { below, above: 1 - below };
  }
  const above = gammaWeight(a, x) * a * continuedFraction(a, x);
  return { below: 1 - above, above };
}

/** x^a e^−x / Γ(a + 1): the density of the gamma distribution times x/a. */
export function gammaWeight(a: number, x: number): number {
  return Math.exp(-stirlingError(a) - deviancePart(a, x)) / Math.sqrt(2 * Math.PI * a);
}

function series(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let step = 1; term > 1e-17 * sum; step++) {
    term *= x / (a + step);
    sum += term;
  }
  return sum;
}

function continuedFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let product = d;
  for (let step = 1; step < 1_000_000; step++) {
    const factor = -step * (step - a);
    b += 2;
    d = 1 / (factor * d + b);
    c = b + factor / c;
    product *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return product;
}
