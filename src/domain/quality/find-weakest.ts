import { quantile } from '#stats/intervals/quantile.ts';
import type { PersonAgreement } from './compare-people.ts';
import { leastUnits, type QualityEstimate } from './measures.ts';
import type { CriterionQuality, SliceDimension } from './quality-report.ts';

export interface WeakestCriterion {
  readonly key: string;
  readonly label: string;
  readonly alpha: QualityEstimate;
}

export interface WeakestPerson extends PersonAgreement {
  /** The median share of everybody else. */
  readonly othersMedian: number;
}

export interface WeakestSlice {
  readonly criterionKey: string;
  readonly criterionLabel: string;
  readonly dimension: SliceDimension;
  readonly name: string;
  readonly alpha: QualityEstimate;
  readonly wholeAlpha: number;
}

/** The criterion whose alpha is surely lowest: that with the lowest upper bound. */
export function findWeakestCriterion(criteria: readonly CriterionQuality[]): WeakestCriterion | null {
  const known = criteria.filter(({ alpha }) => isEnough(alpha));
  const [weakest] = known.sort((a, b) => (a.alpha.high ?? 0) - (b.alpha.high ?? 0));
  return weakest ? { key: weakest.key, label: weakest.label, alpha: weakest.alpha } : null;
}

/** The person whose whole interval lies farthest below the median of the others; null where nobody's does. */
export function findWeakestPerson(people: readonly PersonAgreement[]): WeakestPerson | null {
  const known = people.filter(({ share }) => isEnough(share));
  const gaps = known.flatMap((person) => {
    const others = known.filter((other) => other !== person).map(({ share }) => share.value ?? 0);
    const othersMedian = quantile(others, 0.5);
    if (othersMedian === null) return [];
    return [{ ...person, othersMedian, gap: othersMedian - (person.share.high ?? 1) }];
  });
  const [weakest] = gaps.filter(({ gap }) => gap > 0).sort((a, b) => b.gap - a.gap);
  if (weakest === undefined) return null;
  const { gap: _gap, ...person } = weakest;
  return person;
}

/**
 * The slice whose whole interval lies farthest below its criterion's alpha; null where none does. Pairs of models are
 * left out: people agree less on close models however careful they are, so nothing is to be done about it.
 */
export function findWeakestSlice(criteria: readonly CriterionQuality[]): WeakestSlice | null {
  const gaps = criteria.flatMap(({ key, label, alpha: whole, slices }) => {
    const wholeAlpha = whole.value;
    if (wholeAlpha === null) return [];
    return slices
      .filter(({ dimension }) => dimension !== 'model_pair')
      .filter(({ alpha }) => isEnough(alpha) && (alpha.high ?? 1) < wholeAlpha)
      .map(({ dimension, name, alpha }) => ({
        slice: { criterionKey: key, criterionLabel: label, dimension, name, alpha, wholeAlpha },
        gap: wholeAlpha - (alpha.high ?? 1),
      }));
  });
  return gaps.sort((a, b) => b.gap - a.gap)[0]?.slice ?? null;
}

/** Whether a figure has an interval and enough behind it to be held against others. */
function isEnough({ value, high, n }: QualityEstimate): boolean {
  return value !== null && high !== null && n >= leastUnits;
}
