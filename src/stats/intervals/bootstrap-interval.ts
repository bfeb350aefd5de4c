import { normalTail } from '#stats/distributions/normal-tail.ts';
import { normalQuantile } from './normal-quantile.ts';
import { quantileOfSorted } from './quantile.ts';

export interface BootstrapReplicates {
  /** The figure of the data as they are. */
  readonly estimate: number;
  /** The figure of each resample. */
  readonly replicates: ArrayLike<number>;
  readonly confidence?: number;
}

export interface BcaInput extends BootstrapReplicates {
  /** The figure without each unit in turn. */
  readonly jackknife: ArrayLike<number>;
}

type Interval = readonly [number, number];

/** Intervals that need nothing but the replicates. */
export interface SimpleIntervals {
  readonly percentile: Interval;
  /** The percentile interval turned around the estimate. */
  readonly basic: Interval;
  /** The standard deviation of the replicates. */
  readonly standardError: number;
}

/**
 * **Bootstrap intervals** from replicates that were computed elsewhere.
 *
 * What for: any figure. {@link bcaInterval} corrects for replicates that lie off the estimate and for a spread that
 * depends on it: take it for lopsided figures.
 *
 * When it misleads: with few units no resampling knows what was not seen. A thousand replicates are few for BCa.
 *
 * Formula: type-7 quantiles; basic: 2θ − the other end. BCa shifts the levels by z₀, the normal quantile of the share of
 * replicates below θ (half of those equal to it), and by the acceleration Σ d³/(6 (Σ d²)^1.5) of the jackknife.
 * Source: B. Efron and R. Tibshirani, "An Introduction to the Bootstrap", 1993, ch. 12 to 14.
 *
 * Units: those of the figure.
 *
 * @throws RangeError without any replicate.
 * @example
 * bootstrapIntervals({ estimate: 2, replicates: [1, 2, 3], confidence: 0.5 }).percentile; // [1.5, 2.5]
 */
export function bootstrapIntervals({
  estimate,
  replicates,
  confidence = 0.95,
}: BootstrapReplicates): SimpleIntervals {
  const sorted = Float64Array.from(replicates).sort();
  const low = quantileAt(sorted, (1 - confidence) / 2);
  const high = quantileAt(sorted, (1 + confidence) / 2);
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    percentile: [low, high],
    basic: [2 * estimate - high, 2 * estimate - low],
    standardError: Math.sqrt(squares / (sorted.length - 1)),
  };
}

/** The corrected interval with its levels, or null and the reason. */
export type BcaInterval =
  | {
      readonly lower: number;
      readonly upper: number;
      readonly levels: Interval;
      readonly acceleration: number;
    }
  | { readonly lower: null; readonly upper: null; readonly reason: 'estimate_outside_replicates' };

/** The bias-corrected and accelerated interval. */
export function bcaInterval({ estimate, replicates, jackknife, confidence = 0.95 }: BcaInput): BcaInterval {
  const sorted = Float64Array.from(replicates).sort();
  const below = sorted.filter((value) => value < estimate).length;
  const equal = sorted.filter((value) => value === estimate).length;
  const share = (below + equal / 2) / sorted.length;
  if (!(share > 0 && share < 1)) return { lower: null, upper: null, reason: 'estimate_outside_replicates' };
  const acceleration = accelerationOf(jackknife);
  const shift = normalQuantile(share);
  const level = (z: number) => 1 - normalTail(shift + (shift + z) / (1 - acceleration * (shift + z)));
  const reach = normalQuantile(0.5 + confidence / 2);
  const levels = [level(-reach), level(reach)] as const;
  const [lower, upper] = [quantileAt(sorted, levels[0]), quantileAt(sorted, levels[1])];
  return { lower, upper, levels, acceleration };
}

function accelerationOf(jackknife: ArrayLike<number>): number {
  const values = Float64Array.from(jackknife);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const power = (exponent: number) => values.reduce((sum, value) => sum + (mean - value) ** exponent, 0);
  const squares = power(2);
  return squares === 0 ? 0 : power(3) / (6 * squares ** 1.5);
}

function quantileAt(sorted: Float64Array, level: number): number {
  const value = quantileOfSorted(sorted, level);
  if (value === null) throw new RangeError('There must be at least one replicate.');
  return value;
}
