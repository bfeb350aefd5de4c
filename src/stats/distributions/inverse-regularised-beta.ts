import { guardedNewton } from './guarded-newton.ts';
import { type BetaPlace, betaWeight, regularisedBeta } from './regularised-beta.ts';

/** A share of a beta distribution, told from both ends. */
export interface BetaShare {
  /** The share below the place that is looked for. */
  readonly below: number;
  /** The share above it, 1 − below; where both are given, neither end loses digits. */
  readonly above?: number;
  readonly a: number;
  readonly b: number;
}

/**
 * **Inverse of the regularised incomplete beta function**: the place below which a share of a beta distribution lies.
 *
 * What for: quantiles of Student's t and F, exact binomial intervals.
 *
 * When it misleads: with a or b far below 1 nearly all of the distribution sits at an end, closer than 1e-300.
 *
 * Formula: solves I_x(a, b) = p by guarded Newton for x or for 1 − x, whichever is smaller.
 *
 * Units: a share from 0 to 1, from both ends.
 *
 * @throws RangeError unless the shares are from 0 to 1 and a, b above 0.
 * @example
 * inverseRegularisedBeta({ below: 0.25, a: 1, b: 1 }).x.toFixed(12); // '0.250000000000'
 */
export function inverseRegularisedBeta({ below, above = 1 - below, a, b }: BetaShare): {
  readonly x: number;
  readonly y: number;
} {
  if (!(below >= 0 && above >= 0 && a > 0 && b > 0))
    throw new RangeError(`The shares must be from 0 to 1 and a, b above 0, not ${below}, ${a}, ${b}.`);
  if (below === 0) return { x: 0, y: 1 };
  if (above === 0) return { x: 1, y: 0 };
  if (regularisedBeta({ x: 0.5, y: 0.5, a, b }) >= below) {
    const x = solve({ below, above, a, b });
    return { x, y: 1 - x };
  }
  const y = solve({ below: above, above: below, a: b, b: a });
  return { x: 1 - y, y };
}

/** The place is known to lie in the lower half. */
function solve({ below, above, a, b }: Required<BetaShare>): number {
  const place = (x: number): BetaPlace => ({ x, y: 1 - x, a, b });
  // Seen from the smaller share, so that it keeps its digits.
  const value =
    below <= above
      ? (x: number) => regularisedBeta(place(x)) - below
      : (x: number) => above - regularisedBeta({ x: 1 - x, y: x, a: b, b: a });
  return guardedNewton({
    value,
    slope: (x) => betaWeight(place(x)) / (x * (1 - x)),
    low: 0,
    high: 0.5,
    start: Math.min(0.4, Math.max(1e-3, a / (a + b))),
  });
}
