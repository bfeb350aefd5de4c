import { badComparison, type Comparisons, checkLengths } from './count-comparisons.ts';

/** Comparisons with what else is known of each. */
export interface ContextualComparisons extends Comparisons {
  /** How many features each comparison has. */
  readonly featureCount: number;
  /** The features of the first comparison, then those of the second and so on. */
  readonly features: ArrayLike<number>;
  /** How much each comparison counts; 1 unless told. */
  readonly weights?: ArrayLike<number>;
}

/** The same, checked, in arrays of one kind each, so that the loops over millions of them stay quick. */
export interface ComparisonRows {
  readonly items: number;
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Points of the left item: 1, ½ or 0. */
  readonly points: Float64Array;
  readonly featureCount: number;
  readonly features: Float64Array;
  readonly weights: Float64Array;
  readonly totalWeight: number;
}

/**
 * **Rows of comparisons**: checks comparisons with features and weights, and copies them into typed arrays.
 *
 * What for: the first step of {@link contextualBradleyTerry}; done once, also for a hundred resamples.
 *
 * When it misleads: never, but it takes 40 bytes a comparison and 8 more a feature.
 *
 * Source: none; bookkeeping.
 *
 * Units: those given.
 *
 * @throws RangeError as {@link countComparisons}, or when there are not as many features and weights as there must be, one
 * is not finite, or a weight is negative.
 * @example
 * comparisonRows({ items: 2, left: [0], right: [1], outcome: [1], featureCount: 1, features: [7] }).points; // Float64Array [0.5]
 */
export function comparisonRows(input: ContextualComparisons): ComparisonRows {
  checkLengths(input);
  const { items, featureCount } = input;
  const rows = input.left.length;
  const left = new Int32Array(input.left);
  const right = new Int32Array(input.right);
  const points = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const one = left[row] ?? -1;
    const other = right[row] ?? -1;
    const halves = input.outcome[row];
    const isKnown = one >= 0 && one < items && other >= 0 && other < items && one !== other;
    if (!isKnown || (halves !== 0 && halves !== 1 && halves !== 2)) throw badComparison(input, row);
    points[row] = halves / 2;
  }
  const features = new Float64Array(input.features);
  const weights = input.weights === undefined ? new Float64Array(rows).fill(1) : copyWeights(input.weights);
  if (features.length !== rows * featureCount || weights.length !== rows) {
    throw new RangeError(`${rows} comparisons need ${rows * featureCount} features and ${rows} weights.`);
  }
  for (const feature of features)
    if (!Number.isFinite(feature)) throw new RangeError('Each feature must be a finite number.');
  let totalWeight = 0;
  for (const weight of weights) totalWeight += weight;
  return { items, left, right, points, featureCount, features, weights, totalWeight };
}

function copyWeights(weights: ArrayLike<number>): Float64Array {
  const copy = new Float64Array(weights);
  if (!copy.every((weight) => weight >= 0 && weight < Infinity)) {
    throw new RangeError('Each weight must be finite and at least 0.');
  }
  return copy;
}
