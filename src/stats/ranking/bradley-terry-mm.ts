import { sumWins } from './bradley-terry.ts';
import { anchorToMeanZero, type RankingFit } from './ranking-fit.ts';
import { strongComponents } from './strong-components.ts';
import type { WinCounts } from './tally-wins.ts';

export type MmFit =
  | { readonly scores: Float64Array; readonly sweeps: number }
  | {
      readonly scores: null;
      readonly reason: 'no_comparisons' | 'not_connected' | 'too_many_sweeps';
      readonly groups: RankingFit['groups'];
    };

/**
 * **Bradley–Terry by minorisation–maximisation**: the classical fixed point, one division an item and sweep.
 *
 * What for: thousands of items, where the matrix of Newton's method would be too large; and leaderboards that smooth
 * with `alpha` as the choix package does.
 *
 * When it misleads: it takes many sweeps where items are loosely tied together. Smoothing is no likelihood with a prior:
 * it depends on the sizes of the worths, which are held at a mean of 1. For a prior use {@link bradleyTerry}.
 *
 * Formula: worth_i ← (W_i + alpha) / (Σ_j n_ij / (worth_i + worth_j) + alpha), then all divided by the mean.
 * Source: D. R. Hunter (2004), "MM algorithms for generalized Bradley–Terry models", Annals of Statistics 32(1).
 *
 * Units: natural logarithms of worths with mean zero.
 *
 * @throws RangeError when counts are negative or do not fit, or alpha is negative.
 * @example
 * bradleyTerryMm({ items: 2, wins: new Float64Array([0, 3, 1, 0]) }).scores[0].toFixed(9); // '0.549306144'
 */
export function bradleyTerryMm(
  counts: WinCounts,
  { alpha = 0, mostSweeps = 100_000 }: { readonly alpha?: number; readonly mostSweeps?: number } = {},
): MmFit {
  if (!(alpha >= 0 && alpha < Infinity)) throw new RangeError(`Alpha must be at least 0, not ${alpha}.`);
  const groups = strongComponents(counts);
  if (sumWins(counts) === 0) return { scores: null, reason: 'no_comparisons', groups };
  if (groups.length > 1 && alpha === 0) return { scores: null, reason: 'not_connected', groups };
  let worths = new Float64Array(counts.items).fill(1);
  for (let sweeps = 1; sweeps <= mostSweeps; sweeps++) {
    const next = sweep(counts, { alpha, worths });
    let change = 0;
    for (let item = 0; item < counts.items; item++) {
      change = Math.max(change, Math.abs(Math.log((next[item] ?? 0) / (worths[item] ?? 0))));
    }
    worths = next;
    if (change <= 1e-13) return { scores: anchorToMeanZero(worths.map(Math.log)), sweeps };
  }
  return { scores: null, reason: 'too_many_sweeps', groups };
}

function sweep(
  { items, wins }: WinCounts,
  { alpha, worths }: { readonly alpha: number; readonly worths: Float64Array },
): Float64Array<ArrayBuffer> {
  const above = new Float64Array(items).fill(alpha);
  const below = new Float64Array(items).fill(alpha);
  for (let one = 1; one < items; one++) {
    for (let other = 0; other < one; other++) {
      const won = wins[one * items + other] ?? 0;
      const lost = wins[other * items + one] ?? 0;
      const share = (won + lost) / ((worths[one] ?? 0) + (worths[other] ?? 0));
      above[one] = (above[one] ?? 0) + won;
      above[other] = (above[other] ?? 0) + lost;
      below[one] = (below[one] ?? 0) + share;
      below[other] = (below[other] ?? 0) + share;
    }
  }
  const next = above.map((top, item) => top / (below[item] ?? 0));
  // The geometric mean is held at 1 by the logarithms; then the mean itself, as the smoothing takes it.
  let sum = 0;
  for (const worth of next) sum += worth;
  return next.map((worth) => (worth * items) / sum);
}
