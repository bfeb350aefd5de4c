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
 * Formula: sorts by the first value, then counts the exchanges of a merge sort by the second: n log n.
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
  const x = Float64Array.from(first);
  const y = Float64Array.from(second);
  const order = Int32Array.from({ length: items }, (_, item) => item).sort(
    (one, other) => (x[one] ?? 0) - (x[other] ?? 0) || (y[one] ?? 0) - (y[other] ?? 0),
  );
  const byFirst = order.map((item) => item);
  const inOrder = Float64Array.from(byFirst, (item) => y[item] ?? 0);
  const groupsFirst = groupSizes(items, (place) => x[order[place] ?? 0] ?? 0);
  const both = groupSizes(
    items,
    (place) => x[order[place] ?? 0] ?? 0,
    (place) => y[order[place] ?? 0] ?? 0,
  );
  const discordant = countExchanges(inOrder);
  const groupsSecond = groupSizes(items, (place) => inOrder[place] ?? 0);
  const pairs = (items * (items - 1)) / 2;
  const [tiedFirst, tiedSecond, tiedBoth] = [pairsIn(groupsFirst), pairsIn(groupsSecond), pairsIn(both)];
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

function pairsIn(groups: readonly number[]): number {
  return groups.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
}

/** Sizes of the runs of equal values. */
function groupSizes(items: number, ...keys: readonly ((place: number) => number)[]): number[] {
  const sizes: number[] = [];
  for (let place = 0; place < items; place++) {
    const isSame = place > 0 && keys.every((key) => key(place) === key(place - 1));
    if (isSame) sizes.push((sizes.pop() ?? 0) + 1);
    else sizes.push(1);
  }
  return sizes;
}

/** Sorts the values and gives back how many pairs stood in falling order. */
function countExchanges(values: Float64Array): number {
  let from = values;
  let into: Float64Array = new Float64Array(values.length);
  let exchanges = 0;
  for (let width = 1; width < values.length; width *= 2) {
    for (let start = 0; start < values.length; start += 2 * width)
      exchanges += merge({ from, into, start, width });
    [from, into] = [into, from];
  }
  values.set(from);
  return exchanges;
}

function merge(run: {
  readonly from: Float64Array;
  readonly into: Float64Array;
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
