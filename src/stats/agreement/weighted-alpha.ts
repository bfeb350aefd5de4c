import { findGap } from './chance-corrected.ts';
import type { Coefficient } from './coefficient.ts';
import type { WeightedRatings } from './unit-agreement.ts';

/** The sums over pairable units that alpha rests on. */
interface AlphaSums {
  readonly units: number;
  /** Each item's weighted agreeing pairs by m − 1; 0 where it has fewer than two ratings. */
  readonly agreeing: Float64Array;
  readonly total: number;
  /** Pairable ratings in each category. */
  readonly margins: Float64Array;
  readonly ratings: number;
}

/**
 * **Krippendorff's alpha with agreement weights**, and its standard error.
 *
 * What for: alpha on scales for which there are weights but no metric, such as circular ones; and its standard error for
 * nominal and interval scales (weights `none` and `quadratic`), where it is the same alpha as {@link krippendorffAlpha}.
 *
 * When it misleads: as alpha does. The standard error is for many units; with few, take the bootstrap.
 *
 * Formula: over n units with at least two ratings and r̄ ratings on average, p_a = (1 − ε)A + ε with ε = 1/(n r̄) and A the
 * mean of Σ w/(r̄(m_i − 1)); p_e = Σ w π π; α = (p_a − p_e)/(1 − p_e). Variance by linearisation, with n − 1.
 * Source: K. Gwet, "On Krippendorff's alpha coefficient" (2011); Handbook, 4th ed. 2014, ch. 5.
 *
 * Units: at most 1; 0 is chance.
 *
 * @example
 * const ratings = ratingsOfTable([[1, 1], [2, 2], [1, 2]]);
 * weightedAlpha({ ratings, weights: categoryWeights('none', ratings.categories) }).value; // 4 / 9
 */
export function weightedAlpha(given: WeightedRatings): Coefficient {
  const sums = sumUp(given);
  const { units, ratings: count, margins } = sums;
  const rated = given.ratings.starts.reduce(
    (found, start, unit, starts) => (unit > 0 && start > (starts[unit - 1] ?? 0) ? found + 1 : found),
    0,
  );
  const rests = { units: rated, pairableUnits: units };
  const gap = findGap(given, { pairableUnits: units });
  if (gap !== null) return { ...rests, value: null, reason: gap };
  if (margins.filter((margin) => margin > 0).length < 2)
    return { ...rests, value: null, reason: 'no_variation' };
  const figures = meanWeights(given, sums);
  const expected = figures.reduce((sum, figure, code) => sum + (figure * (margins[code] ?? 0)) / count, 0);
  const observed = (1 - 1 / count) * (sums.total / count) + 1 / count;
  if (!(1 - expected > 1e-15)) return { ...rests, value: null, reason: 'no_variation' };
  const value = (observed - expected) / (1 - expected);
  const standardError = units < 2 ? null : linearised({ given, sums, figures, value, observed, expected });
  return { ...rests, value, observed, expected, standardError };
}

function sumUp({ ratings, weights }: WeightedRatings): AlphaSums {
  const { starts, codes, categories } = ratings;
  const size = categories.length;
  const agreeing = new Float64Array(starts.length - 1);
  const margins = new Float64Array(size);
  let [units, count, total] = [0, 0, 0];
  for (let unit = 0; unit < agreeing.length; unit++) {
    const from = starts[unit] ?? 0;
    const to = starts[unit + 1] ?? 0;
    if (to - from < 2) continue;
    units++;
    count += to - from;
    let sum = 0;
    for (let index = from; index < to; index++) {
      const code = codes[index] ?? 0;
      margins[code] = (margins[code] ?? 0) + 1;
      for (let other = from; other < index; other++) sum += weights[code * size + (codes[other] ?? 0)] ?? 0;
    }
    agreeing[unit] = (2 * sum) / (to - from - 1);
    total += agreeing[unit] ?? 0;
  }
  return { units, agreeing, total, margins, ratings: count };
}

/** How much each category agrees with one drawn from all pairable ratings. */
function meanWeights({ weights }: WeightedRatings, { margins, ratings }: AlphaSums): Float64Array {
  const size = margins.length;
  return margins.map((_, code) =>
    margins.reduce((sum, margin, other) => sum + (margin / ratings) * (weights[code * size + other] ?? 0), 0),
  );
}

function linearised(parts: {
  readonly given: WeightedRatings;
  readonly sums: AlphaSums;
  readonly figures: Float64Array;
  readonly value: number;
  readonly observed: number;
  readonly expected: number;
}): number {
  const { sums, figures, value, observed, expected } = parts;
  const { starts, codes } = parts.given.ratings;
  const { units } = sums;
  const mean = sums.ratings / units;
  const epsilon = 1 / sums.ratings;
  let squares = 0;
  for (let unit = 0; unit < sums.agreeing.length; unit++) {
    const from = starts[unit] ?? 0;
    const to = starts[unit + 1] ?? 0;
    if (to - from < 2) continue;
    const surplus = (to - from - mean) / mean;
    const own = (1 - epsilon) * ((sums.agreeing[unit] ?? 0) / mean - observed * surplus) + epsilon;
    let met = 0;
    for (let index = from; index < to; index++) met += figures[codes[index] ?? 0] ?? 0;
    const chance = met / mean - expected * surplus;
    const part = (own - expected - 2 * (1 - value) * (chance - expected)) / (1 - expected);
    squares += (part - value) ** 2;
  }
  // The published variance is that of alpha before its correction for few ratings.
  return Math.sqrt(squares / (units * (units - 1))) / (1 - epsilon);
}
