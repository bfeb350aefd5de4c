import type { Criterion, Rubric } from '#domain/rubrics/rubric.ts';

/** A criterion being edited; its id holds while the key changes. */
export interface DraftCriterion extends Criterion {
  readonly id: number;
  /** The key was written or published, so that it no longer follows the label. */
  readonly keyIsOwn: boolean;
}

/** A rubric being edited; the overall criterion is named by id, so that it may be renamed. */
export interface DraftRubric extends Omit<Rubric, 'criteria' | 'overallKey'> {
  readonly criteria: readonly DraftCriterion[];
  readonly overallId: number | null;
  readonly nextId: number;
}

/** `keysOwned` says per criterion whether its key is settled; all are where it is left out. */
export function draftOf(rubric: Rubric, keysOwned: readonly boolean[] = []): DraftRubric {
  const { criteria, overallKey, ...around } = rubric;
  const overall = criteria.findIndex((criterion) => criterion.key === overallKey);
  return {
    ...around,
    criteria: criteria.map((criterion, id) => ({ ...criterion, id, keyIsOwn: keysOwned[id] ?? true })),
    overallId: overall === -1 ? null : overall,
    nextId: criteria.length,
  };
}

export function rubricOf(draft: DraftRubric): Rubric {
  const { criteria, overallId, justification, confidence } = draft;
  return {
    criteria: criteria.map(({ id: _id, keyIsOwn: _keyIsOwn, ...criterion }) => criterion),
    overallKey: criteria.find((criterion) => criterion.id === overallId)?.key ?? null,
    justification,
    confidence,
  };
}

export function findCriterion(draft: DraftRubric, id: number | null): DraftCriterion | undefined {
  return draft.criteria.find((criterion) => criterion.id === id);
}
