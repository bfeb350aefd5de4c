import { groupLabels } from './group-labels.ts';
import type { RatingColumns } from './rating-effects.ts';

export interface FittedEffects {
  readonly values: Float64Array;
  readonly offsets: Float64Array;
  readonly scales: Float64Array;
  readonly itemRatings: Float64Array;
  readonly annotatorRatings: Float64Array;
  /** Σ scale² over the ratings of each item. */
  readonly itemWeights: Float64Array;
  readonly squaredRest: number;
  /** Groups of annotators and items that ratings connect. */
  readonly components: number;
  readonly iterations: number;
  readonly converged: boolean;
}

/**
 * **Least squares by turns** for {@link ratingEffects}: the values of items given the annotators' effects, and the effects
 * given the values, until neither moves.
 *
 * What for: the fit itself.
 *
 * When it misleads: where few ratings connect two groups it creeps; `converged` tells.
 *
 * Formula: value_i = Σ scale (rating − offset) / Σ scale²; then for each annotator a mean, or a regression on the values.
 * Offsets and scales are anchored after every pass. Settled once no value moves by more than 10⁻¹² of their range.
 *
 * Units: those of the ratings.
 *
 * @throws RangeError as {@link ratingEffects}.
 * @example
 * const ratings = { item: [0, 0, 1, 1], annotator: [0, 1, 0, 1], rating: [1, 3, 2, 4] };
 * fitRatingEffects(ratings, { scales: false, iterations: 100 }).values; // Float64Array [2, 3]
 */
export function fitRatingEffects(
  ratings: RatingColumns,
  { scales: withScales, iterations }: { readonly scales: boolean; readonly iterations: number },
): FittedEffects {
  const fit = createFit(ratings);
  let done = 0;
  let converged = false;
  while (done < iterations && !converged) {
    const moved = moveValues(fit);
    moveEffects(fit, withScales);
    anchor(fit);
    done++;
    converged = done > 1 && moved <= 1e-12 * fit.range;
  }
  moveValues(fit);
  return {
    ...fit,
    squaredRest: squareRest(fit),
    components: countComponents(fit),
    iterations: done,
    converged,
  };
}

type Fit = ReturnType<typeof createFit>;

function createFit({ item, annotator, rating }: RatingColumns) {
  if (rating.length !== item.length)
    throw new RangeError('The columns item, annotator and rating must be of the same length.');
  const given = Float64Array.from(rating);
  if (!given.every((value) => Math.abs(value) <= 1e100))
    throw new RangeError('Each rating must be a finite number of at most 1e100 in size.');
  // Grouping checks the columns; the ratings themselves stay in the order of the rows.
  const { items, annotators } = groupLabels({ item, annotator, label: new Int32Array(item.length) });
  const count = (column: ArrayLike<number>, size: number) => {
    const counts = new Float64Array(size);
    for (let row = 0; row < column.length; row++)
      counts[column[row] ?? 0] = (counts[column[row] ?? 0] ?? 0) + 1;
    return counts;
  };
  const [lowest, highest] = given.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Infinity, -Infinity],
  );
  return {
    item: Int32Array.from(item),
    annotator: Int32Array.from(annotator),
    rating: given,
    range: Math.max(highest - lowest, Number.MIN_VALUE),
    values: new Float64Array(items),
    offsets: new Float64Array(annotators),
    scales: new Float64Array(annotators).fill(1),
    itemRatings: count(item, items),
    annotatorRatings: count(annotator, annotators),
    itemWeights: new Float64Array(items),
  };
}

/** Returns how far the value that moved most has moved. */
function moveValues({ item, annotator, rating, values, offsets, scales, itemWeights }: Fit): number {
  const sums = new Float64Array(values.length);
  itemWeights.fill(0);
  for (let row = 0; row < rating.length; row++) {
    const [at, by] = [item[row] ?? 0, annotator[row] ?? 0];
    const scale = scales[by] ?? 1;
    sums[at] = (sums[at] ?? 0) + scale * ((rating[row] ?? 0) - (offsets[by] ?? 0));
    itemWeights[at] = (itemWeights[at] ?? 0) + scale * scale;
  }
  let furthest = 0;
  values.forEach((value, at) => {
    const weight = itemWeights[at] ?? 0;
    // Rated only by people whose scale is 0, an item keeps its value: they said nothing about it.
    if (!(weight > 0)) return;
    values[at] = (sums[at] ?? 0) / weight;
    furthest = Math.max(furthest, Math.abs((values[at] ?? 0) - value));
  });
  return furthest;
}

