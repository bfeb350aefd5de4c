import { drawBinomial } from '#stats/random/draw-binomial.ts';
import type { Random } from '#stats/random/seeded-random.ts';

/** Rows are drawn block by block, so that millions of draws stay within the fast memory of the processor. */
const blockRows = 4096;

/**
 * **Resampling by rows**: how often each of n rows is drawn when n are drawn with replacement; or each of their clusters.
 *
 * What for: the bootstrap of models that need the rows, by weighing them; with clusters, of rows that hang together.
 *
 * When it misleads: without clusters it takes rows as independent.
 *
 * Formula: n draws, each row equally likely (how many fall into each block of rows is binomial); with clusters, as many clusters drawn as there are.
 * Source: B. Efron and R. Tibshirani, "An Introduction to the Bootstrap", 1993, ch. 6.
 *
 * Units: times drawn. Each call of what is returned draws once; it fills the same array again.
 *
 * @throws RangeError when a cluster is not a whole number of at least 0.
 * @example
 * resampleRows({ rows: 4, clusters: [0, 0, 0, 0] }, seededRandom(1))(); // Float64Array [1, 1, 1, 1]
 */
export function resampleRows(
  { rows, clusters }: { readonly rows: number; readonly clusters?: ArrayLike<number> },
  random: Random,
): () => Float64Array {
  const weights = new Float64Array(rows);
  if (clusters === undefined) {
    return () => {
      weights.fill(0);
      for (let from = 0, left = rows; left > 0; from += blockRows) {
        const size = Math.min(blockRows, rows - from);
        const draws = drawBinomial(random, { trials: left, chance: size / (rows - from) });
        for (let draw = 0; draw < draws; draw++) {
          const row = from + random.below(size);
          weights[row] = (weights[row] ?? 0) + 1;
        }
        left -= draws;
      }
      return weights;
    };
  }
  const own = numberClusters(clusters);
  const drawn = new Float64Array(own.count);
  return () => {
    drawn.fill(0);
    for (let draw = 0; draw < own.count; draw++) {
      const cluster = random.below(own.count);
      drawn[cluster] = (drawn[cluster] ?? 0) + 1;
    }
    for (let row = 0; row < rows; row++) weights[row] = drawn[own.places[row] ?? 0] ?? 0;
    return weights;
  };
}

/** Numbers the clusters that occur without gaps, so that none is drawn that has no rows. */
function numberClusters(clusters: ArrayLike<number>): { count: number; places: Int32Array } {
  const known = new Map<number, number>();
  const places = Int32Array.from(clusters, (cluster) => {
    if (!(Number.isInteger(cluster) && cluster >= 0))
      throw new RangeError(`A cluster must be a whole number of at least 0, not ${cluster}.`);
    const place = known.get(cluster) ?? known.size;
    known.set(cluster, place);
    return place;
  });
  return { count: known.size, places };
}
