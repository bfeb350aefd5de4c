import type { ConditionTest } from '#domain/rubrics/condition.ts';
import type { Criterion, Rubric } from '#domain/rubrics/rubric.ts';

/** On which earlier answer a criterion depends; by id, so that the earlier one may be renamed. */
export interface DraftCondition {
  readonly sourceId: number;
  /** The source's key when the condition was made, to name it should it be removed. */
  readonly sourceKey: string;
  readonly test: ConditionTest;
}

/** A criterion being edited; its id holds while the key changes. */
export interface DraftCriterion extends Omit<Criterion, 'condition'> {
  readonly id: number;
  /** The key was written or published, so that it no longer follows the label. */
  readonly keyIsOwn: boolean;
  /** Null where it is asked always. */
  readonly askedIf: DraftCondition | null;
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
  const idOf = (key: string | null) => criteria.findIndex((criterion) => criterion.key === key);
  const overall = idOf(overallKey);
  return {
    ...around,
    criteria: criteria.map(({ condition, ...criterion }, id) => ({
      ...criterion,
      id,
      keyIsOwn: keysOwned[id] ?? true,
      askedIf:
        condition === undefined
          ? null
          : {
              sourceId: idOf(condition.criterionKey),
              sourceKey: condition.criterionKey,
              test: condition.test,
            },
    })),
    overallId: overall === -1 ? null : overall,
    nextId: criteria.length,
  };
}

export function rubricOf(draft: DraftRubric): Rubric {
  const { criteria, overallId, nextId: _nextId, ...around } = draft;
  const keyOf = (id: number) => findCriterion(draft, id)?.key;
  return {
    ...around,
    criteria: criteria.map(({ id: _id, keyIsOwn: _keyIsOwn, askedIf, ...criterion }) => {
      if (askedIf === null) return criterion;
      const criterionKey = keyOf(askedIf.sourceId) ?? askedIf.sourceKey;
      return { ...criterion, condition: { criterionKey, test: askedIf.test } };
    }),
    overallKey: (overallId === null ? undefined : keyOf(overallId)) ?? null,
  };
}

export function findCriterion(draft: DraftRubric, id: number | null): DraftCriterion | undefined {
  return draft.criteria.find((criterion) => criterion.id === id);
}
