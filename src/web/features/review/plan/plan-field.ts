import type { ReviewPlan } from '#domain/review/review-plan.ts';

/** What every part of the plan's form is given. */
export interface PlanFieldProps {
  readonly projectId: string;
  readonly plan: ReviewPlan;
  readonly change: (part: Partial<ReviewPlan>) => void;
}

export const toPercent = (share: number): number => Math.round(share * 100);
export const toShare = (percent: number): number => Math.max(0, Math.min(100, percent)) / 100;
