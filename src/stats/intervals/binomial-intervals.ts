import { inverseRegularisedBeta } from '#stats/distributions/inverse-regularised-beta.ts';
import { normalQuantile } from './normal-quantile.ts';
import { type ProportionCounts, type ProportionInterval, wilsonInterval } from './wilson.ts';

/** How an interval of a proportion is made. */
export type BinomialMethod =
  | 'wilson'
  | 'wilson_continuity'
  | 'clopper_pearson'
  | 'jeffreys'
  | 'agresti_coull'
  | 'normal';

type Bounds = readonly [number, number];

/**
 * **Intervals of a proportion**, by the methods that people ask for.
 *
 * What for: comparing with other programs; `clopper_pearson` where an interval must never hold the truth less often than
 * it says, `jeffreys` for Bayesians. Elsewhere take `wilson`.
 *
 * When it misleads: `normal` is what textbooks print and is wrong for small numbers and shares near 0 or 1: it gives 0 to 0
 * for 0 of 20. `clopper_pearson` and `wilson_continuity` are wider than they need be.
 *
 * Formula: Clopper–Pearson and Jeffreys are quantiles of beta distributions; Agresti–Coull is the normal interval after
 * adding z²/2 successes and failures.
 * Source: R. G. Newcombe (1998), Statistics in Medicine 17; L. Brown, T. Cai and A. DasGupta (2001), Statistical Science
 * 16(2).
 *
 * Units: shares from 0 to 1.
 *
 * @throws RangeError as {@link wilsonInterval}.
 * @example
 * binomialInterval({ successes: 0, trials: 20 }, 'clopper_pearson').upper.toFixed(6); // '0.168433'
 */
export function binomialInterval(counts: ProportionCounts, method: BinomialMethod): ProportionInterval {
  const wilson = wilsonInterval(counts);
  if (wilson.proportion === null || method === 'wilson') return wilson;
  const { successes, trials, confidence = 0.95 } = counts;
  const z = normalQuantile(0.5 + confidence / 2);
  const given = { successes, trials, z, tail: (1 - confidence) / 2 };
  const [lower, upper] = boundsOf(method, given);
  return { proportion: wilson.proportion, lower: Math.max(0, lower), upper: Math.min(1, upper) };
}

interface Given {
  readonly successes: number;
  readonly trials: number;
  readonly z: number;
  readonly tail: number;
}

function boundsOf(method: Exclude<BinomialMethod, 'wilson'>, given: Given): Bounds {
  const { successes: x, trials: n, z, tail } = given;
  if (method === 'normal') return around(x / n, z * Math.sqrt(((x / n) * (1 - x / n)) / n));
  if (method === 'wilson_continuity') return withContinuity(given);
  if (method === 'agresti_coull') {
    const size = n + z * z;
    const share = (x + (z * z) / 2) / size;
    return around(share, z * Math.sqrt((share * (1 - share)) / size));
  }
  if (method === 'jeffreys')
    return [betaQuantile(tail, x + 0.5, n - x + 0.5), betaQuantile(1 - tail, x + 0.5, n - x + 0.5)];
  return [x === 0 ? 0 : betaQuantile(tail, x, n - x + 1), x === n ? 1 : betaQuantile(1 - tail, x + 1, n - x)];
}

function around(middle: number, reach: number): Bounds {
  return [middle - reach, middle + reach];
}

function betaQuantile(below: number, a: number, b: number): number {
  return inverseRegularisedBeta({ below, a, b }).x;
}

function withContinuity({ successes: x, trials: n, z }: Given): Bounds {
  const p = x / n;
  const middle = 2 * x + z * z;
  const size = 2 * (n + z * z);
  const reach = (sign: number) => z * Math.sqrt(z * z - sign * 2 - 1 / n + 4 * p * (n * (1 - p) + sign)) + 1;
  return [x === 0 ? 0 : (middle - reach(1)) / size, x === n ? 1 : (middle + reach(-1)) / size];
}
