import type { WeightedRatings } from './unit-agreement.ts';

/** Beyond so many possible answers of a unit, looking for alike ones is not worth a table. */
const mostPatterns = 65_536;

/**
 * **Merging alike ratings**: units that were rated the same, in the same order, become one that counts several times.
 *
 * What for: coefficients that do not ask who rated: three raters with five options can answer in 125 ways, so that a
 * million units are worked through as 125.
 *
 * When it misleads: who said what is lost, so it must not be used for Conger's kappa. What cannot be merged comes back as
 * it was.
 *
 * Units: `times` is how often each unit counts.
 *
 * @example
 * const ratings = ratingsOfTable(Array.from({ length: 20 }, () => [1, 2]));
 * mergeAlikeRatings({ ratings, weights: categoryWeights('none', ratings.categories) }).times; // Float64Array [20]
 */
export function mergeAlikeRatings(given: WeightedRatings): WeightedRatings {
  const { starts, codes, categories } = given.ratings;
  const units = starts.length - 1;
  const size = categories.length + 1;
  const most = longestUnit(starts);
  const patterns = size ** most;
  // A lone rating has nothing that it could agree with; who gave it must then stay known.
  if (most < 2 || patterns > mostPatterns || patterns > units || given.times !== undefined) return given;
  const counts = new Int32Array(patterns);
  const example = new Int32Array(patterns);
  for (let unit = 0; unit < units; unit++) {
    let pattern = 0;
    const to = starts[unit + 1] ?? 0;
    for (let index = starts[unit] ?? 0; index < to; index++)
      pattern = pattern * size + (codes[index] ?? 0) + 1;
    counts[pattern] = (counts[pattern] ?? 0) + 1;
    example[pattern] = unit;
  }
  const used = Int32Array.from(counts.keys()).filter((pattern) => (counts[pattern] ?? 0) > 0);
  return {
    ...given,
    ratings: pickUnits(
      given.ratings,
      used.map((pattern) => example[pattern] ?? 0),
    ),
    times: Float64Array.from(used, (pattern) => counts[pattern] ?? 0),
  };
}

function longestUnit(starts: Int32Array): number {
  let most = 0;
  for (let unit = 0; unit + 1 < starts.length; unit++)
    most = Math.max(most, (starts[unit + 1] ?? 0) - (starts[unit] ?? 0));
  return most;
}

function pickUnits(ratings: WeightedRatings['ratings'], units: Int32Array): WeightedRatings['ratings'] {
  const { starts, codes, raters } = ratings;
  const begins = [0];
  const kept: number[] = [];
  for (const unit of units) {
    for (let index = starts[unit] ?? 0; index < (starts[unit + 1] ?? 0); index++) kept.push(index);
    begins.push(kept.length);
  }
  return {
    ...ratings,
    starts: Int32Array.from(begins),
    codes: Int32Array.from(kept, (index) => codes[index] ?? 0),
    raters: Int32Array.from(kept, (index) => raters[index] ?? 0),
  };
}
