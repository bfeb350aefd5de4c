import { chiSquareTail } from '#stats/distributions/chi-square.ts';
import type { CompleteTable } from './complete-table.ts';
import { rankWithTies } from './rank-with-ties.ts';

export interface KendallWInput {
  readonly table: CompleteTable;
  /** False leaves the ties out of account, as some older programs do; true unless told. */
  readonly correctsTies?: boolean;
}

/** Kendall's W with its test against no agreement at all, or null and the reason. */
export type KendallW =
  | {
      readonly value: number;
      readonly chiSquare: number;
      readonly degrees: number;
      readonly pValue: number;
    }
  | { readonly value: null; readonly reason: 'too_few_units' | 'single_rater' | 'no_variation' };

/**
 * **Kendall's W**: how far any number of annotators put the items in the same order.
 *
 * What for: rankings, and ratings of which only the order counts, by a fixed team.
 *
 * When it misleads: it cannot be below 0, so with few raters it is well above 0 by chance; read the test. Ties make it
 * smaller unless they are allowed for.
 *
 * Formula: W = 12 S/(m²(n³ − n) − m Σ (t³ − t)) with S the squared distances of the rank sums from their mean, m raters, n
 * items and t the sizes of ties; χ² = m(n − 1)W with n − 1 degrees of freedom.
 * Source: M. Kendall and B. Babington Smith (1939), Annals of Mathematical Statistics 10(3).
 *
 * Units: from 0 to 1.
 *
 * @example
 * const table = completeTable(ratingsOfTable([[1, 1, 2], [2, 3, 1], [3, 2, 3]]));
 * kendallW({ table }).value.toFixed(12); // '0.444444444444'
 */
export function kendallW({ table, correctsTies = true }: KendallWInput): KendallW {
  const { items, raters, values } = table;
  if (raters < 2) return { value: null, reason: 'single_rater' };
  if (items < 2) return { value: null, reason: 'too_few_units' };
  const sums = new Float64Array(items);
  let ties = 0;
  for (let rater = 0; rater < raters; rater++) {
    const own = Float64Array.from({ length: items }, (_, item) => values[item * raters + rater] ?? 0);
    rankWithTies(own).forEach((rank, item) => {
      sums[item] = (sums[item] ?? 0) + rank;
    });
    ties += tieCorrection(own);
  }
  const mean = (raters * (items + 1)) / 2;
  const spread = sums.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const largest = raters * raters * (items ** 3 - items) - (correctsTies ? raters * ties : 0);
  if (largest === 0 || ties === raters * (items ** 3 - items)) return { value: null, reason: 'no_variation' };
  const value = (12 * spread) / largest;
  const chiSquare = raters * (items - 1) * value;
  return { value, chiSquare, degrees: items - 1, pValue: chiSquareTail(chiSquare, items - 1) };
}

function tieCorrection(values: Float64Array): number {
  const sorted = values.slice().sort();
  let sum = 0;
  for (let from = 0; from < sorted.length; ) {
    let to = from + 1;
    while (to < sorted.length && sorted[to] === sorted[from]) to++;
    sum += (to - from) ** 3 - (to - from);
    from = to;
  }
  return sum;
}
