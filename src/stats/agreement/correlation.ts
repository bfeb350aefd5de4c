import { twoSidedStudentT } from '#stats/distributions/student-t.ts';
import { levelCodes } from './level-codes.ts';
import { meetWholeNumbers } from './meet-whole-numbers.ts';
import { meetingTable } from './meeting-table.ts';

/** A correlation with its test against 0, or null and the reason. */
export type Correlation = { readonly units: number } & (
  | {
      readonly value: number;
      /** By Student's t with n − 2 degrees of freedom; null with two units, which always lie on a line. */
      readonly pValue: number | null;
    }
  | { readonly value: null; readonly reason: 'too_few_units' | 'no_variation' }
);

/**
 * **Pearson's correlation**: how closely two columns of numbers lie on a rising line.
 *
 * What for: ratings by two annotators; and, on ranks, Spearman's.
 *
 * When it misleads: it is 1 also where one annotator always rates two points higher: it measures the line, not agreement;
 * and one far-off unit can make it.
 *
 * Formula: Σ (x − x̄)(y − ȳ)/√(Σ (x − x̄)² Σ (y − ȳ)²). Source: K. Pearson (1895).
 *
 * Units: from −1 to 1.
 *
 * @throws RangeError when the columns differ in length.
 * @example
 * pearson([1, 2, 3], [2, 4, 6]).value; // 1
 */
export function pearson(first: ArrayLike<number>, second: ArrayLike<number>): Correlation {
  const units = first.length;
  if (units !== second.length) throw new RangeError('Both columns must have the same units.');
  const x = centred(first);
  const y = centred(second);
  let [xx, yy, xy] = [0, 0, 0];
  for (let unit = 0; unit < units; unit++) {
    xx += (x[unit] ?? 0) ** 2;
    yy += (y[unit] ?? 0) ** 2;
    xy += (x[unit] ?? 0) * (y[unit] ?? 0);
  }
  return correlationOf(units, { xx, yy, xy });
}

/** The correlation that sums of squares and products come to. */
function correlationOf(units: number, { xx, yy, xy }: Sums): Correlation {
  if (units < 2) return { units, value: null, reason: 'too_few_units' };
  if (xx === 0 || yy === 0) return { units, value: null, reason: 'no_variation' };
  const value = Math.max(-1, Math.min(1, xy / rootOfProduct(xx, yy)));
  if (units === 2) return { units, value, pValue: null };
  const t = value * Math.sqrt((units - 2) / ((1 - value) * (1 + value)));
  return { units, value, pValue: twoSidedStudentT(t, units - 2) };
}

/** Spearman's rank correlation: Pearson's of the ranks, where equal values share their mean rank. */
export function spearman(first: ArrayLike<number>, second: ArrayLike<number>): Correlation {
  const units = first.length;
  if (units !== second.length) throw new RangeError('Both columns must have the same units.');
  return correlationOf(units, sumRanks(first, second));
}

interface Sums {
  readonly xx: number;
  readonly yy: number;
  readonly xy: number;
}

function sumRanks(first: ArrayLike<number>, second: ArrayLike<number>): Sums {
  const met = meetWholeNumbers(first, second);
  if (met !== null) return sumByTable(met.table, met.sizesOfFirst, met.sizesOfSecond);
  const [x, y] = [levelCodes(first), levelCodes(second)];
  const table = meetingTable(x, y);
  if (table !== null) return sumByTable(table, x.sizes, y.sizes);
  const [ranksOfX, ranksOfY] = [centredRanks(x.sizes), centredRanks(y.sizes)];
  let xy = 0;
  for (let unit = 0; unit < x.codes.length; unit++)
    xy += (ranksOfX[x.codes[unit] ?? 0] ?? 0) * (ranksOfY[y.codes[unit] ?? 0] ?? 0);
  return { xx: sumSquares(x.sizes, ranksOfX), yy: sumSquares(y.sizes, ranksOfY), xy };
}

function sumByTable(table: Int32Array, sizesOfX: Float64Array, sizesOfY: Float64Array): Sums {
  const [ranksOfX, ranksOfY] = [centredRanks(sizesOfX), centredRanks(sizesOfY)];
  const width = ranksOfY.length;
  let xy = 0;
  table.forEach((count, cell) => {
    xy += count * (ranksOfX[Math.floor(cell / width)] ?? 0) * (ranksOfY[cell % width] ?? 0);
  });
  return { xx: sumSquares(sizesOfX, ranksOfX), yy: sumSquares(sizesOfY, ranksOfY), xy };
}

function sumSquares(sizes: Float64Array, ranks: Float64Array): number {
  return ranks.reduce((sum, rank, level) => sum + (sizes[level] ?? 0) * rank * rank, 0);
}

/** For each level its mean rank, counted from the middle of all. */
function centredRanks(sizes: Float64Array): Float64Array {
  let before = -sizes.reduce((sum, size) => sum + size, 0) / 2;
  return sizes.map((size) => {
    const rank = before + size / 2;
    before += size;
    return rank;
  });
}

/** Distances from the mean; exactly 0 where all values are the same. */
function centred(values: ArrayLike<number>): Float64Array {
  const origin = values[0] ?? 0;
  const shifted = Float64Array.from(values, (value) => value - origin);
  const mean = shifted.reduce((sum, value) => sum + value, 0) / shifted.length;
  return shifted.map((value) => value - mean);
}

/** One root is exact where the columns are multiples of each other; two do where the product would overflow. */
function rootOfProduct(one: number, other: number): number {
  const product = one * other;
  return product > 1e-300 && product < 1e300 ? Math.sqrt(product) : Math.sqrt(one) * Math.sqrt(other);
}
