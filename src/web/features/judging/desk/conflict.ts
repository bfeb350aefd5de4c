import type { Conflict } from '#domain/judging/answers.ts';
import type { Criterion, Rubric } from '#domain/rubrics/rubric.ts';

/** The criteria that can pull in different directions: all but the one that sums the others up. */
export function listConflictable({ criteria, overallKey }: Rubric): readonly Criterion[] {
  const others = criteria.filter((criterion) => criterion.key !== overallKey);
  return others.length > 1 ? others : criteria;
}

/**
 * What naming a criterion makes of a conflict: first it takes part, then it is the one that won, then it is out again.
 * Null says that nothing was in conflict.
 */
export function nextConflict(conflict: Conflict | undefined, key: string | null): Conflict | undefined {
  if (key === null) return { criterionKeys: [], wonKey: null };
  const { criterionKeys, wonKey } = conflict ?? { criterionKeys: [], wonKey: null };
  if (!criterionKeys.includes(key)) return { criterionKeys: [...criterionKeys, key], wonKey };
  if (wonKey !== key) return { criterionKeys, wonKey: key };
  const left = criterionKeys.filter((each) => each !== key);
  return left.length === 0 ? undefined : { criterionKeys: left, wonKey: null };
}
