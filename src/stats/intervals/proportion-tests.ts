import { logGamma } from '#stats/distributions/log-gamma.ts';
import { twoSidedNormal } from '#stats/distributions/normal-tail.ts';
import { regularisedBeta } from '#stats/distributions/regularised-beta.ts';

export interface BinomialTestInput {
  readonly successes: number;
  readonly trials: number;
  /** The share that is put to the test. */
  readonly share: number;
}

/** How often chance alone gives so few, so many, or anything as unlikely. */
export interface BinomialTest {
  readonly less: number;
  readonly greater: number;
  readonly twoSided: number;
}

/**
 * **Binomial test**: whether a count of successes fits a stated share.
 *
 * What for: whether an annotator's accuracy on gold is below what was agreed; whether preferences for the first place
 * differ from one half.
 *
 * When it misleads: with many trials any small difference becomes "significant": look at the interval too.
 *
 * Formula: exact tails of the binomial distribution; two-sided: all counts that are no more likely than the one seen.
 * Source: R. A. Fisher (1935), "The Design of Experiments".
 *
 * Units: probabilities.
 *
 * @throws RangeError unless the counts are whole numbers with 0 ≤ successes ≤ trials and 0 ≤ share ≤ 1.
 * @example
 * binomialTest({ successes: 8, trials: 10, share: 0.5 }).twoSided.toFixed(6); // '0.109375'
 */
export function binomialTest({ successes, trials, share }: BinomialTestInput): BinomialTest {
  const isCount = Number.isSafeInteger(successes) && Number.isSafeInteger(trials);
  if (!(isCount && successes >= 0 && successes <= trials && share >= 0 && share <= 1))
    throw new RangeError(`There must be counts and a share, not ${successes} of ${trials} at ${share}.`);
  const atLeast = (count: number): number => {
    if (count <= 0) return 1;
    if (count > trials) return 0;
    return regularisedBeta({ x: share, y: 1 - share, a: count, b: trials - count + 1 });
  };
  const atMost = (count: number): number => {
    if (count < 0) return 0;
    if (count >= trials) return 1;
    return regularisedBeta({ x: 1 - share, y: share, a: trials - count, b: count + 1 });
  };
  const likelihood = (count: number) => logLikelihood({ successes: count, trials, share });
  // Rounding must not part two counts that are equally likely.
  const limit = likelihood(successes) + 1e-7;
  const mode = Math.floor((trials + 1) * share);
  // From the mode the likelihood falls to both sides, so that one place on the other side parts the counts.
  const twoSided =
    successes <= mode
      ? atMost(successes) +
        atLeast(firstAt([Math.max(mode, successes + 1), trials + 1], (count) => likelihood(count) <= limit))
      : atLeast(successes) + atMost(firstAt([0, mode + 1], (count) => likelihood(count) > limit) - 1);
  return { less: atMost(successes), greater: atLeast(successes), twoSided: Math.min(1, twoSided) };
}

/** The first whole number of a range for which something holds that holds from there on. */
function firstAt(range: readonly [number, number], holds: (count: number) => boolean): number {
  let [from, to] = range;
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** Up to a constant that all counts of as many trials share. */
function logLikelihood({ successes: k, trials: n, share: p }: BinomialTestInput): number {
  if ((p === 0 && k > 0) || (p === 1 && k < n)) return -Infinity;
  const own = (k === 0 ? 0 : k * Math.log(p)) + (k === n ? 0 : (n - k) * Math.log1p(-p));
  return own - logFactorial(k) - logFactorial(n - k);
}

function logFactorial(count: number): number {
  return count < 2 ? 0 : logGamma(count + 1);
}

export interface TwoProportions {
  readonly successes: readonly [number, number];
  readonly trials: readonly [number, number];
}

/** The z of the difference of two shares under the supposition that they are the same, or null and the reason. */
export function twoProportionZ({
  successes,
  trials,
}: TwoProportions):
  | { readonly z: number; readonly pValue: number }
  | { readonly z: null; readonly reason: 'no_trials' | 'no_variation' } {
  if (!(trials[0] > 0 && trials[1] > 0)) return { z: null, reason: 'no_trials' };
  const pooled = (successes[0] + successes[1]) / (trials[0] + trials[1]);
  if (!(pooled > 0 && pooled < 1)) return { z: null, reason: 'no_variation' };
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / trials[0] + 1 / trials[1]));
  const z = (successes[0] / trials[0] - successes[1] / trials[1]) / error;
  return { z, pValue: twoSidedNormal(z) };
}
