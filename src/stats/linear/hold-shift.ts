/** How many coordinates a matrix has, and how many leading ones may all be shifted by the same amount. */
export interface Shiftable {
  readonly size: number;
  readonly shiftable: number;
}

/**
 * **Holding a shift**: adds a constant to the block of the leading coordinates of an information matrix.
 *
 * What for: scores that are known only up to a common constant leave their information singular in just that direction.
 * The constant fills it in, and for gradients that sum to zero it changes no solution.
 *
 * When it misleads: the inverse of what comes out still holds 1/(hold · n²) in each entry of the block;
 * {@link centredCovariance} takes it out.
 *
 * Formula: H + h u uᵀ, u = 1 for the n leading coordinates and 0 for the rest, h the mean of their diagonal over n, so that
 * the matrix keeps its size and no digits are lost.
 * Source: S. Boyd and L. Vandenberghe, "Convex Optimization", 2004, section 10.2 (equality constraints).
 *
 * Units: those of the matrix; only what is read, the lower triangle, needs to be filled in.
 *
 * @throws RangeError unless 0 ≤ shiftable ≤ size.
 * @example
 * holdShift(new Float64Array([2, -2, -2, 2]), { size: 2, shiftable: 2 }).held; // Float64Array [3, -1, -1, 3]
 */
export function holdShift(
  information: Float64Array,
  { size, shiftable }: Shiftable,
): { held: Float64Array; hold: number } {
  if (!(shiftable >= 0 && shiftable <= size)) {
    throw new RangeError(`Of ${size} coordinates, ${shiftable} cannot be shifted together.`);
  }
  if (shiftable === 0) return { held: information, hold: 0 };
  let sum = 0;
  for (let row = 0; row < shiftable; row++) sum += information[row * size + row] ?? 0;
  const hold = sum / shiftable / shiftable;
  const held = information.slice();
  for (let row = 0; row < shiftable; row++) {
    for (let column = 0; column < shiftable; column++) {
      held[row * size + column] = (held[row * size + column] ?? 0) + hold;
    }
  }
  return { held, hold };
}
