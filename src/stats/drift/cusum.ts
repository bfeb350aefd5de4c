export interface CusumInput {
  readonly values: ArrayLike<number>;
  readonly target: number;
  readonly sigma: number;
  /** Half of the shift to be found, in sigmas. */
  readonly slack: number;
  /** Where it signals, in sigmas. */
  readonly limit: number;
}

export interface Cusum {
  /** How far the values have drifted up, and down, in their own units. */
  readonly above: Float64Array;
  readonly below: Float64Array;
  /** The first place where one passes the limit; null where none does. */
  readonly firstSignal: number | null;
}

/**
 * **CUSUM chart**: sums of distances from a target that only grow while the values stay on one side.
 *
 * What for: finding a small lasting shift of an annotator's time or mean score sooner than by looking at single values.
 *
 * When it misleads: it needs the right target and spread; and with many annotators watched, some signal by chance.
 *
 * Formula: C⁺_i = max(0, x_i − (target + kσ) + C⁺_{i−1}), C⁻ alike downwards; a signal where either passes hσ.
 * Source: E. S. Page (1954), Biometrika 41; D. C. Montgomery, "Introduction to Statistical Quality Control", ch. 9.
 *
 * Units: those of the values.
 *
 * @throws RangeError unless sigma is above 0.
 * @example
 * cusum({ values: [10, 12, 13], target: 10, sigma: 1, slack: 0.5, limit: 4 }).above; // Float64Array [0, 1.5, 4]
 */
export function cusum({ values, target, sigma, slack, limit }: CusumInput): Cusum {
  if (!(sigma > 0)) throw new RangeError(`Sigma must be above 0, not ${sigma}.`);
  const above = new Float64Array(values.length);
  const below = new Float64Array(values.length);
  let firstSignal: number | null = null;
  for (let place = 0; place < values.length; place++) {
    const distance = (values[place] ?? 0) - target;
    above[place] = Math.max(0, distance - slack * sigma + (above[place - 1] ?? 0));
    below[place] = Math.max(0, -distance - slack * sigma + (below[place - 1] ?? 0));
    if (firstSignal === null && Math.max(above[place] ?? 0, below[place] ?? 0) > limit * sigma)
      firstSignal = place;
  }
  return { above, below, firstSignal };
}
