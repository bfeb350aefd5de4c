import { factorCholesky } from './factor-cholesky.ts';
import { holdShift, type Shiftable } from './hold-shift.ts';
import { invertCholesky } from './invert-cholesky.ts';

/**
 * **Covariance of centred scores**: the inverse of an information matrix, for scores that sum to zero.
 *
 * What for: standard errors that do not hang on which item is the reference, and from the full matrix those of every
 * difference: Var(i − j) = V_ii + V_jj − 2 V_ij.
 *
 * When it misleads: the errors of centred scores are not those of differences from a reference item, which are larger;
 * always say which.
 *
 * Formula: (H + h u uᵀ)⁻¹ − u uᵀ / (h n²), see {@link holdShift}; for n = size this is the Moore–Penrose inverse of H.
 * Source: D. Firth and R. de Menezes (2004), "Quasi-variances", Biometrika 91(1), on the choice of constraint.
 *
 * Units: the squared units of the coordinates. Null when the information is singular otherwise.
 *
 * @throws RangeError as {@link holdShift} and {@link factorCholesky}.
 * @example
 * centredCovariance(new Float64Array([2, -2, -2, 2]), { size: 2, shiftable: 2 })[1]; // -0.125
 */
export function centredCovariance(information: Float64Array, shape: Shiftable): Float64Array | null {
  const { size, shiftable } = shape;
  const { held, hold } = holdShift(information, shape);
  const factor = factorCholesky(held, size);
  if (factor === null) return null;
  const inverse = invertCholesky(factor, size);
  if (shiftable === 0) return inverse;
  const surplus = 1 / (hold * shiftable * shiftable);
  for (let row = 0; row < shiftable; row++) {
    for (let column = 0; column < shiftable; column++) {
      inverse[row * size + column] = (inverse[row * size + column] ?? 0) - surplus;
    }
  }
  return inverse;
}
