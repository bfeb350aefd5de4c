/**
 * **Standard errors**: the square roots of the variances on the diagonal of a covariance matrix.
 *
 * What for: the uncertainty of each estimate by itself.
 *
 * When it misleads: two intervals that overlap do not show that two estimates are alike; for that take the variance of
 * their difference from the whole matrix.
 *
 * Formula: √V_ii. Rounding may leave −1e-17 of a zero variance, which counts as 0.
 * Source: any textbook of statistics.
 *
 * Units: those of the estimates.
 *
 * @throws RangeError when the covariance does not have size × size entries.
 * @example
 * standardErrors(new Float64Array([4, 1, 1, 9]), 2); // Float64Array [2, 3]
 */
export function standardErrors(covariance: Float64Array, size: number): Float64Array {
  if (covariance.length !== size * size) {
    throw new RangeError(
      `A covariance of ${size} estimates has ${size * size} entries, not ${covariance.length}.`,
    );
  }
  return Float64Array.from({ length: size }, (_, index) =>
    Math.sqrt(Math.max(0, covariance[index * size + index] ?? 0)),
  );
}
