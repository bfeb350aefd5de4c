import type { Ratings } from './ratings.ts';

/** The ratings of two raters of the items that both rated. */
export interface RaterPair {
  readonly first: number;
  readonly second: number;
  /** Places in the categories, item by item. */
  readonly firstCodes: Int32Array;
  readonly secondCodes: Int32Array;
}

/**
 * **The pairs of raters**, each with what both said of the items that they share; pairs without any are left out.
 *
 * What for: measures of two raters, over everybody.
 *
 * When it misleads: pairs that share few items tell little.
 *
 * Formula: sorts the pairs of ratings by the pair of raters, so that only pairs that exist cost anything.
 *
 * Units: as {@link Ratings}. Pairs come by their second and then by their first rater.
 *
 * @example
 * pairsOfRaters(ratingsOfTable([[1, 2], [2, 2], [1, null]])).map((pair) => pair.firstCodes.length); // [2]
 */
export function pairsOfRaters(ratings: Ratings): RaterPair[] {
  const lists = new Map<number, { readonly first: number[]; readonly second: number[] }>();
  const { starts, raters, codes, raterCount } = ratings;
  for (let item = 0; item + 1 < starts.length; item++) {
    const end = starts[item + 1] ?? 0;
    for (let index = starts[item] ?? 0; index < end; index++) {
      for (let other = index + 1; other < end; other++) {
        const isInOrder = (raters[index] ?? 0) < (raters[other] ?? 0);
        const [one, two] = isInOrder ? [index, other] : [other, index];
        const key = (raters[two] ?? 0) * raterCount + (raters[one] ?? 0);
        const list = lists.get(key) ?? { first: [], second: [] };
        if (list.first.length === 0) lists.set(key, list);
        list.first.push(codes[one] ?? 0);
        list.second.push(codes[two] ?? 0);
      }
    }
  }
  return [...lists]
    .sort(([key], [other]) => key - other)
    .map(([key, { first, second }]) => ({
      first: key % raterCount,
      second: Math.floor(key / raterCount),
      firstCodes: Int32Array.from(first),
      secondCodes: Int32Array.from(second),
    }));
}
