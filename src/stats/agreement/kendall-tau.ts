import { twoSidedNormal } from '#stats/distributions/normal-tail.ts';
import { countRankPairs, type RankPairs } from './count-rank-pairs.ts';

/** Kendall's tau-b with its kin, or null and the reason. */
export type KendallTau = RankPairs &
  (
    | {
        readonly value: number;
        /** Stuart's tau-c, for tables that are not square. */
        readonly tauC: number;
        /** Goodman and Kruskal's gamma, which passes over ties; null where all pairs are tied in one. */
        readonly gamma: number | null;
        /** Somers' d of the second, given the first. */
        readonly somersD: number;
        readonly pValue: number;
        readonly asymptoticPValue: number;
        /** Exact without ties up to 33 items; otherwise the normal approximation. */
        readonly pValueBy: 'exact' | 'normal';
      }
    | { readonly value: null; readonly reason: 'too_few_units' | 'no_variation' }
  );

/**
 * **Kendall's tau-b**: how far two rankings put pairs of items in the same order.
 *
 * What for: preference strengths and ratings of two annotators, of which only the order counts.
 *
 * When it misleads: one annotator may be far stricter and tau still 1: it measures order, not agreement.
 *
 * Formula: (C − D)/√((P − T_x)(P − T_y)) with C concordant, D discordant and P all pairs, T the pairs tied in each.
 * Source: M. Kendall, "Rank Correlation Methods", 4th ed. 1970, ch. 3 and 4; the variance with ties is that of ch. 4.
 *
 * Units: from −1 to 1; 0 is no connection.
 *
 * @throws RangeError when the rankings differ in length.
 * @example
 * kendallTau([1, 2, 3], [1, 3, 2]).value; // 1 / 3
 */
export function kendallTau(first: ArrayLike<number>, second: ArrayLike<number>): KendallTau {
  const pairs = countRankPairs(first, second);
  const { items, concordant, discordant, tiedFirst, tiedSecond, groupsFirst, groupsSecond } = pairs;
  if (items < 2) return { ...pairs, value: null, reason: 'too_few_units' };
  const untied = concordant + discordant;
  const all = (items * (items - 1)) / 2;
  const [byFirst, bySecond] = [all - tiedFirst, all - tiedSecond];
  if (byFirst === 0 || bySecond === 0) return { ...pairs, value: null, reason: 'no_variation' };
  const surplus = concordant - discordant;
  const smaller = Math.min(groupsFirst.length, groupsSecond.length);
  const asymptoticPValue = twoSidedNormal(surplus / Math.sqrt(varianceOf(pairs)));
  const isExact = items <= 33 && groupsFirst.length === items && groupsSecond.length === items;
  return {
    ...pairs,
    value: surplus / Math.sqrt(byFirst * bySecond),
    tauC: (2 * surplus * smaller) / (items * items * (smaller - 1)),
    gamma: untied === 0 ? null : surplus / untied,
    somersD: surplus / byFirst,
    pValue: isExact ? exactPValue(items, Math.min(concordant, discordant)) : asymptoticPValue,
    asymptoticPValue,
    pValueBy: isExact ? 'exact' : 'normal',
  };
}

/** Variance of C − D where the two rankings have nothing to do with each other. */
function varianceOf({ items: n, groupsFirst, groupsSecond }: RankPairs): number {
  const sum = (groups: readonly number[], part: (size: number) => number) =>
    groups.reduce((total, size) => total + part(size), 0);
  const whole = (size: number) => size * (size - 1) * (2 * size + 5);
  const pair = (size: number) => size * (size - 1);
  const triple = (size: number) => size * (size - 1) * (size - 2);
  const base = (whole(n) - sum(groupsFirst, whole) - sum(groupsSecond, whole)) / 18;
  const triples =
    n < 3 ? 0 : (sum(groupsFirst, triple) * sum(groupsSecond, triple)) / (9 * n * (n - 1) * (n - 2));
  return base + triples + (sum(groupsFirst, pair) * sum(groupsSecond, pair)) / (2 * n * (n - 1));
}

/** The share of all orders with at most so many exchanges, on either side. */
function exactPValue(items: number, exchanges: number): number {
  if (4 * exchanges === items * (items - 1)) return 1;
  // Shares instead of counts: 33! orders do not fit into a whole number.
  let shares = [1];
  for (let size = 2; size <= items; size++) {
    const next = new Array<number>(shares.length + size - 1).fill(0);
    shares.forEach((share, count) => {
      for (let step = 0; step < size; step++) next[count + step] = (next[count + step] ?? 0) + share / size;
    });
    shares = next;
  }
  const tail = shares.slice(0, exchanges + 1).reduce((sum, share) => sum + share, 0);
  return Math.min(1, 2 * tail);
}
