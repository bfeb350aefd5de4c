import { type LevelCodes, levelCodes } from './level-codes.ts';
import { meetWholeNumbers } from './meet-whole-numbers.ts';
import { meetingTable } from './meeting-table.ts';

/** How the pairs of items stand to each other in two rankings. */
export interface RankPairs {
  readonly items: number;
  /** Pairs in the same order in both. */
  readonly concordant: number;
  /** Pairs in opposite order. */
  readonly discordant: number;
  /** Pairs tied in the first, in the second, and in both; the last are in all three. */
  readonly tiedFirst: number;
  readonly tiedSecond: number;
  readonly tiedBoth: number;
  /** Sizes of the groups of equal values, in the first and in the second. */
  readonly groupsFirst: readonly number[];
  readonly groupsSecond: readonly number[];
}

/**
 * **Counting concordant pairs** of two rankings, without looking at each pair.
 *
 * What for: Kendall's tau, Goodman and Kruskal's gamma and Somers' d, all of which are made of these counts.
 *
 * When it misleads: values that differ by rounding alone count as differing.
 *
 * Formula: where both have few levels, from the table of how often each two levels meet; otherwise sorts by the first value
 * and counts the exchanges of a merge sort by the second: n log n.
 * Source: W. R. Knight (1966), "A computer method for calculating Kendall's tau with ungrouped data", JASA 61(314).
 *
 * Units: pairs of items.
 *
 * @throws RangeError when the rankings differ in length.
 * @example
 * countRankPairs([1, 2, 3], [1, 3, 2]).concordant; // 2
 */
export function countRankPairs(first: ArrayLike<number>, second: ArrayLike<number>): RankPairs {
  const items = first.length;
  if (items !== second.length) throw new RangeError('Both rankings must have the same items.');
  const { discordant, tiedBoth, groupsFirst, groupsSecond } = countPairs(first, second);
  const pairs = (items * (items - 1)) / 2;
  const [tiedFirst, tiedSecond] = [pairsIn(groupsFirst), pairsIn(groupsSecond)];
  return {
    items,
    concordant: pairs - tiedFirst - tiedSecond + tiedBoth - discordant,
    discordant,
    tiedFirst,
    tiedSecond,
    tiedBoth,
    groupsFirst,
    groupsSecond,
  };
}

function countPairs(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
): Counted & Pick<RankPairs, 'groupsFirst' | 'groupsSecond'> {
  const met = meetWholeNumbers(first, second);
  if (met !== null) {
    const counted = countByTable(met.table, met.sizesOfSecond.length);
    return { ...counted, groupsFirst: groupsOf(met.sizesOfFirst), groupsSecond: groupsOf(met.sizesOfSecond) };
  }
  const x = levelCodes(first);
  const y = levelCodes(second);
  const table = meetingTable(x, y);
  const counted = table === null ? countBySorting(x, y) : countByTable(table, y.sizes.length);
  return { ...counted, groupsFirst: groupsOf(x.sizes), groupsSecond: groupsOf(y.sizes) };
}

function groupsOf(sizes: Float64Array): number[] {
  return [...sizes].filter((size) => size > 0);
}

interface Counted {
  readonly discordant: number;
  readonly tiedBoth: number;
}

function pairsIn(sizes: readonly number[]): number {
  return sizes.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
}

/** Walks the table row by row; what stood in earlier rows further right is in opposite order. */
function countByTable(table: Int32Array, width: number): Counted {
  const earlier = new Float64Array(width);
  let [discordant, tiedBoth] = [0, 0];
  for (let row = 0; row < table.length; row += width) {
    let further = 0;
    for (let column = width - 1; column >= 0; column--) {
      const size = table[row + column] ?? 0;
      discordant += size * further;
      tiedBoth += (size * (size - 1)) / 2;
      further += earlier[column] ?? 0;
      earlier[column] = (earlier[column] ?? 0) + size;
    }
  }
  return { discordant, tiedBoth };
}

function countBySorting(x: LevelCodes, y: LevelCodes): Counted {
  const order = sortedBy(x, sortedBy(y, null));
  const inOrder = order.map((item) => y.codes[item] ?? 0);
  let [tiedBoth, alike] = [0, 1];
  for (let place = 1; place < order.length; place++) {
    const isSame =
      inOrder[place] === inOrder[place - 1] && x.codes[order[place] ?? 0] === x.codes[order[place - 1] ?? 0];
    alike = isSame ? alike + 1 : 1;
    tiedBoth += alike - 1;
  }
  return { discordant: countExchanges(inOrder), tiedBoth };
}

/** The items by level; those of one level in the order given. */
function sortedBy({ codes, sizes }: LevelCodes, given: Int32Array | null): Int32Array {
  const next = new Int32Array(sizes.length);
  for (let level = 1; level < next.length; level++)
    next[level] = (next[level - 1] ?? 0) + (sizes[level - 1] ?? 0);
  const order = new Int32Array(codes.length);
  for (let index = 0; index < codes.length; index++) {
    const item = given === null ? index : (given[index] ?? 0);
    const level = codes[item] ?? 0;
    const place = next[level] ?? 0;
    order[place] = item;
    next[level] = place + 1;
  }
  return order;
}

/** Sorts the values and gives back how many pairs stood in falling order. */
function countExchanges(values: Int32Array): number {
  let from = values;
  let into: Int32Array = new Int32Array(values.length);
  let exchanges = 0;
  for (let width = 1; width < values.length; width *= 2) {
    for (let start = 0; start < values.length; start += 2 * width)
      exchanges += merge({ from, into, start, width });
    [from, into] = [into, from];
  }
  return exchanges;
}

function merge(run: {
  readonly from: Int32Array;
  readonly into: Int32Array;
  readonly start: number;
  readonly width: number;
}): number {
  const { from, into, start, width } = run;
  const middle = Math.min(start + width, from.length);
  const end = Math.min(start + 2 * width, from.length);
  let [left, right, exchanges] = [start, middle, 0];
  for (let place = start; place < end; place++) {
    const takesLeft = left < middle && (right >= end || (from[left] ?? 0) <= (from[right] ?? 0));
    if (!takesLeft) exchanges += middle - left;
    into[place] = from[takesLeft ? left++ : right++] ?? 0;
  }
  return exchanges;
}
