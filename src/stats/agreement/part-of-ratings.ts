import type { Ratings } from './ratings.ts';

/**
 * **Part of the ratings**: only those that pass a test; items stay in their places, also where they become empty.
 *
 * What for: agreement without one annotator, and of two alone.
 *
 * When it misleads: without one annotator many items may have a single rating left, which agrees with nothing.
 *
 * Units: as {@link Ratings}.
 *
 * @example
 * partOfRatings(ratingsOfTable([[1, 2], [3, null]]), (rater) => rater !== 0).starts; // Int32Array [0, 1, 1]
 */
export function partOfRatings(ratings: Ratings, keeps: (rater: number) => boolean): Ratings {
  const isKept = Uint8Array.from({ length: ratings.raterCount }, (_, rater) => (keeps(rater) ? 1 : 0));
  const starts = new Int32Array(ratings.starts.length);
  const raters = new Int32Array(ratings.raters.length);
  const codes = new Int32Array(ratings.codes.length);
  let size = 0;
  for (let item = 0; item + 1 < starts.length; item++) {
    const end = ratings.starts[item + 1] ?? 0;
    for (let index = ratings.starts[item] ?? 0; index < end; index++) {
      const rater = ratings.raters[index] ?? 0;
      if (isKept[rater] !== 1) continue;
      raters[size] = rater;
      codes[size++] = ratings.codes[index] ?? 0;
    }
    starts[item + 1] = size;
  }
  return { ...ratings, starts, raters: raters.subarray(0, size), codes: codes.subarray(0, size) };
}

/** A measure of the ratings without each rater in turn; its distance from the whole shows who moves it. */
export function leaveOneOut<Measure>(ratings: Ratings, measure: (rest: Ratings) => Measure): Measure[] {
  return Array.from({ length: ratings.raterCount }, (_, left) =>
    measure(partOfRatings(ratings, (rater) => rater !== left)),
  );
}
