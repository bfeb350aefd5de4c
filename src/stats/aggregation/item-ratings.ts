import type { RatingColumns } from './rating-effects.ts';

/** Plain summary of an item's ratings; null where there are too few. */
export interface ItemRatings {
  readonly ratings: number;
  readonly mean: number | null;
  readonly median: number | null;
  /** Standard deviation, by n − 1; null with fewer than two ratings. */
  readonly deviation: number | null;
  /** Of the mean: deviation/√n. */
  readonly standardError: number | null;
}

/**
 * **Mean and median of each item's ratings**, as they were given.
 *
 * What for: the plain answer, to be held against {@link ratingEffects}; the median where a few far-off ratings should not
 * count for more than others.
 *
 * When it misleads: it takes strict and lenient annotators alike, so an item's mean depends on who got it; and a mean of
 * steps takes them as equally far.
 *
 * Formula: Σ r/n; the middle rating, or the mean of the two in the middle.
 *
 * Units: those of the ratings.
 *
 * @throws RangeError when item and rating differ in length, an item is not a whole number from 0, or a rating not finite.
 * @example
 * itemRatings({ item: [0, 0, 0], rating: [1, 2, 6] }); // [{ ratings: 3, mean: 3, median: 2, deviation: Math.sqrt(7), standardError: Math.sqrt(7) / Math.sqrt(3) }]
 */
export function itemRatings({ item, rating }: Pick<RatingColumns, 'item' | 'rating'>): ItemRatings[] {
  if (item.length !== rating.length)
    throw new RangeError('The columns item and rating must be of the same length.');
  const lists: number[][] = [];
  for (let row = 0; row < item.length; row++) {
    const at = item[row] ?? -1;
    const value = rating[row] ?? Number.NaN;
    if (!(Number.isSafeInteger(at) && at >= 0))
      throw new RangeError(`Each item must be a whole number from 0, not ${at}.`);
    if (!Number.isFinite(value)) throw new RangeError(`Each rating must be a finite number, not ${value}.`);
    while (lists.length <= at) lists.push([]);
    lists[at]?.push(value);
  }
  return lists.map(summarise);
}

function summarise(values: readonly number[]): ItemRatings {
  const ratings = values.length;
  if (ratings === 0) return { ratings, mean: null, median: null, deviation: null, standardError: null };
  const mean = values.reduce((sum, value) => sum + value, 0) / ratings;
  const sorted = values.slice().sort((first, second) => first - second);
  const middle = Math.floor(ratings / 2);
  const upper = sorted[middle] ?? mean;
  const median = ratings % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
  if (ratings < 2) return { ratings, mean, median, deviation: null, standardError: null };
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const deviation = Math.sqrt(squares / (ratings - 1));
  return { ratings, mean, median, deviation, standardError: deviation / Math.sqrt(ratings) };
}
