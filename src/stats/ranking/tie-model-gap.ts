import type { RankingGap } from './ranking-fit.ts';
import { strongComponents } from './strong-components.ts';
import type { WinAndTieCounts } from './tally-wins.ts';

/**
 * **Why a model of ties has no finite estimate**, for items that wins and ties join.
 *
 * What for: Davidson and Rao–Kupper need more than Bradley–Terry: the weight of ties and the distances of scores can run
 * away together, as when A beat B, tied with B and never lost.
 *
 * When it misleads: where one comparison is all that holds the estimate, it exists but is hardly worth reporting.
 *
 * Formula: no finite estimate exactly if scores δ can be found with δ_i − δ_j ≥ 2 for every win of i over j and
 * |δ_i − δ_j| ≤ 2 for every tie: such a direction never lowers the likelihood. None can be found as soon as wins alone go
 * round in a circle; otherwise the search is Bellman and Ford's.
 * Source: A. Albert and J. Anderson (1984), Biometrika 71(1), on separation, applied to the three outcomes.
 *
 * Units: null when an estimate exists.
 *
 * @throws RangeError when there are not items × items counts.
 * @example
 * tieModelGap({ items: 2, wins: new Float64Array([0, 3, 0, 0]), ties: new Float64Array([0, 2, 2, 0]) }); // 'separated'
 */
export function tieModelGap({ items, wins, ties }: WinAndTieCounts): RankingGap | null {
  if (!wins.some((count) => count > 0)) return 'only_ties';
  if (strongComponents({ items, wins }).length < items) return null;
  const heights = new Float64Array(items);
  for (let round = 0; round <= items; round++) {
    if (!liftOnce({ items, wins, ties }, heights)) return 'separated';
  }
  return null;
}

/** Lifts every item as far as its wins and ties demand; false when none had to be lifted. */
function liftOnce({ items, wins, ties }: WinAndTieCounts, heights: Float64Array): boolean {
  let lifted = false;
  for (let one = 0; one < items; one++) {
    for (let other = 0; other < items; other++) {
      if (one === other) continue;
      const base = heights[other] ?? 0;
      const hasWon = (wins[one * items + other] ?? 0) > 0;
      const hasTied = (ties[one * items + other] ?? 0) > 0;
      const demand = hasWon ? base + 2 : hasTied ? base - 2 : -Infinity;
      if (demand > (heights[one] ?? 0)) {
        heights[one] = demand;
        lifted = true;
      }
    }
  }
  return lifted;
}
