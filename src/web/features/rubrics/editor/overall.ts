import type { CriterionTarget } from '#domain/rubrics/target.ts';
import type { DraftRubric } from './draft-rubric.ts';

/** Whether a criterion of this target may stand for the whole judgment. */
export function canBeOverall(target: CriterionTarget): boolean {
  return target === 'pair' || target === 'ranking';
}

/** Where the overall criterion is gone or no longer compares, the first one that does takes its place. */
export function settleOverall(draft: DraftRubric): DraftRubric {
  const overall = draft.criteria.find((criterion) => criterion.id === draft.overallId);
  if (overall !== undefined && canBeOverall(overall.target)) return draft;
  const next = draft.criteria.find((criterion) => canBeOverall(criterion.target));
  return next?.id === draft.overallId ? draft : requireOverall({ ...draft, overallId: next?.id ?? null });
}

/** Exports need an answer to the overall criterion, so naming one makes it required. */
export function requireOverall(draft: DraftRubric): DraftRubric {
  const criteria = draft.criteria.map((criterion) =>
    criterion.id === draft.overallId ? { ...criterion, required: true } : criterion,
  );
  return { ...draft, criteria };
}
