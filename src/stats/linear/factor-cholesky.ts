/** A pivot below this share of the entry that it came from is what rounding leaves of zero. */
const smallestPivot = 1e-13;

/**
 * **Cholesky factor**: the lower triangle L with L Lᵀ = A, of a symmetric positive definite matrix A.
 *
 * What for: solving the equations of Newton's method, and inverting an information matrix into a covariance.
 *
 * When it misleads: a matrix that is singular but for rounding may still have a factor; its entries are then large and
 * meaningless. Pivots below 1e-13 of their entry count as zero to catch the plain cases.
 *
 * Formula: L_ij = (A_ij − Σ_{k<j} L_ik L_jk) / L_jj, row by row; only the lower triangle of A is read.
 * Source: G. Golub and C. Van Loan, "Matrix Computations", 4th ed. 2013, section 4.2.
 *
 * Units: the square roots of those of the matrix. Null when the matrix is not positive definite.
 *
 * @throws RangeError when the matrix does not have size × size entries.
 * @example
 * factorCholesky(new Float64Array([4, 2, 2, 5]), 2); // Float64Array [2, 0, 1, 2]
 */
export function factorCholesky(matrix: Float64Array, size: number): Float64Array | null {
  if (matrix.length !== size * size) {
    throw new RangeError(`A matrix of size ${size} has ${size * size} entries, not ${matrix.length}.`);
  }
  const factor = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    const own = row * size;
    for (let column = 0; column <= row; column++) {
      const other = column * size;
      let rest = matrix[own + column] ?? 0;
      for (let k = 0; k < column; k++) rest -= (factor[own + k] ?? 0) * (factor[other + k] ?? 0);
      if (column < row) factor[own + column] = rest / (factor[other + column] ?? 0);
      else if (rest > smallestPivot * (matrix[own + row] ?? 0)) factor[own + row] = Math.sqrt(rest);
      else return null;
    }
  }
  return factor;
}
