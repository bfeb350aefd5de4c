import type { Random } from '#stats/random/seeded-random.ts';
import { type ComparisonCounts, type Comparisons, countComparisons } from './count-comparisons.ts';

/**
 * **Resampling by clusters**: all comparisons of a person are drawn together, or not at all.
 *
 * What for: the bootstrap where few people judged much: what one person's taste adds is then part of the uncertainty.
 *
 * When it misleads: with fewer than some twenty people the intervals are still too narrow.
 *
 * Formula: as many clusters drawn with replacement as there are; the counts of those drawn are added up.
 * Source: A. C. Davison and D. V. Hinkley, "Bootstrap Methods and their Application", 1997, section 3.8.
 *
 * Units: comparisons. Each call of what is returned draws once; it fills the same array again.
 *
 * @throws RangeError as {@link countComparisons}, or when there is not one cluster, numbered from 0, for each comparison.
 * @example
 * const comparisons = { items: 2, left: [0, 0, 1], right: [1, 1, 0], outcome: [2, 0, 2] };
 * resampleClusters({ comparisons, clusters: [0, 0, 0] }, seededRandom(1))().cells; // Float64Array [0, 0, 0, 1, 0, 1, 0, 0, 1, 0, 0, 0]
 */
export function resampleClusters(
  input: { readonly comparisons: Comparisons; readonly clusters: ArrayLike<number> },
  random: Random,
): () => ComparisonCounts {
  const { items } = input.comparisons;
  const groups = groupCells(input);
  const drawn = new Float64Array(items * items * 3);
  return () => {
    drawn.fill(0);
    for (let draw = 0; draw < groups.length; draw++) {
      const { cells, counts } = groups[random.below(groups.length)] ?? { cells: [], counts: [] };
      for (let index = 0; index < cells.length; index++) {
        const cell = cells[index] ?? 0;
        drawn[cell] = (drawn[cell] ?? 0) + (counts[index] ?? 0);
      }
    }
    return { items, cells: drawn };
  };
}

/** The counts of each cluster that has any, only where they are not zero. */
function groupCells({ comparisons, clusters }: Parameters<typeof resampleClusters>[0]) {
  const { items, left, right, outcome } = comparisons;
  if (clusters.length !== left.length) throw new RangeError('Each comparison must have its cluster.');
  // Checks every comparison.
  countComparisons(comparisons);
  const tables = new Map<number, Map<number, number>>();
  for (let row = 0; row < left.length; row++) {
    const cluster = clusters[row] ?? -1;
    if (!(Number.isInteger(cluster) && cluster >= 0))
      throw new RangeError(`A cluster must be a whole number of at least 0, not ${cluster}.`);
    const table = tables.get(cluster) ?? new Map<number, number>();
    const cell = ((left[row] ?? 0) * items + (right[row] ?? 0)) * 3 + (outcome[row] ?? 0);
    table.set(cell, (table.get(cell) ?? 0) + 1);
    tables.set(cluster, table);
  }
  return [...tables.values()].map((table) => ({
    cells: Int32Array.from(table.keys()),
    counts: Float64Array.from(table.values()),
  }));
}
