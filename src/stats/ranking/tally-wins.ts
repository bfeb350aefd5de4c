import type { ComparisonCounts } from './count-comparisons.ts';

/** How often each item beat each other one, `wins[winner * items + loser]`; parts of a win are allowed. */
export interface WinCounts {
  readonly items: number;
  readonly wins: Float64Array;
}

/** The same with ties apart: `ties[i * items + j]` is the number of ties of i and j, in both places. */
export interface WinAndTieCounts extends WinCounts {
  readonly ties: Float64Array;
}

/**
 * **Tally of wins and ties**: who beat whom how often, whichever side they stood on.
 *
 * What for: the models of ties, which must know ties from wins.
 *
 * When it misleads: where the left side is favoured and pairs are not shown in both orders alike, the side matters.
 *
 * Source: R. R. Davidson (1970), JASA 65(329): these counts are sufficient.
 *
 * Units: comparisons.
 *
 * @throws RangeError when there are not items × items × 3 cells.
 * @example
 * tallyWinsAndTies({ items: 2, cells: new Float64Array([0, 0, 0, 1, 2, 3, 0, 1, 5, 0, 0, 0]) }).wins; // Float64Array [0, 3, 6, 0]
 */
export function tallyWinsAndTies({ items, cells }: ComparisonCounts): WinAndTieCounts {
  if (cells.length !== items * items * 3) {
    throw new RangeError(`${items} items have ${items * items * 3} cells, not ${cells.length}.`);
  }
  const wins = new Float64Array(items * items);
  const ties = new Float64Array(items * items);
  for (let left = 0; left < items; left++) {
    for (let right = 0; right < items; right++) {
      if (left === right) continue;
      const there = left * items + right;
      const back = right * items + left;
      wins[there] = (wins[there] ?? 0) + (cells[there * 3 + 2] ?? 0);
      wins[back] = (wins[back] ?? 0) + (cells[there * 3] ?? 0);
      ties[there] = (ties[there] ?? 0) + (cells[there * 3 + 1] ?? 0);
      ties[back] = (ties[back] ?? 0) + (cells[there * 3 + 1] ?? 0);
    }
  }
  return { items, wins, ties };
}

/** The same with each tie as half a win for both, as Bradley–Terry without a model of ties takes them. */
export function tallyWins(counts: ComparisonCounts): WinCounts {
  const { items, wins, ties } = tallyWinsAndTies(counts);
  for (let cell = 0; cell < wins.length; cell++) wins[cell] = (wins[cell] ?? 0) + (ties[cell] ?? 0) / 2;
  return { items, wins };
}
