import { twoSidedNormal } from '#stats/distributions/normal-tail.ts';
import { normalQuantile } from '#stats/intervals/normal-quantile.ts';
import type { CoefficientGap } from './coefficient.ts';

/** How often the first rater said k and the second l, a row for each k. */
export interface RaterTable {
  readonly counts: ArrayLike<number>;
  /** Weights between categories, of the same shape. */
  readonly weights: Float64Array;
  readonly confidence?: number;
}

/** Cohen's kappa with both its standard errors, or null and the reason. */
export type CohenKappa = { readonly units: number } & (
  | {
      readonly value: number;
      readonly observed: number;
      readonly expected: number;
      /** For intervals: holds whatever the true kappa is. */
      readonly standardError: number;
      /** For the test: holds if the true kappa is 0. */
      readonly nullStandardError: number;
      readonly lower: number;
      readonly upper: number;
      /** Null where no other table has the same margins, so that there is nothing to test. */
      readonly z: number | null;
      readonly pValue: number | null;
      /** The largest kappa that these habits of the two raters allow; null with weights. */
      readonly largest: number | null;
    }
  | { readonly value: null; readonly reason: CoefficientGap }
);

/**
 * **Cohen's kappa**: agreement of two raters beyond what their habits would give by chance; with weights, for scales.
 *
 * What for: two fixed raters who both judged all units. Quadratic weights are usual for ratings.
 *
 * When it misleads: where both nearly always say the same it is low although they agree; where their habits differ, the
 * largest value it could reach is below 1 and given beside it. Leaving out categories that nobody used moves weighted
 * kappa: pass the whole scale.
 *
 * Formula: κ = (p_o − p_e)/(1 − p_e) with p_o = Σ w p_kl, p_e = Σ w p_k. p_.l; the interval rests on the standard error
 * Σ p_kl (w_kl − (w̄_k. + w̄_.l)(1 − κ))² − (κ − p_e(1 − κ))² over n(1 − p_e)², the test on the one for κ = 0.
 * Source: J. Cohen (1960, 1968); J. L. Fleiss, J. Cohen and B. S. Everitt (1969), Psychological Bulletin 72(5).
 *
 * Units: at most 1; 0 is chance.
 *
 * @throws RangeError when the counts and the weights differ in number, or the confidence is not between 0 and 1.
 * @example
 * cohenKappa({ counts: [20, 5, 10, 15], weights: categoryWeights('none', [1, 2]) }).value.toFixed(12); // '0.400000000000'
 */
export function cohenKappa({ counts, weights, confidence = 0.95 }: RaterTable): CohenKappa {
  if (counts.length !== weights.length)
    throw new RangeError(`There must be as many weights as counts, not ${weights.length}.`);
  const cells = readCells({ counts, weights });
  const { units, shares, rows, columns, size } = cells;
  if (size < 2) return { units, value: null, reason: 'too_few_categories' };
  if (units === 0) return { units, value: null, reason: 'no_pairable_units' };
  // Both constant on the same category: nobody had a chance to differ.
  if (rows.some((share, code) => share === 1 && columns[code] === 1))
    return { units, value: null, reason: 'no_variation' };
  const observed = shares.reduce((sum, share, place) => sum + share * (weights[place] ?? 0), 0);
  const expected = sumCells(
    cells,
    (row, column, weight) => (rows[row] ?? 0) * (columns[column] ?? 0) * weight,
  );
  if (!(1 - expected > 1e-15)) return { units, value: null, reason: 'no_variation' };
  const value = (observed - expected) / (1 - expected);
  const errors = standardErrors(cells, { value, expected });
  const reach = normalQuantile(0.5 + confidence / 2) * errors.standardError;
  const z = errors.nullStandardError > 1e-12 ? value / errors.nullStandardError : null;
  return {
    units,
    value,
    observed,
    expected,
    ...errors,
    lower: value - reach,
    upper: Math.min(1, value + reach),
    z,
    pValue: z === null ? null : twoSidedNormal(z),
    largest: largestOf(cells, expected),
  };
}

function largestOf({ rows, columns, weights, size }: Cells, expected: number): number | null {
  if (weights.some((weight, place) => weight !== (place % (size + 1) === 0 ? 1 : 0))) return null;
  const most = rows.reduce((sum, share, code) => sum + Math.min(share, columns[code] ?? 0), 0);
  return (most - expected) / (1 - expected);
}

interface Cells {
  readonly size: number;
  readonly units: number;
  readonly shares: Float64Array;
  readonly rows: Float64Array;
  readonly columns: Float64Array;
  readonly weights: Float64Array;
}

function readCells({ counts, weights }: RaterTable): Cells {
  const size = Math.round(Math.sqrt(counts.length));
  const given = Float64Array.from(counts);
  const units = given.reduce((sum, count) => sum + count, 0);
  const rows = new Float64Array(size);
  const columns = new Float64Array(size);
  given.forEach((count, place) => {
    const [row, column] = [Math.floor(place / size), place % size];
    rows[row] = (rows[row] ?? 0) + count;
    columns[column] = (columns[column] ?? 0) + count;
  });
  const share = (count: number) => count / units;
  return {
    size,
    units,
    shares: given.map(share),
    rows: rows.map(share),
    columns: columns.map(share),
    weights,
  };
}

function sumCells(
  { size, weights }: Cells,
  part: (row: number, column: number, weight: number) => number,
): number {
  let sum = 0;
  for (let place = 0; place < weights.length; place++)
    sum += part(Math.floor(place / size), place % size, weights[place] ?? 0);
  return sum;
}

function standardErrors(
  cells: Cells,
  { value, expected }: { readonly value: number; readonly expected: number },
): { readonly standardError: number; readonly nullStandardError: number } {
  const { size, units, shares, rows, columns, weights } = cells;
  const byRow = rows.map((_, row) =>
    columns.reduce((sum, share, column) => sum + share * (weights[row * size + column] ?? 0), 0),
  );
  const byColumn = columns.map((_, column) =>
    rows.reduce((sum, share, row) => sum + share * (weights[row * size + column] ?? 0), 0),
  );
  const meet = (row: number, column: number) => (byRow[row] ?? 0) + (byColumn[column] ?? 0);
  const real = sumCells(
    cells,
    (row, column, weight) =>
      (shares[row * size + column] ?? 0) * (weight - meet(row, column) * (1 - value)) ** 2,
  );
  const byChance = sumCells(
    cells,
    (row, column, weight) => (rows[row] ?? 0) * (columns[column] ?? 0) * (weight - meet(row, column)) ** 2,
  );
  const scale = (variance: number) => Math.sqrt(Math.max(0, variance) / units) / (1 - expected);
  return {
    standardError: scale(real - (value - expected * (1 - value)) ** 2),
    nullStandardError: scale(byChance - expected ** 2),
  };
}
