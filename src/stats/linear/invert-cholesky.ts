import { solveCholesky } from './solve-cholesky.ts';

/**
 * **Inverse from a Cholesky factor**: the inverse of L Lᵀ, made exactly symmetric.
 *
 * What for: a covariance from an information matrix.
 *
 * When it misleads: as far as the factor does, see {@link factorCholesky}; to solve equations, solve them instead.
 *
 * Formula: column by column, A x = e_k.
 * Source: G. Golub and C. Van Loan, "Matrix Computations", 4th ed. 2013, section 3.1.
 *
 * Units: one over those of the matrix.
 *
 * @throws RangeError when the factor does not have size × size entries.
 * @example
 * invertCholesky(new Float64Array([2, 0, 0, 4]), 2); // Float64Array [0.25, 0, 0, 0.0625]
 */
export function invertCholesky(factor: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size);
  for (let column = 0; column < size; column++) {
    const unit = new Float64Array(size);
    unit[column] = 1;
    inverse.set(solveCholesky(factor, unit), column * size);
  }
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < row; column++) {
      const mean = ((inverse[row * size + column] ?? 0) + (inverse[column * size + row] ?? 0)) / 2;
      inverse[row * size + column] = mean;
      inverse[column * size + row] = mean;
    }
  }
  return inverse;
}
