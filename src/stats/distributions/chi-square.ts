import { guardedNewton } from './guarded-newton.ts';
import { gammaWeight, regularisedGamma } from './regularised-gamma.ts';

/**
 * **Upper tail of the chi-square distribution**: how often chance alone gives a statistic of at least this size.
 *
 * What for: the test that goes with Kendall's W, and tests of fit.
 *
 * When it misleads: the statistics that are compared with it follow it only roughly when there are few items.
 *
 * Formula: Q(k/2, x/2). Source: NIST Digital Library of Mathematical Functions 8.2.
 *
 * Units: a probability.
 *
 * @throws RangeError unless the degrees of freedom are above 0 and the statistic is at least 0.
 * @example
 * chiSquareTail(3.841458820694124, 1).toFixed(12); // '0.050000000000'
 */
export function chiSquareTail(statistic: number, degrees: number): number {
  return regularisedGamma(degrees / 2, statistic / 2).above;
}

/** The place above which the given share of the distribution lies. */
export function chiSquareQuantile(above: number, degrees: number): number {
  if (!(above >= 0 && above <= 1 && degrees > 0))
    throw new RangeError(`The share must be from 0 to 1 and the degrees above 0, not ${above}, ${degrees}.`);
  if (above === 0 || above === 1) return above === 0 ? Infinity : 0;
  const a = degrees / 2;
  const value = (x: number) => {
    const shares = regularisedGamma(a, x);
    return above < 0.5 ? above - shares.above : shares.below - (1 - above);
  };
  let high = a + 1;
  while (value(high) < 0) high *= 2;
  const slope = (x: number) => (gammaWeight(a, x) * a) / x;
  return 2 * guardedNewton({ value, slope, low: 0, high, start: Math.min(a, high / 2) });
}
