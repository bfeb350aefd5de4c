import { deviancePart, stirlingError } from './stirling-error.ts';

/** A place between 0 and 1, told from both ends: near an end the distance to it has digits that 1 − x has lost. */
export interface BetaPlace {
  readonly x: number;
  /** 1 − x. */
  readonly y: number;
  readonly a: number;
  readonly b: number;
}

/**
 * **Regularised incomplete beta function**: the share of a beta distribution below a place.
 *
 * What for: tails of Student's t, F and the binomial distribution, which all are this function.
 *
 * When it misleads: never silently; far tails fall to 0 below 1e-308.
 *
 * Formula: I_x(a, b) = x^a (1 − x)^b / B(a, b) · a continued fraction, from whichever end converges; the factor in
 * front by {@link stirlingError}, so that it keeps its digits for a and b in the millions.
 * Source: NIST Digital Library of Mathematical Functions 8.17.22; A. DiDonato and A. Morris (1992),
 * "Algorithm 708", ACM TOMS 18(3).
 *
 * Units: a share from 0 to 1.
 *
 * @throws RangeError unless a and b are above 0 and x is from 0 to 1.
 * @example
 * regularisedBeta({ x: 0.5, y: 0.5, a: 2, b: 2 }).toFixed(12); // '0.500000000000'
 */
export function regularisedBeta({ x, y, a, b }: BetaPlace): number {
  if (!(x >= 0 && x <= 1 && a > 0 && b > 0))
    throw new RangeError(`x must be from 0 to 1 and a, b above 0, not ${x}, ${a}, ${b}.`);
  if (x === 0 || y === 0) return x === 0 ? 0 : 1;
  if (x * (a + b + 2) > a + 1) return 1 - tail({ x: y, y: x, a: b, b: a });
  return tail({ x, y, a, b });
}

/** The density of the beta distribution times x(1 − x); the slope that its inverse needs. */
export function betaWeight({ x, y, a, b }: BetaPlace): number {
  const n = a + b;
  const exponent =
    stirlingError(n) - stirlingError(a) - stirlingError(b) - deviancePart(a, n * x) - deviancePart(b, n * y);
  return Math.sqrt((a * b) / (2 * Math.PI * n)) * Math.exp(exponent);
}

function tail(place: BetaPlace): number {
  return betaWeight(place) * continuedFraction(place);
}

/**
 * The even part of the fraction: its partial denominators are sums of positive terms around a − (a + b)x, which is
 * computed from both ends, so that nothing cancels where a is a million times b.
 */
function continuedFraction({ x, y, a, b }: BetaPlace): number {
  const lambda = a <= b ? a - (a + b) * x : (a + b) * y - b;
  let [before, now] = [0, 1];
  let [belowBefore, belowNow] = [1, (a * (1 + lambda)) / (a + 1)];
  let ratio = 1 / belowNow;
  for (let n = 1; n < 100_000; n++) {
    const w = n * (b - n) * x;
    const width = a + 2 * n - 1;
    const alpha = ((a + n - 1) * (a + b + n - 1) * w * x) / (width * width);
    const beta = n + w / width + ((a + n) * (1 + lambda + n * (1 + y))) / (a + 2 * n + 1);
    [before, now] = [now, alpha * before + beta * now];
    [belowBefore, belowNow] = [belowNow, alpha * belowBefore + beta * belowNow];
    const last = ratio;
    ratio = now / belowNow;
    if (Math.abs(ratio - last) <= 1e-16 * ratio) break;
    // The terms grow like factorials; only their ratios matter.
    [before, belowBefore, now, belowNow] = [before / belowNow, belowBefore / belowNow, ratio, 1];
  }
  return ratio;
}
