/**
 * **Solving with a Cholesky factor**: the x with L Lᵀ x = b.
 *
 * What for: the step of Newton's method; one factor serves many right-hand sides.
 *
 * When it misleads: as far as the factor does, see {@link factorCholesky}.
 *
 * Formula: forward substitution with L, then backward substitution with Lᵀ.
 * Source: G. Golub and C. Van Loan, "Matrix Computations", 4th ed. 2013, section 3.1.
 *
 * Units: those of b divided by those of the matrix.
 *
 * @throws RangeError when the factor does not fit the right-hand side.
 * @example
 * solveCholesky(new Float64Array([2, 0, 1, 2]), new Float64Array([8, 8])); // Float64Array [1.5, 1]
 */
export function solveCholesky(factor: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  if (factor.length !== size * size) {
    throw new RangeError(`A factor of ${factor.length} entries does not fit ${size} equations.`);
  }
  const solution = right.slice();
  for (let row = 0; row < size; row++) {
    let rest = solution[row] ?? 0;
    for (let k = 0; k < row; k++) rest -= (factor[row * size + k] ?? 0) * (solution[k] ?? 0);
    solution[row] = rest / (factor[row * size + row] ?? 0);
  }
  // Column by column, so that the factor is still read along its rows.
  for (let row = size - 1; row >= 0; row--) {
    const known = (solution[row] ?? 0) / (factor[row * size + row] ?? 0);
    solution[row] = known;
    for (let k = 0; k < row; k++) solution[k] = (solution[k] ?? 0) - known * (factor[row * size + k] ?? 0);
  }
  return solution;
}
