/**
 * **Quantile, type 7**: the value below which a given share of the values lies, interpolated between neighbours.
 *
 * What for: medians, and the ends of bootstrap intervals. The default of R and numpy, so that figures can be compared.
 *
 * When it misleads: far quantiles of few values are hardly more than the smallest and the largest one.
 *
 * Formula: with n sorted values, h = (n − 1) p and the value is x[⌊h⌋] + (h − ⌊h⌋)(x[⌊h⌋ + 1] − x[⌊h⌋]).
 * Source: R. J. Hyndman and Y. Fan (1996), "Sample quantiles in statistical packages", The American Statistician 50(4).
 *
 * Units: those of the values. Null when there are no values.
 *
 * @throws RangeError when the probability is not from 0 to 1 or a value is not a number.
 * @example
 * quantile([4, 1, 3, 2], 0.5); // 2.5
 */
export function quantile(values: ArrayLike<number>, probability: number): number | null {
  return quantileOfSorted(new Float64Array(values).sort(), probability);
}

/** The same for values that are sorted already, lowest first, so that several quantiles cost one sort. */
export function quantileOfSorted(sorted: ArrayLike<number>, probability: number): number | null {
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`The probability must be from 0 to 1, not ${probability}.`);
  }
  const position = (sorted.length - 1) * probability;
  const below = sorted[Math.floor(position)];
  const above = sorted[Math.ceil(position)];
  if (below === undefined || above === undefined) return null;
  // Sorting puts NaN last, so one look at the end finds any.
  if (Number.isNaN(sorted[sorted.length - 1])) throw new RangeError('Each value must be a number.');
  // Equal neighbours may be infinite, and infinity minus infinity is not a number.
  return below === above ? below : below + (position - Math.floor(position)) * (above - below);
}
