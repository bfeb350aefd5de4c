import { inverseRegularisedBeta } from './inverse-regularised-beta.ts';
import { regularisedBeta } from './regularised-beta.ts';

/** The two degrees of freedom of an F distribution; they need not be whole. */
export interface FDegrees {
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * **Quantile of the F distribution**: the ratio of two mean squares below which a share p of the distribution lies.
 *
 * What for: intervals of intraclass correlations.
 *
 * When it misleads: it supposes normal data; mean squares of lopsided ratings spread further.
 *
 * Formula: with (x, y) such that I_x(d₁/2, d₂/2) = p, F = d₂ x/(d₁ y).
 * Source: NIST Digital Library of Mathematical Functions 8.17.
 *
 * Units: none.
 *
 * @throws RangeError unless 0 ≤ p ≤ 1 and both degrees of freedom are above 0.
 * @example
 * fQuantile(0.975, { numerator: 5, denominator: 18 }).toFixed(10); // '3.3819678059'
 */
export function fQuantile(p: number, { numerator, denominator }: FDegrees): number {
  const { x, y } = inverseRegularisedBeta({ below: p, a: numerator / 2, b: denominator / 2 });
  return (denominator * x) / (numerator * y);
}

/** How often chance alone gives a ratio of at least this size. */
export function fTail(ratio: number, { numerator, denominator }: FDegrees): number {
  if (ratio === Infinity) return 0;
  const sum = numerator * Math.max(0, ratio) + denominator;
  const x = denominator / sum;
  const y = (numerator * Math.max(0, ratio)) / sum;
  return regularisedBeta({ x, y, a: denominator / 2, b: numerator / 2 });
}
