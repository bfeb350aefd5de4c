import type { Ratings } from './ratings.ts';

/** For every two raters a table of what they said of the items that both rated. */
export interface PairwiseTables {
  readonly raterCount: number;
  readonly size: number;
  /** The tables one after another, in the order of {@link pairPlace}; of each, the earlier rater has the rows. */
  readonly counts: Int32Array;
}

/** More cells than this would not fit into memory. */
const mostCells = 2 ** 28;

/**
 * **All tables of two raters**, filled in one walk over the items.
 *
 * What for: a matrix of kappas over everybody. Each pair of ratings is touched once, so that the cost is that of the
 * ratings and not of the items times the pairs of raters.
 *
 * When it misleads: pairs that share few items have rough tables; look at their number.
 *
 * Units: items.
 *
 * @throws RangeError when there are so many raters and categories that the tables do not fit into memory.
 * @example
 * pairwiseTables(ratingsOfTable([[1, 1], [1, 2], [2, 2]])).counts; // Int32Array [1, 1, 0, 1]
 */
export function pairwiseTables({ starts, raters, codes, raterCount, categories }: Ratings): PairwiseTables {
  const size = categories.length;
  const cells = ((raterCount * (raterCount - 1)) / 2) * size * size;
  if (cells > mostCells)
    throw new RangeError(`Tables of ${raterCount} raters need ${cells} cells: too many.`);
  const counts = new Int32Array(cells);
  for (let item = 0; item + 1 < starts.length; item++) {
    const end = starts[item + 1] ?? 0;
    for (let index = starts[item] ?? 0; index < end; index++) {
      const rater = raters[index] ?? 0;
      const code = codes[index] ?? 0;
      for (let other = index + 1; other < end; other++) {
        const otherRater = raters[other] ?? 0;
        const otherCode = codes[other] ?? 0;
        const place =
          rater < otherRater
            ? (pairPlace(rater, otherRater) * size + code) * size + otherCode
            : (pairPlace(otherRater, rater) * size + otherCode) * size + code;
        counts[place] = (counts[place] ?? 0) + 1;
      }
    }
  }
  return { raterCount, size, counts };
}

/** The place of two raters, the earlier one first, among all pairs: 01, 02, 12, 03, 13, 23 … */
export function pairPlace(first: number, second: number): number {
  return (second * (second - 1)) / 2 + first;
}
