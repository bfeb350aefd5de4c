import { chanceCorrected } from './chance-corrected.ts';
import type { Coefficient } from './coefficient.ts';
import type { WeightedRatings } from './unit-agreement.ts';

/** How often each rater used each category, as shares, a row a rater. */
interface RaterShares {
  readonly counts: Int32Array;
  readonly shares: Float64Array;
}

/**
 * **Conger's kappa**: agreement beyond chance for any number of raters, where chance lets each keep habits of their own.
 *
 * What for: a fixed team in which one is stricter than another. With two raters it is Cohen's kappa; some call it the
 * exact Fleiss kappa.
 *
 * When it misleads: as kappa does. Raters who judged few units have rough habits, which move it.
 *
 * Formula: p_e is the mean over ordered pairs of different raters g, h of Σ w_kl p_gk p_hl in {@link chanceCorrected}.
 * Source: A. J. Conger (1980), "Integration and generalization of kappas for multiple raters", Psychological Bulletin
 * 88(2); variance after K. Gwet, Handbook, 4th ed. 2014, ch. 5.
 *
 * Units: at most 1; 0 is chance.
 *
 * @example
 * const ratings = ratingsOfTable([[1, 1], [2, 2], [1, 2], [1, 1]]);
 * congerKappa({ ratings, weights: categoryWeights('none', ratings.categories) }).value; // 0.5
 */
export function congerKappa(given: WeightedRatings): Coefficient {
  const { ratings } = given;
  const size = ratings.categories.length;
  return chanceCorrected(given, ({ units, usedCategories }) => {
    if (usedCategories < 2) return { expected: 1, perUnit: null };
    const table = shareByRater(given);
    const raters = table.counts.reduce((present, count) => (count > 0 ? present + 1 : present), 0);
    const pairs = raters * (raters - 1);
    const figures = meetOthers(given, table);
    const own = new Float64Array(ratings.raterCount);
    for (let place = 0; place < figures.length; place++) {
      const rater = Math.floor(place / size);
      own[rater] = (own[rater] ?? 0) + (figures[place] ?? 0) * (table.shares[place] ?? 0);
    }
    const expected = own.reduce((sum, value) => sum + value, 0) / pairs;
    const { starts, raters: raterOf, codes } = ratings;
    const perUnit = (unit: number) => {
      let sum = 0;
      const end = starts[unit + 1] ?? 0;
      for (let index = starts[unit] ?? 0; index < end; index++) {
        const rater = raterOf[index] ?? 0;
        const figure = figures[rater * size + (codes[index] ?? 0)] ?? 0;
        sum += (units / (table.counts[rater] ?? 1)) * (figure - (own[rater] ?? 0));
      }
      return expected + sum / pairs;
    };
    return { expected, perUnit };
  });
}

function shareByRater({ ratings }: WeightedRatings): RaterShares {
  const { raters, codes, raterCount, categories } = ratings;
  const size = categories.length;
  const counts = new Int32Array(raterCount);
  const shares = new Float64Array(raterCount * size);
  for (let index = 0; index < codes.length; index++) {
    const rater = raters[index] ?? 0;
    const place = rater * size + (codes[index] ?? 0);
    counts[rater] = (counts[rater] ?? 0) + 1;
    shares[place] = (shares[place] ?? 0) + 1;
  }
  return { counts, shares: shares.map((count, place) => count / (counts[Math.floor(place / size)] || 1)) };
}

/** For each rater and category: how much it agrees with all other raters' habits together. */
function meetOthers({ weights, ratings }: WeightedRatings, { shares }: RaterShares): Float64Array {
  const size = ratings.categories.length;
  const all = new Float64Array(size);
  shares.forEach((share, place) => {
    all[place % size] = (all[place % size] ?? 0) + share;
  });
  return shares.map((_, place) => {
    const code = place % size;
    const first = place - code;
    let sum = 0;
    for (let other = 0; other < size; other++) {
      const weight = ((weights[other * size + code] ?? 0) + (weights[code * size + other] ?? 0)) / 2;
      sum += weight * ((all[other] ?? 0) - (shares[first + other] ?? 0));
    }
    return sum;
  });
}
