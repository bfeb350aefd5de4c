import { findCriterion, type Rubric } from '#domain/rubrics/rubric.ts';
import { expectedKeys, type GoldGap, type GoldToCheck, gapBetween } from './check-gold.ts';

/** A criterion of a gold that is of no use under the rubric of today. */
export interface UnusableCriterion {
  readonly criterionKey: string;
  readonly label: string;
  readonly reason: GoldGap;
}

export interface GoldFit {
  /** Whether anything of the gold can be compared: only then it is served. */
  readonly isUsable: boolean;
  readonly unusable: readonly UnusableCriterion[];
}

/** What of a gold can be used under the rubric of today, and what cannot because its scale or the criterion changed. */
export function explainFit(gold: Pick<GoldToCheck, 'answers' | 'rubric'>, now: Rubric): GoldFit {
  const keys = expectedKeys(gold);
  const unusable = keys.flatMap((criterionKey): UnusableCriterion[] => {
    const criterion = findCriterion(gold.rubric, criterionKey);
    const reason = criterion && gapBetween(criterion, now);
    return criterion && reason ? [{ criterionKey, label: criterion.label, reason }] : [];
  });
  return { isUsable: unusable.length < keys.length, unusable };
}
