import { twoSidedStudentT } from '#stats/distributions/student-t.ts';
import { normalQuantile } from '#stats/intervals/normal-quantile.ts';

/** One wild value must not set off an alarm for a lasting change by itself. */
const farthest = 3;

/**
 * **Self-starting scores**: each value against all values before it, as if drawn from a standard normal distribution.
 *
 * What for: a CUSUM of an annotator's time or agreement against their own past, where nobody knows the right mean and
 * spread beforehand.
 *
 * When it misleads: a change among the first few values becomes part of what counts as usual; and values that follow
 * from each other make the scores too wild.
 *
 * Formula: u_n = Φ⁻¹(F_{n−2}(√((n − 1)/n) (x_n − mean_{n−1})/s_{n−1})), with F the distribution of Student's t; held
 * within ±3. 0 for the first two values and while all values are the same.
 * Source: D. M. Hawkins (1987), "Self-starting CUSUM charts for location and scale", The Statistician 36.
 *
 * Units: standard deviations.
 *
 * @example
 * selfStartingScores([1, 3, 2, 2]); // Float64Array [0, 0, 0, 0]
 */
export function selfStartingScores(values: ArrayLike<number>): Float64Array {
  const scores = new Float64Array(values.length);
  let [mean, squares] = [0, 0];
  for (let count = 0; count < values.length; count++) {
    const value = values[count] ?? 0;
    const spread = count > 1 ? Math.sqrt(squares / (count - 1)) : 0;
    if (spread > 0) {
      const distance = (Math.sqrt(count / (count + 1)) * (value - mean)) / spread;
      scores[count] = scoreOf(distance, count - 1);
    }
    const step = value - mean;
    mean += step / (count + 1);
    squares += step * (value - mean);
  }
  return scores;
}

function scoreOf(distance: number, degrees: number): number {
  const tail = twoSidedStudentT(distance, degrees) / 2;
  // A tail of one half is the middle; the quantile would leave -0 there.
  if (tail >= 0.5) return 0;
  return Math.sign(distance) * Math.min(farthest, -normalQuantile(tail));
}
