import { levelCodes } from './level-codes.ts';

/**
 * **Ranks with ties**: 1 for the lowest value; equal values share the mean of their ranks.
 *
 * What for: Spearman's correlation and Kendall's W.
 *
 * When it misleads: two values a hair apart have different ranks, two alike the same: rounding makes ties.
 *
 * Source: M. Kendall, "Rank Correlation Methods", 4th ed. 1970, ch. 3.
 *
 * Units: ranks, from 1.
 *
 * @example
 * rankWithTies([10, 30, 10]); // Float64Array [1.5, 3, 1.5]
 */
export function rankWithTies(values: ArrayLike<number>): Float64Array {
  const { codes, sizes } = levelCodes(values);
  let before = 0;
  const rankOf = sizes.map((size) => {
    const rank = before + (size + 1) / 2;
    before += size;
    return rank;
  });
  return Float64Array.from(codes, (code) => rankOf[code] ?? 0);
}
