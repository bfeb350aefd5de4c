/**
 * **Ranks with ties**: 1 for the lowest value; equal values share the mean of their ranks.
 *
 * What for: Spearman's correlation and Kendall's W.
 *
 * When it misleads: two values a hair apart have different ranks, two alike the same: rounding makes ties.
 *
 * Source: M. Kendall, "Rank Correlation Methods", 4th ed. 1970, ch. 3.
 *
 * Units: ranks, from 1.
 *
 * @example
 * rankWithTies([10, 30, 10]); // Float64Array [1.5, 3, 1.5]
 */
export function rankWithTies(values: ArrayLike<number>): Float64Array {
  const order = Int32Array.from({ length: values.length }, (_, place) => place).sort(
    (one, other) => (values[one] ?? 0) - (values[other] ?? 0),
  );
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && values[order[to] ?? 0] === values[order[from] ?? 0]) to++;
    for (let place = from; place < to; place++) ranks[order[place] ?? 0] = (from + 1 + to) / 2;
    from = to;
  }
  return ranks;
}
