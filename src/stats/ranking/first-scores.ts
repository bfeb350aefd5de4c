import type { WinCounts } from './tally-wins.ts';

const sweeps = 12;

/**
 * **First scores**: some rounds of Newman's iteration, from equal worths.
 *
 * What for: a start for Newton's method that saves it most of its steps; a round costs no more than a look at the counts.
 *
 * When it misleads: a few rounds are no fit; where items are loosely tied together they are far from it.
 *
 * Formula: worth_i ← Σ_j w_ij worth_j / (worth_i + worth_j) / Σ_j w_ji / (worth_i + worth_j), one item after the other.
 * Source: M. E. J. Newman (2023), "Efficient computation of rankings from pairwise comparisons", JMLR 24.
 *
 * Units: natural logarithms of worths, finite where every item won and lost something.
 *
 * @example
 * firstScores({ items: 2, wins: new Float64Array([0, 3, 1, 0]) }).length; // 2
 */
export function firstScores({ items, wins }: WinCounts): Float64Array {
  const worths = new Float64Array(items).fill(1);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (let one = 0; one < items; one++) {
      const own = worths[one] ?? 0;
      let above = 0;
      let below = 0;
      for (let other = 0; other < items; other++) {
        if (other === one) continue;
        const worth = worths[other] ?? 0;
        const share = 1 / (own + worth);
        above += (wins[one * items + other] ?? 0) * worth * share;
        below += (wins[other * items + one] ?? 0) * share;
      }
      worths[one] = above / below;
    }
  }
  return worths.map(Math.log);
}
