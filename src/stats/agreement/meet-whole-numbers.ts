import { asFloats, spanOfWholeNumbers } from './level-codes.ts';
import { isWorthTable } from './meeting-table.ts';

/** How often whole numbers of two columns meet, every number between the lowest and the highest among them. */
export interface MetNumbers {
  /** One row after another, `table[(x − lowest x) * sizesOfSecond.length + (y − lowest y)]`. */
  readonly table: Int32Array;
  /** How many values each number has, lowest first; 0 for numbers that do not occur. */
  readonly sizesOfFirst: Float64Array;
  readonly sizesOfSecond: Float64Array;
}

/**
 * **Meeting of whole numbers**: the table of two columns of ratings, without giving each value a code first.
 *
 * What for: rank correlations of a million ratings in three passes.
 *
 * When it misleads: null where the values are not whole, or lie so far apart that a table would not be worth it.
 *
 * Units: items.
 *
 * @example
 * meetWholeNumbers([1, 1, 3], [5, 6, 6]).table; // Int32Array [1, 1, 0, 0, 0, 1]
 */
export function meetWholeNumbers(first: ArrayLike<number>, second: ArrayLike<number>): MetNumbers | null {
  const [one, other] = [asFloats(first), asFloats(second)];
  const [x, y] = [spanOfWholeNumbers(one), spanOfWholeNumbers(other)];
  if (x === null || y === null || !isWorthTable(x.width * y.width, first.length)) return null;
  const table = countCells(one, other, {
    width: y.width,
    origin: x.lowest * y.width + y.lowest,
    cells: x.width * y.width,
  });
  const sizesOfFirst = new Float64Array(x.width);
  const sizesOfSecond = new Float64Array(y.width);
  for (let row = 0; row < x.width; row++) {
    for (let column = 0; column < y.width; column++) {
      const count = table[row * y.width + column] ?? 0;
      sizesOfFirst[row] = (sizesOfFirst[row] ?? 0) + count;
      sizesOfSecond[column] = (sizesOfSecond[column] ?? 0) + count;
    }
  }
  return { table, sizesOfFirst, sizesOfSecond };
}

function countCells(
  first: Float64Array,
  second: Float64Array,
  { width, origin, cells }: { readonly width: number; readonly origin: number; readonly cells: number },
): Int32Array {
  const table = new Int32Array(cells);
  for (let item = 0; item < first.length; item++) {
    const cell = ((first[item] ?? 0) * width + (second[item] ?? 0) - origin) | 0;
    table[cell] = (table[cell] ?? 0) + 1;
  }
  return table;
}
