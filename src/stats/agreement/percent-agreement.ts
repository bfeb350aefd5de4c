import { nominalSums } from './nominal-sums.ts';
import { pairableUnits } from './pairable-units.ts';
import type { UnitValues } from './unit-values.ts';

/** Three figures that are all called percent agreement, each a share from 0 to 1; null and the reason where undefined. */
export type PercentAgreement = {
  /** Units with at least two values. */
  readonly units: number;
  /** Pairs of values inside these units. */
  readonly pairs: number;
} & (
  | {
      /** Each unit's share of agreeing pairs, averaged: every unit counts the same. */
      readonly meanOverUnits: number;
      /** Agreeing pairs of all pairs: units with many values count more. */
      readonly shareOfPairs: number;
      /** Units in which all values are the same, of all units. */
      readonly shareUnanimous: number;
    }
  | {
      readonly meanOverUnits: null;
      readonly shareOfPairs: null;
      readonly shareUnanimous: null;
      readonly reason: 'no_pairable_units';
    }
);

/**
 * **Percent agreement**, in its three meanings: mean over units (macro), share of pairs (micro), share of unanimous units.
 *
 * What for: a figure that everybody understands, beside alpha. With two values a unit all three are the same. Papers on
 * preference data mostly report the share of pairs.
 *
 * When it misleads: it does not allow for chance. Two options chosen by coin give 50 %, and where nearly all values are
 * the same it is high even if people guess. The share of unanimous units falls as more people judge, by arithmetic alone.
 *
 * Formula: with m_u values and a_u agreeing pairs of p_u = m_u(m_u − 1)/2: mean of a_u/p_u; Σ a_u / Σ p_u; share of units
 * with a_u = p_u. Source: K. Gwet, "Handbook of Inter-Rater Reliability", 4th ed. 2014, for the mean over units.
 *
 * Units: shares from 0 to 1. Values agree only when equal; there is no "nearly".
 *
 * @throws RangeError when a value is not a finite number of at most 1e100 in size, or the starts do not fit the values.
 * @example
 * percentAgreement([[1, 1, 2], [3, 3]]).shareOfPairs; // 0.5
 */
export function percentAgreement(unitValues: UnitValues): PercentAgreement {
  const { starts, codes, levels } = pairableUnits(unitValues);
  const { unitSum } = nominalSums(levels.length);
  const units = starts.length - 1;
  let [pairs, agreeing, shares, unanimous] = [0, 0, 0, 0];
  for (let unit = 0; unit < units; unit++) {
    const from = starts[unit] ?? 0;
    const to = starts[unit + 1] ?? 0;
    const unitPairs = ((to - from) * (to - from - 1)) / 2;
    const unitAgreeing = unitPairs - unitSum({ codes, from, to }) / 2;
    pairs += unitPairs;
    agreeing += unitAgreeing;
    shares += unitAgreeing / unitPairs;
    if (unitAgreeing === unitPairs) unanimous++;
  }
  if (units === 0) {
    const unknown = { meanOverUnits: null, shareOfPairs: null, shareUnanimous: null };
    return { units, pairs, ...unknown, reason: 'no_pairable_units' };
  }
  return {
    units,
    pairs,
    meanOverUnits: shares / units,
    shareOfPairs: agreeing / pairs,
    shareUnanimous: unanimous / units,
  };
}
