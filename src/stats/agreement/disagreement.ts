import { intervalSums } from './interval-sums.ts';
import type { AlphaMetric, MetricSums } from './metric-sums.ts';
import { middleRanks } from './middle-ranks.ts';
import { nominalSums } from './nominal-sums.ts';
import type { PairableUnits } from './pairable-units.ts';
import { ratioSums } from './ratio-sums.ts';

/** Disagreement among weighted units. With fewer than two distinct values both disagreements are 0. */
export interface Disagreement {
  /** Values in units that count, each as often as its unit counts. */
  readonly values: number;
  readonly distinctValues: number;
  readonly observed: number;
  readonly expected: number;
}

/**
 * **Observed and expected disagreement** as a function of how often each unit counts.
 *
 * What for: alpha itself (every unit once) and its bootstrap (every unit as often as it was drawn): what does not depend
 * on the weights is computed once.
 *
 * When it misleads: alone, neither says much; observed disagreement falls when everybody gives the same common value.
 *
 * Formula: D_o = (1/n) Σ_u Σ_{i≠j} δ²(x_ui, x_uj)/(m_u − 1) and D_e = Σ_{i≠j} δ²(x_i, x_j)/(n(n − 1)) over all n values.
 * Source: K. Krippendorff (2011), "Computing Krippendorff's alpha-reliability".
 *
 * Units: nominal and ratio from 0 to 1; interval squared units of the values; ordinal squared ranks.
 *
 * @example
 * const measure = disagreementOf(pairableUnits([[1, 2], [2, 2]]), 'nominal');
 * measure(new Int32Array([1, 1])).observed; // 0.5
 */
export function disagreementOf(
  units: PairableUnits,
  metric: AlphaMetric,
): (weights: Int32Array) => Disagreement {
  const margins = new Float64Array(units.levels.length);
  const fixed = fixedSums(units, metric);
  const fixedShares = fixed === null ? null : unitShares(units, fixed);
  return (weights) => {
    const values = countMargins(units, { weights, margins });
    // Ranks come from the margins, so ordinal starts anew whenever the weights change.
    const sums = fixed ?? intervalSums(middleRanks(margins));
    const shares = fixedShares ?? unitShares(units, sums, weights);
    let observed = 0;
    for (let unit = 0; unit < shares.length; unit++) observed += (weights[unit] ?? 0) * (shares[unit] ?? 0);
    const distinctValues = margins.reduce((count, margin) => (margin > 0 ? count + 1 : count), 0);
    if (distinctValues < 2) return { values, distinctValues, observed: 0, expected: 0 };
    const expected = sums.totalSum(margins) / (values * (values - 1));
    return { values, distinctValues, observed: observed / values, expected };
  };
}

function fixedSums(units: PairableUnits, metric: AlphaMetric): MetricSums | null {
  if (metric === 'nominal') return nominalSums(units.levels.length);
  if (metric === 'interval') return intervalSums(units.levels);
  if (metric === 'ratio') return ratioSums(units.levels);
  return null;
}

/** Each unit's part of n·D_o; units that do not count are skipped where weights are given. */
function unitShares(units: PairableUnits, sums: MetricSums, weights?: Int32Array): Float64Array {
  const { starts, codes } = units;
  const shares = new Float64Array(starts.length - 1);
  for (let unit = 0; unit < shares.length; unit++) {
    if (weights !== undefined && weights[unit] === 0) continue;
    const from = starts[unit] ?? 0;
    const to = starts[unit + 1] ?? 0;
    shares[unit] = sums.unitSum({ codes, from, to }) / (to - from - 1);
  }
  return shares;
}

/** Fills the margins with how often each level counts; gives back how many values count. */
function countMargins(
  units: PairableUnits,
  { weights, margins }: { weights: Int32Array; margins: Float64Array },
): number {
  const { starts, codes } = units;
  margins.fill(0);
  let values = 0;
  for (let unit = 0; unit < weights.length; unit++) {
    const weight = weights[unit] ?? 0;
    if (weight === 0) continue;
    const to = starts[unit + 1] ?? 0;
    for (let index = starts[unit] ?? 0; index < to; index++) {
      const code = codes[index] ?? 0;
      margins[code] = (margins[code] ?? 0) + weight;
      values += weight;
    }
  }
  return values;
}
