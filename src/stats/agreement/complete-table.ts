import type { Ratings } from './ratings.ts';

/** Items that all have as many ratings, as numbers, a row an item. */
export interface CompleteTable {
  readonly items: number;
  readonly raters: number;
  /** Row by row; the columns are the raters where `hasFixedRaters`. */
  readonly values: Float64Array;
  /** True where the same raters rated every item. */
  readonly hasFixedRaters: boolean;
}

/**
 * **Complete table**: the ratings as a table without gaps, or null where items have different numbers of ratings.
 *
 * What for: intraclass correlations and Kendall's W, which are defined for complete data only. Nothing is dropped in
 * silence to get there.
 *
 * When it misleads: where raters change from item to item, the columns mean nothing.
 *
 * Units: those of the categories.
 *
 * @example
 * completeTable(ratingsOfTable([[1, 3], [2, 2]])).values; // Float64Array [1, 3, 2, 2]
 */
export function completeTable({ starts, raters, codes, categories }: Ratings): CompleteTable | null {
  const width = starts.find((start) => start > 0) ?? 0;
  const people = [...new Set(raters)].sort((first, second) => first - second);
  const hasFixedRaters = people.length === width;
  const columnOf = new Map(people.map((rater, column) => [rater, column]));
  const values = new Float64Array(codes.length);
  let items = 0;
  for (let item = 0; item + 1 < starts.length; item++) {
    const from = starts[item] ?? 0;
    const to = starts[item + 1] ?? 0;
    if (to === from) continue;
    if (to - from !== width) return null;
    for (let index = from; index < to; index++) {
      const column = hasFixedRaters ? (columnOf.get(raters[index] ?? 0) ?? 0) : index - from;
      values[items * width + column] = categories[codes[index] ?? 0] ?? 0;
    }
    items++;
  }
  return { items, raters: width, values, hasFixedRaters };
}