function moveEffects(fit: Fit, withScales: boolean): void {
  const { item, annotator, rating, values, offsets, scales, annotatorRatings } = fit;
  const [sumX, sumY] = [new Float64Array(offsets.length), new Float64Array(offsets.length)];
  for (let row = 0; row < rating.length; row++) {
    const by = annotator[row] ?? 0;
    sumX[by] = (sumX[by] ?? 0) + (values[item[row] ?? 0] ?? 0);
    sumY[by] = (sumY[by] ?? 0) + (rating[row] ?? 0);
  }
  const [squares, products] = [new Float64Array(offsets.length), new Float64Array(offsets.length)];
  for (let row = 0; withScales && row < rating.length; row++) {
    const by = annotator[row] ?? 0;
    const many = annotatorRatings[by] ?? 1;
    const x = (values[item[row] ?? 0] ?? 0) - (sumX[by] ?? 0) / many;
    squares[by] = (squares[by] ?? 0) + x * x;
    products[by] = (products[by] ?? 0) + x * ((rating[row] ?? 0) - (sumY[by] ?? 0) / many);
  }
  offsets.forEach((_, by) => {
    const many = annotatorRatings[by] ?? 0;
    if (many === 0) return;
    // Values that do not differ say nothing about a scale: it stays.
    if ((squares[by] ?? 0) > (1e-20 * fit.range) ** 2) scales[by] = (products[by] ?? 0) / (squares[by] ?? 1);
    offsets[by] = ((sumY[by] ?? 0) - (scales[by] ?? 1) * (sumX[by] ?? 0)) / many;
  });
}

/** Moves what the ratings do not settle: offsets to mean 0 and scales to mean 1 over ratings. */
function anchor({ values, offsets, scales, annotatorRatings, rating }: Fit): void {
  const mean = (effects: Float64Array) =>
    effects.reduce((sum, effect, by) => sum + effect * (annotatorRatings[by] ?? 0), 0) / rating.length;
  if (rating.length === 0) return;
  const scale = mean(scales);
  const offset = mean(offsets);
  if (!(Math.abs(scale) > 1e-9)) return;
  // offset_a + scale_a v = (offset_a − scale_a c) + (scale_a / s)(s (v + c)), with c chosen so that the offsets balance.
  const shift = offset / scale;
  offsets.forEach((value, by) => {
    offsets[by] = value - (scales[by] ?? 1) * shift;
    scales[by] = (scales[by] ?? 1) / scale;
  });
  values.forEach((value, at) => {
    values[at] = (value + shift) * scale;
  });
}

function squareRest({ item, annotator, rating, values, offsets, scales }: Fit): number {
  let sum = 0;
  for (let row = 0; row < rating.length; row++) {
    const by = annotator[row] ?? 0;
    const fitted = (offsets[by] ?? 0) + (scales[by] ?? 1) * (values[item[row] ?? 0] ?? 0);
    sum += ((rating[row] ?? 0) - fitted) ** 2;
  }
  return sum;
}

function countComponents({ item, annotator, values, offsets }: Fit): number {
  const parent = Int32Array.from({ length: values.length + offsets.length }, (_, node) => node);
  const rootOf = (node: number): number => {
    let root = node;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root] ?? 0] ?? 0;
      root = parent[root] ?? 0;
    }
    return root;
  };
  const used = new Set<number>();
  for (let row = 0; row < item.length; row++)
    parent[rootOf(item[row] ?? 0)] = rootOf(values.length + (annotator[row] ?? 0));
  for (const at of item) used.add(rootOf(at));
  return used.size;
}
