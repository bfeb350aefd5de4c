import type { AgreementMetric } from '#domain/results/agreement-values.ts';
import { krippendorffAlpha } from '#stats/agreement/krippendorff-alpha.ts';
import { percentAgreement } from '#stats/agreement/percent-agreement.ts';
import type { LongUnits } from '#stats/agreement/unit-values.ts';
import { bootstrapAlpha } from '#stats/intervals/bootstrap-alpha.ts';
import { wilsonInterval } from '#stats/intervals/wilson.ts';
import { seedFromText } from '#stats/random/seed-from-text.ts';
import { seededRandom } from '#stats/random/seeded-random.ts';

export interface CriterionUnits {
  readonly key: string;
  readonly metric: AgreementMetric;
  readonly units: LongUnits;
}

export interface StatisticsEstimate {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
  readonly reason: string | null;
}

export interface CriterionStatistics {
  readonly key: string;
  readonly percentAgreement: StatisticsEstimate;
  readonly alpha: StatisticsEstimate;
  readonly units: number;
  readonly values: number;
}

/** Draws of a unit that the bootstrap may make for one criterion: beyond that it resamples less often. */
const mostDraws = 100_000_000;
const resamples = { usual: 1_000, least: 200 };

const reasons: Readonly<Record<string, string>> = {
  no_pairable_units: 'No two people have judged the same yet.',
  no_variation: 'Everybody said the same throughout, so there is nothing to compare with chance.',
};

export function resamplesFor(units: number): number {
  const affordable = Math.floor(mostDraws / Math.max(1, units));
  return Math.max(resamples.least, Math.min(resamples.usual, affordable));
}

/** Agreement on one criterion; the same judgments always give the same figures, also those by chance. */
export function computeCriterion({ key, metric, units }: CriterionUnits): CriterionStatistics {
  const alpha = krippendorffAlpha({ units, metric });
  return {
    key,
    percentAgreement: estimatePercent(units),
    alpha: estimateAlpha({ key, metric, units }),
    units: alpha.units,
    values: alpha.pairableValues,
  };
}

function estimatePercent(units: LongUnits): StatisticsEstimate {
  const percent = percentAgreement(units);
  if (percent.shareOfPairs === null)
    return { value: null, low: null, high: null, n: 0, reason: reasons.no_pairable_units ?? null };
  // Pairs within a unit depend on each other, so the interval rests on the number of units.
  const interval = wilsonInterval({
    successes: Math.round(percent.shareOfPairs * percent.units),
    trials: percent.units,
  });
  return {
    value: percent.shareOfPairs,
    low: interval.lower,
    high: interval.upper,
    n: percent.units,
    reason: null,
  };
}

function estimateAlpha({ key, metric, units }: CriterionUnits): StatisticsEstimate {
  const alpha = krippendorffAlpha({ units, metric });
  if (alpha.value === null)
    return { value: null, low: null, high: null, n: alpha.units, reason: reasons[alpha.reason] ?? null };
  const interval = bootstrapAlpha({
    units,
    metric,
    random: seededRandom(seedFromText(`agreement:${key}`)),
    resamples: resamplesFor(alpha.units),
  });
  return { value: alpha.value, low: interval.lower, high: interval.upper, n: alpha.units, reason: null };
}
