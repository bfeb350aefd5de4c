import type { AgreementMetric } from '#domain/results/agreement-values.ts';
import { krippendorffAlpha } from '#stats/agreement/krippendorff-alpha.ts';
import { percentAgreement } from '#stats/agreement/percent-agreement.ts';
import type { LongUnits } from '#stats/agreement/unit-values.ts';
import { bootstrapAlpha } from '#stats/intervals/bootstrap-alpha.ts';
import { wilsonInterval } from '#stats/intervals/wilson.ts';
import { seedFromText } from '#stats/random/seed-from-text.ts';
import { seededRandom } from '#stats/random/seeded-random.ts';
import { sidesOf } from './slice-units.ts';

/** Why a figure is not there. */
export const estimateGaps = ['no_pairable_units', 'no_variation', 'all_ties', 'too_few_units'] as const;
export type EstimateGap = (typeof estimateGaps)[number];

/** A figure with its 95 % interval; null and the reason where there is none. */
export interface QualityEstimate {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** The units that it rests on. */
  readonly n: number;
  readonly reason: EstimateGap | null;
}

/** How far people agree on some units of one criterion. */
export interface Measures {
  /** Units with two values or more. */
  readonly units: number;
  /** Krippendorff's alpha with a bootstrap interval over units. */
  readonly alpha: QualityEstimate;
  /** Share of pairs of judgments that gave the very same answer, with Wilson's interval over units. */
  readonly same: QualityEstimate;
  /** The same of which of two is better, strength left aside; null for criteria without sides. */
  readonly sameSide: QualityEstimate | null;
}

/** Fewer units than this say nothing about a slice. */
export const leastUnits = 10;

/** Draws of a unit that a bootstrap may make, of the whole and of a slice: beyond that it resamples less often. */
const mostDraws = { whole: 10_000_000, slice: 2_000_000 };
const resamples = { usual: 1_000, least: 200 };
/** Share of resamples without an alpha up to which the others still make an interval. */
const mostUndefined = 0.05;

export interface Measured {
  readonly units: LongUnits;
  readonly metric: AgreementMetric;
  readonly hasSides: boolean;
  /** Names what is measured, so that the same judgments always give the same interval. */
  readonly seed: string;
  /** A slice needs {@link leastUnits}; the whole says with its interval how little it knows. */
  readonly isSlice: boolean;
}

/** Agreement on some units in up to three ways. */
export function measure({ units, metric, hasSides, seed, isSlice }: Measured): Measures {
  const count = units.starts.length - 1;
  if (isSlice && count < leastUnits) {
    const gap = missing('too_few_units', count);
    return { units: count, alpha: gap, same: gap, sameSide: hasSides ? gap : null };
  }
  return {
    units: count,
    alpha: estimateAlpha({ units, metric, hasSides, seed, isSlice }),
    same: estimateSame(units),
    sameSide: hasSides ? estimateSame(sidesOf(units)) : null,
  };
}

function missing(reason: EstimateGap, n: number): QualityEstimate {
  return { value: null, low: null, high: null, n, reason };
}

function estimateAlpha({ units, metric, hasSides, seed, isSlice }: Measured): QualityEstimate {
  const alpha = krippendorffAlpha({ units, metric });
  if (alpha.value === null) {
    if (alpha.reason === 'no_pairable_units') return missing('no_pairable_units', 0);
    const areTies = hasSides && units.values[0] === 0;
    return missing(areTies ? 'all_ties' : 'no_variation', alpha.units);
  }
  const affordable = Math.floor(mostDraws[isSlice ? 'slice' : 'whole'] / alpha.units);
  const made = bootstrapAlpha({
    units,
    metric,
    random: seededRandom(seedFromText(`quality:${seed}`)),
    resamples: Math.max(resamples.least, Math.min(resamples.usual, affordable)),
  });
  // Where resamples often have no variation, what is left of them is no fair picture.
  const isFair = made.resamplesWithoutVariation <= mostUndefined * made.resamples;
  const { lower, upper } = isFair ? made : { lower: null, upper: null };
  return { value: alpha.value, low: lower, high: upper, n: alpha.units, reason: null };
}

function estimateSame(units: LongUnits): QualityEstimate {
  const { shareOfPairs, units: n } = percentAgreement(units);
  if (shareOfPairs === null) return missing('no_pairable_units', 0);
  // Pairs within a unit depend on each other, so the interval rests on the number of units.
  return estimateShare({ share: shareOfPairs, n });
}

/** A share with Wilson's interval over its trials. */
export function estimateShare({ share, n }: { share: number; n: number }): QualityEstimate {
  const { lower, upper } = wilsonInterval({ successes: Math.round(share * n), trials: n });
  return { value: share, low: lower, high: upper, n, reason: null };
}
