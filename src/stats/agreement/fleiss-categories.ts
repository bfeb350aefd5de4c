import type { Ratings } from './ratings.ts';

/** Fleiss' kappa of each category, and the standard error of the whole for a true value of 0. */
export type FleissCategories =
  | {
      /** In the order of the scale; null for a category that nobody or everybody used always. */
      readonly kappas: readonly (number | null)[];
      readonly prevalence: Float64Array;
      readonly nullStandardError: number;
    }
  | { readonly kappas: null; readonly reason: 'unequal_raters' | 'no_pairable_units' | 'no_variation' };

/**
 * **Fleiss' kappa by category**: how well each category alone is told from all others.
 *
 * What for: finding the category that makes agreement low; and the test of the whole against chance.
 *
 * When it misleads: it needs equally many raters on every unit, so it is undefined elsewhere; rare categories are rough.
 *
 * Formula: κ_k = 1 − Σ_i n_ik(m − n_ik)/(N m(m − 1) p_k q_k); null variance 2/(N m(m − 1)) ·
 * ((Σ p q)² − Σ p q(q − p))/(Σ p q)².
 * Source: J. L. Fleiss (1971), Psychological Bulletin 76(5); J. L. Fleiss, J. Nee and J. Landis (1979), 86(5).
 *
 * Units: at most 1; 0 is chance.
 *
 * @example
 * fleissCategories(ratingsOfTable([[1, 1], [2, 2], [1, 2], [1, 1]])).kappas[1].toFixed(12); // '0.466666666667'
 */
export function fleissCategories({ starts, codes, categories }: Ratings): FleissCategories {
  const raters = starts.find((start) => start > 0) ?? 0;
  const units = codes.length / raters;
  if (raters < 2) return { kappas: null, reason: 'no_pairable_units' };
  if (starts.some((start, item) => item > 0 && ![0, raters].includes(start - (starts[item - 1] ?? 0))))
    return { kappas: null, reason: 'unequal_raters' };
  const totals = new Float64Array(categories.length);
  const squares = new Float64Array(categories.length);
  const inUnit = new Int32Array(categories.length);
  for (let item = 0; item + 1 < starts.length; item++) {
    for (const code of codes.subarray(starts[item], starts[item + 1])) inUnit[code] = (inUnit[code] ?? 0) + 1;
    for (const code of codes.subarray(starts[item], starts[item + 1])) {
      const count = inUnit[code] ?? 0;
      totals[code] = (totals[code] ?? 0) + count;
      squares[code] = (squares[code] ?? 0) + count * count;
      inUnit[code] = 0;
    }
  }
  const prevalence = totals.map((total) => total / codes.length);
  const spread = prevalence.map((share) => share * (1 - share));
  const sum = spread.reduce((total, value) => total + value, 0);
  if (!(sum > 0)) return { kappas: null, reason: 'no_variation' };
  const pairs = units * raters * (raters - 1);
  const kappas = Array.from(spread, (value, code) => {
    const differing = raters * (totals[code] ?? 0) - (squares[code] ?? 0);
    return value > 0 ? 1 - differing / (pairs * value) : null;
  });
  const lopsided = prevalence.reduce((total, share) => total + share * (1 - share) * (1 - 2 * share), 0);
  const nullStandardError = Math.sqrt((2 / pairs) * (sum * sum - lopsided)) / sum;
  return { kappas, prevalence, nullStandardError };
}
