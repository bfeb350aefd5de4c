import type { LevelCodes } from './level-codes.ts';

/** Beyond so many cells for each item, or so many at all, a table would cost more than it saves. */
const mostCells = { anItem: 4, inAll: 4_000_000 };

/** Whether a table of so many cells costs no more than it saves. */
export function isWorthTable(cells: number, items: number): boolean {
  return cells <= mostCells.inAll && cells <= 64 + mostCells.anItem * items;
}

/**
 * **Meeting table**: how often each level of one column meets each level of another.
 *
 * What for: rank correlations of ratings, where a million items come to a table of seven by seven.
 *
 * When it misleads: null where the columns have so many levels that there would be more cells than it is worth.
 *
 * Units: items; one row after another, `table[x * levels of the second + y]`.
 *
 * @example
 * meetingTable(levelCodes([1, 1, 2]), levelCodes([5, 6, 6])); // Int32Array [1, 1, 0, 1]
 */
export function meetingTable(first: LevelCodes, second: LevelCodes): Int32Array | null {
  const width = second.sizes.length;
  const cells = first.sizes.length * width;
  if (!isWorthTable(cells, first.codes.length)) return null;
  const table = new Int32Array(cells);
  for (let item = 0; item < first.codes.length; item++) {
    const cell = (first.codes[item] ?? 0) * width + (second.codes[item] ?? 0);
    table[cell] = (table[cell] ?? 0) + 1;
  }
  return table;
}
