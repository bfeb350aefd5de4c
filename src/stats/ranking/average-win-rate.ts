import type { WinCounts } from './tally-wins.ts';

/**
 * **Average win rate**: the mean, over the opponents that an item met, of its share of wins against each.
 *
 * What for: a figure that everybody understands, beside the scores of a model.
 *
 * When it misleads: it depends on who the opponents were; two items that met different ones cannot be compared by it.
 *
 * Formula: (1 / opponents met) Σ_j w_ij / (w_ij + w_ji); with ties counted as half a win in w. Each opponent weighs the
 * same, however often they met.
 * Source: as `average_win_rate` in the Evalica package (D. Ustalov, 2025).
 *
 * Units: shares from 0 to 1; null for an item that met nobody.
 *
 * @throws RangeError when there are not items × items counts.
 * @example
 * averageWinRate({ items: 3, wins: new Float64Array([0, 3, 0, 1, 0, 0, 0, 0, 0]) }); // [0.75, 0.25, null]
 */
export function averageWinRate({ items, wins }: WinCounts): (number | null)[] {
  if (wins.length !== items * items) {
    throw new RangeError(`${items} items have ${items * items} counts, not ${wins.length}.`);
  }
  return Array.from({ length: items }, (_, item) => {
    let opponents = 0;
    let sum = 0;
    for (let other = 0; other < items; other++) {
      const won = wins[item * items + other] ?? 0;
      const played = won + (wins[other * items + item] ?? 0);
      if (other === item || played === 0) continue;
      opponents++;
      sum += won / played;
    }
    return opponents === 0 ? null : sum / opponents;
  });
}
