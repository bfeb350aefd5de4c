import { drawMultinomial } from '#stats/random/draw-multinomial.ts';
import type { Random } from '#stats/random/seeded-random.ts';
import type { ComparisonCounts } from './count-comparisons.ts';

/**
 * **Resampling by cells**: as many comparisons drawn anew, with replacement, as counts and not one by one.
 *
 * What for: the bootstrap of models that need only the counts; a million comparisons cost no more than their cells.
 *
 * When it misleads: it takes every comparison as independent. For many by one person use {@link resampleClusters}.
 *
 * Formula: the counts are multinomial with the shares of the cells; drawn one cell after the other, each binomial with its
 * share of what is left. Both sides of a pair are folded into one first unless `keepsSides`: for models without an effect
 * of the order that draws the same.
 * Source: B. Efron and R. Tibshirani, "An Introduction to the Bootstrap", 1993, ch. 6; by cells as in FastChat.
 *
 * Units: comparisons. Each call of what is returned draws once; it fills the same array again.
 *
 * @throws RangeError when a count is not a whole number of at least 0.
 * @example
 * const counts = { items: 2, cells: new Float64Array([0, 0, 0, 10, 0, 30, 0, 0, 0, 0, 0, 0]) };
 * resampleCells(counts, { random: seededRandom(1) })().cells.reduce((sum, count) => sum + count); // 40
 */
export function resampleCells(
  counts: ComparisonCounts,
  { random, keepsSides = false }: { readonly random: Random; readonly keepsSides?: boolean },
): () => ComparisonCounts {
  const { items } = counts;
  const cells = keepsSides ? counts.cells : foldSides(counts);
  const places = Int32Array.from(cells.keys()).filter((cell) => (cells[cell] ?? 0) > 0);
  let total = 0;
  for (const count of cells) {
    if (!(Number.isSafeInteger(count) && count >= 0)) {
      throw new RangeError(`Only whole counts can be drawn anew, not ${count}.`);
    }
    total += count;
  }
  const sizes = Float64Array.from(places, (place) => cells[place] ?? 0);
  const successes = new Float64Array(places.length);
  const drawn = new Float64Array(cells.length);
  return () => {
    drawMultinomial(random, { sizes, total, drawn: successes });
    places.forEach((place, index) => {
      drawn[place] = successes[index] ?? 0;
    });
    return { items, cells: drawn };
  };
}

/** Puts each pair on the side where the item with the lower number is left. */
function foldSides({ items, cells }: ComparisonCounts): Float64Array {
  const folded = new Float64Array(cells.length);
  for (let left = 0; left < items; left++) {
    for (let right = 0; right < items; right++) {
      const from = (left * items + right) * 3;
      const to = left < right ? from : (right * items + left) * 3;
      for (let halves = 0; halves < 3; halves++) {
        const place = to + (left < right ? halves : 2 - halves);
        folded[place] = (folded[place] ?? 0) + (cells[from + halves] ?? 0);
      }
    }
  }
  return folded;
}
