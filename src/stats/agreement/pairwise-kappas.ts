import { pairwiseTables } from './pairwise-tables.ts';
import type { WeightedRatings } from './unit-agreement.ts';

/** Cohen's kappa of every two raters, in the order of {@link pairPlace}. */
export interface PairwiseKappas {
  /** Null where a pair has none: it shares no items (`units` is 0), or both said one and the same thing throughout. */
  readonly values: readonly (number | null)[];
  /** Items that both rated. */
  readonly units: Int32Array;
}

/**
 * **Cohen's kappa of every two raters**.
 *
 * What for: seeing who stands apart. 200 annotators make 19,900 pairs; all of them take some tens of milliseconds.
 *
 * When it misleads: among thousands of pairs some are low by chance alone; look at the number of shared items.
 *
 * Formula: as {@link cohenKappa}, without standard errors.
 *
 * Units: at most 1; 0 is chance.
 *
 * @throws RangeError as {@link pairwiseTables}.
 * @example
 * const ratings = ratingsOfTable([[1, 1], [2, 2], [1, 2], [1, 1]]);
 * pairwiseKappas({ ratings, weights: categoryWeights('none', ratings.categories) }).values; // [0.5]
 */
export function pairwiseKappas({ ratings, weights }: WeightedRatings): PairwiseKappas {
  const { counts, size, raterCount } = pairwiseTables(ratings);
  const pairs = (raterCount * (raterCount - 1)) / 2;
  const values: (number | null)[] = [];
  const units = new Int32Array(pairs);
  const rows = new Float64Array(size);
  const columns = new Float64Array(size);
  for (let pair = 0; pair < pairs; pair++) {
    rows.fill(0);
    columns.fill(0);
    const first = pair * size * size;
    let [total, observed, expected] = [0, 0, 0];
    for (let cell = 0; cell < size * size; cell++) {
      const count = counts[first + cell] ?? 0;
      if (count === 0) continue;
      const row = (cell / size) | 0;
      rows[row] = (rows[row] ?? 0) + count;
      columns[cell - row * size] = (columns[cell - row * size] ?? 0) + count;
      total += count;
      observed += count * (weights[cell] ?? 0);
    }
    for (let cell = 0; cell < size * size; cell++) {
      const row = (cell / size) | 0;
      expected += (rows[row] ?? 0) * (columns[cell - row * size] ?? 0) * (weights[cell] ?? 0);
    }
    units[pair] = total;
    // In whole counts: observed/n against expected/n².
    const chance = total * total - expected;
    values.push(chance > 1e-12 * total * total ? (observed * total - expected) / chance : null);
  }
  return { values, units };
}

/** The mean over all pairs that have a kappa, and how many those are; null where none has. */
export function lightKappa(given: WeightedRatings): {
  readonly value: number | null;
  readonly pairs: number;
} {
  const known = pairwiseKappas(given).values.filter((value) => value !== null);
  const sum = known.reduce((total, value) => total + value, 0);
  return { value: known.length === 0 ? null : sum / known.length, pairs: known.length };
}
