export interface ErrorRates {
  /** 1 for an error, 0 for none, in the order of time. */
  readonly errors: ArrayLike<number>;
  /** The share of errors that is all right. */
  readonly acceptable: number;
  /** The share that is not. */
  readonly unacceptable: number;
}

export interface SprtInput extends ErrorRates {
  /** How often a good annotator may be called bad. */
  readonly falseAlarm: number;
  /** How often a bad annotator may be called good. */
  readonly missed: number;
}

export interface SprtResult {
  /** Logarithm of the likelihood of the bad share by that of the good one, after each answer. */
  readonly evidence: Float64Array;
  readonly upper: number;
  readonly lower: number;
  readonly decision: 'acceptable' | 'unacceptable' | null;
  /** The place of the answer that decided. */
  readonly decidedAt: number | null;
}

/**
 * **Sequential probability ratio test**: accepts or rejects an annotator after as few gold items as it takes.
 *
 * What for: an entry test that ends early for the clearly good and the clearly bad.
 *
 * When it misleads: a share of errors between the two is let through or not by luck, after many items.
 *
 * Formula: the sum of ln(p₁/p₀) for errors and ln((1 − p₁)/(1 − p₀)) else; rejects from ln((1 − β)/α), accepts from
 * ln(β/(1 − α)). Source: A. Wald (1945), Annals of Mathematical Statistics 16(2).
 *
 * Units: natural logarithms.
 *
 * @throws RangeError unless 0 < acceptable < unacceptable < 1 and both risks lie between 0 and 1.
 * @example
 * sequentialTest({ errors: [1, 1, 1], acceptable: 0.1, unacceptable: 0.3, falseAlarm: 0.05, missed: 0.1 }).decidedAt; // 2
 */
export function sequentialTest({ falseAlarm, missed, ...rates }: SprtInput): SprtResult {
  if (!(falseAlarm > 0 && falseAlarm < 1 && missed > 0 && missed < 1))
    throw new RangeError(`The risks must lie between 0 and 1, not ${falseAlarm} and ${missed}.`);
  const upper = Math.log((1 - missed) / falseAlarm);
  const lower = Math.log(missed / (1 - falseAlarm));
  let sum = 0;
  const evidence = weigh(rates).map((step) => {
    sum += step;
    return sum;
  });
  const place = evidence.findIndex((value) => value >= upper || value <= lower);
  if (place === -1) return { evidence, upper, lower, decision: null, decidedAt: null };
  const decision = (evidence[place] ?? 0) >= upper ? 'unacceptable' : 'acceptable';
  return { evidence, upper, lower, decision, decidedAt: place };
}

/** The same evidence as a CUSUM that never falls below 0, so that a good past does not hide a bad present. */
export function bernoulliCusum(rates: ErrorRates): Float64Array {
  let sum = 0;
  return weigh(rates).map((step) => {
    sum = Math.max(0, sum + step);
    return sum;
  });
}

function weigh({ errors, acceptable, unacceptable }: ErrorRates): Float64Array {
  if (!(acceptable > 0 && acceptable < unacceptable && unacceptable < 1))
    throw new RangeError(`The shares must rise between 0 and 1, not ${acceptable} and ${unacceptable}.`);
  const ofError = Math.log(unacceptable / acceptable);
  const ofSuccess = Math.log1p(-unacceptable) - Math.log1p(-acceptable);
  return Float64Array.from(errors, (error) => (error === 0 ? ofSuccess : ofError));
}
