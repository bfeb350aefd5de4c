export interface EwmaInput {
  readonly values: ArrayLike<number>;
  readonly target: number;
  readonly sigma: number;
  /** The weight of the newest value, above 0 and at most 1. */
  readonly weight: number;
  /** Half the width of the limits, in standard deviations of the mean. */
  readonly reach: number;
}

export interface Ewma {
  readonly means: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** The limits that these become. */
  readonly steady: readonly [number, number];
  /** Places outside their limits. */
  readonly signals: readonly number[];
}

/**
 * **EWMA chart**: a running mean in which older values fade, with limits that widen to a steady state.
 *
 * What for: rates of gold errors or agreement by day: smooth enough to read, quick enough to act on.
 *
 * When it misleads: values that follow from each other make the limits too narrow.
 *
 * Formula: z_i = λx_i + (1 − λ)z_{i−1} from the target; limits target ± Lσ√(λ/(2 − λ) (1 − (1 − λ)^{2i})).
 * Source: S. W. Roberts (1959), Technometrics 1(3); NIST/SEMATECH e-Handbook 6.3.2.4.
 *
 * Units: those of the values.
 *
 * @throws RangeError unless sigma is above 0 and 0 < weight ≤ 1.
 * @example
 * ewma({ values: [12, 10], target: 10, sigma: 1, weight: 0.5, reach: 3 }).means; // Float64Array [11, 10.5]
 */
export function ewma({ values, target, sigma, weight, reach }: EwmaInput): Ewma {
  if (!(sigma > 0 && weight > 0 && weight <= 1))
    throw new RangeError(`Sigma must be above 0 and the weight at most 1, not ${sigma} and ${weight}.`);
  const widest = reach * sigma * Math.sqrt(weight / (2 - weight));
  let mean = target;
  const means = Float64Array.from(values, (value) => {
    mean = weight * value + (1 - weight) * mean;
    return mean;
  });
  const widths = means.map((_, place) => widest * Math.sqrt(1 - (1 - weight) ** (2 * (place + 1))));
  const signals = Array.from(means.keys()).filter(
    (place) => Math.abs((means[place] ?? 0) - target) > (widths[place] ?? 0),
  );
  return {
    means,
    lower: widths.map((width) => target - width),
    upper: widths.map((width) => target + width),
    steady: [target - widest, target + widest],
    signals,
  };
}
