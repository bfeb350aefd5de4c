/** Who was compared with whom and what came out, one entry a comparison in each of the three lists. */
export interface Comparisons {
  /** Items are numbered from 0. */
  readonly items: number;
  readonly left: ArrayLike<number>;
  readonly right: ArrayLike<number>;
  /** Half points of the left item: 2 it won, 1 a tie, 0 the right one won. */
  readonly outcome: ArrayLike<number>;
}

/** How often each outcome of each ordered pair was seen: `cells[(left * items + right) * 3 + outcome]`. */
export interface ComparisonCounts {
  readonly items: number;
  readonly cells: Float64Array;
}

/**
 * **Counting comparisons**: a million comparisons of a hundred items become 30,000 counts.
 *
 * What for: the preference models need no more than the counts, so that everything after this one pass is quick. The
 * side is kept, for the effect of the order.
 *
 * When it misleads: what else is known of a comparison is lost; who judged and how long the texts were need the rows.
 *
 * Source: R. A. Bradley and M. E. Terry (1952), Biometrika 39: the counts are sufficient.
 *
 * Units: comparisons.
 *
 * @throws RangeError when the lists differ in length, an item is compared with itself or is none of them, or an outcome
 * is not 0, 1 or 2.
 * @example
 * const counts = countComparisons({ items: 2, left: [0, 1, 0], right: [1, 0, 1], outcome: [2, 1, 2] });
 * counts.cells; // Float64Array [0, 0, 0, 0, 0, 2, 0, 1, 0, 0, 0, 0]
 */
export function countComparisons(comparisons: Comparisons): ComparisonCounts {
  checkLengths(comparisons);
  const cells = countWhole(comparisons) ?? countAny(comparisons);
  return { items: comparisons.items, cells: new Float64Array(cells) };
}

const wholeLists = [Int8Array, Uint8Array, Int16Array, Uint16Array, Int32Array, Uint32Array];

const isWhole = (list: ArrayLike<number>) => wholeLists.some((kind) => list instanceof kind);

/**
 * Lists that can hold nothing but whole numbers are counted without a branch: whatever is out of bounds leaves its sign
 * in one number. Null where there is such an entry, or where a list may hold fractions.
 */
function countWhole({ items, left, right, outcome }: Comparisons): Int32Array | null {
  if (!isWhole(left) || !isWhole(right) || !isWhole(outcome)) return null;
  const cells = new Int32Array(items * items * 3);
  const last = items - 1;
  let signs = 0;
  for (let index = 0; index < left.length; index++) {
    const one = (left[index] ?? 0) | 0;
    const other = (right[index] ?? 0) | 0;
    const halves = (outcome[index] ?? 0) | 0;
    signs |= one | other | halves | (last - one) | (last - other) | (2 - halves) | ((one ^ other) - 1);
    const cell = (one * items + other) * 3 + halves;
    cells[cell] = (cells[cell] ?? 0) + 1;
  }
  return signs < 0 ? null : cells;
}

function countAny(comparisons: Comparisons): Int32Array {
  const { items, left, right, outcome } = comparisons;
  // Whole numbers are counted faster than floating ones.
  const cells = new Int32Array(items * items * 3);
  for (let index = 0; index < left.length; index++) {
    const one = left[index] ?? -1;
    const other = right[index] ?? -1;
    const halves = outcome[index] ?? -1;
    const isKnown = one >>> 0 === one && other >>> 0 === other && halves >>> 0 === halves;
    if (!isKnown || one >= items || other >= items || one === other || halves > 2) {
      throw badComparison(comparisons, index);
    }
    const cell = (one * items + other) * 3 + halves;
    cells[cell] = (cells[cell] ?? 0) + 1;
  }
  return cells;
}

/** What is wrong with a comparison, for whoever meets it in a loop of his own. */
export function badComparison({ items, left, right, outcome }: Comparisons, index: number): RangeError {
  return new RangeError(
    `Comparison ${index} is of ${left[index]} and ${right[index]} with outcome ${outcome[index]}: it must be of two of the items 0 to ${items - 1}, with 0, 1 or 2.`,
  );
}

/** @throws RangeError when the three lists differ in length. */
export function checkLengths({ left, right, outcome }: Comparisons): void {
  if (left.length !== right.length || left.length !== outcome.length) {
    throw new RangeError('Left, right and outcome must have the same length.');
  }
}
