import { factorCholesky } from '#stats/linear/factor-cholesky.ts';
import { solveCholesky } from '#stats/linear/solve-cholesky.ts';

/**
 * **Quasi-variances**: one variance an item such that those of two add up to about the variance of their difference.
 *
 * What for: error bars from which a reader can judge any two items, whatever the anchor: √(q_i + q_j) is about the
 * standard error of the difference.
 *
 * When it misleads: it is an approximation; a single q may even come out negative, and then stands as it is.
 *
 * Formula: q minimises Σ_{i<j} (log(q_i + q_j) − log Var(i − j))², by Gauss–Newton from the mean of the variances.
 * Source: D. Firth and R. de Menezes (2004), "Quasi-variances", Biometrika 91(1).
 *
 * Units: squared scores. Null for fewer than three items, where they are not determined, or where there is no minimum.
 *
 * @throws RangeError when the covariance does not have size × size entries.
 * @example
 * quasiVariances(new Float64Array([1, 0, 0, 0, 1, 0, 0, 0, 1]), 3); // Float64Array [1, 1, 1]
 */
export function quasiVariances(covariance: Float64Array, size: number): Float64Array | null {
  if (covariance.length !== size * size) {
    throw new RangeError(`${size} items have ${size * size} covariances, not ${covariance.length}.`);
  }
  if (size < 3) return null;
  const contrast = (i: number, j: number) =>
    (covariance[i * size + i] ?? 0) + (covariance[j * size + j] ?? 0) - 2 * (covariance[i * size + j] ?? 0);
  let mean = 0;
  for (let i = 1; i < size; i++) for (let j = 0; j < i; j++) mean += contrast(i, j);
  let quasi = new Float64Array(size).fill(mean / (size * (size - 1)));
  for (let round = 0; round < 500; round++) {
    const step = gaussNewtonStep(quasi, contrast);
    if (step === null) return null;
    quasi = takeStep(quasi, step);
    if (step.every((move, item) => Math.abs(move) <= 1e-14 * Math.abs(quasi[item] ?? 0))) return quasi;
  }
  return quasi.every(Number.isFinite) ? quasi : null;
}

function gaussNewtonStep(
  quasi: Float64Array,
  contrast: (i: number, j: number) => number,
): Float64Array | null {
  const size = quasi.length;
  const normal = new Float64Array(size * size);
  const right = new Float64Array(size);
  for (let i = 1; i < size; i++) {
    for (let j = 0; j < i; j++) {
      const sum = (quasi[i] ?? 0) + (quasi[j] ?? 0);
      const slope = 1 / sum;
      const rest = (Math.log(contrast(i, j)) - Math.log(sum)) * slope;
      const square = slope * slope;
      right[i] = (right[i] ?? 0) + rest;
      right[j] = (right[j] ?? 0) + rest;
      normal[i * size + i] = (normal[i * size + i] ?? 0) + square;
      normal[j * size + j] = (normal[j * size + j] ?? 0) + square;
      normal[i * size + j] = square;
    }
  }
  const factor = factorCholesky(normal, size);
  return factor === null ? null : solveCholesky(factor, right);
}

/** Shortened until every sum of two stays positive, since its logarithm is taken. */
function takeStep(quasi: Float64Array, step: Float64Array): Float64Array<ArrayBuffer> {
  for (let length = 1; ; length /= 2) {
    const next = Float64Array.from(quasi, (value, item) => value + length * (step[item] ?? 0));
    const [lowest = 0, second = 0] = next.toSorted();
    if (lowest + second > 0 || length < 1e-9) return next;
  }
}
