/** A rising function with its slope, and two places between which it reaches zero. */
export interface RisingFunction {
  value(x: number): number;
  slope(x: number): number;
  readonly low: number;
  readonly high: number;
  readonly start: number;
}

/**
 * **Guarded Newton**: the place where a rising function is zero.
 *
 * What for: inverses of distribution functions. Newton doubles the digits with each step; where it would leave the
 * bracket or the slope is useless, the bracket is halved instead, so it always ends.
 *
 * When it misleads: it trusts that the function rises and that the bracket holds the zero.
 *
 * Units: those of x.
 *
 * @example
 * guardedNewton({ value: (x) => x * x - 9, slope: (x) => 2 * x, low: 0, high: 9, start: 1 }); // 3
 */
export function guardedNewton({ value, slope, low, high, start }: RisingFunction): number {
  let [below, above] = [low, high];
  let x = start;
  for (let round = 0; round < 400; round++) {
    const miss = value(x);
    if (miss === 0) return x;
    if (miss < 0) below = x;
    else above = x;
    const newton = x - miss / slope(x);
    const middle = halve(below, above);
    const next = newton > below && newton < above ? newton : middle;
    if (Math.abs(next - x) <= 1e-16 * Math.abs(next) || next === below || next === above) return next;
    x = next;
  }
  return x;
}

/** Between numbers of very different size the geometric mean, and towards 0 by squaring: 1e-200 takes a few steps. */
function halve(low: number, high: number): number {
  if (low === 0 && high < 0.1) return high * high;
  return low > 0 && high > 4 * low ? Math.sqrt(low) * Math.sqrt(high) : low + (high - low) / 2;
}
