import type { Scale } from '#domain/rubrics/scale.ts';
import type { CriterionTarget } from '#domain/rubrics/target.ts';
import { keysBut } from './criterion-edit.ts';
import type { DraftCriterion, DraftRubric } from './draft-rubric.ts';
import { keyFromLabel } from './key-from-label.ts';
import { canBeOverall } from './overall.ts';

/** A criterion without a name, at the end. */
export function addCriterion(
  draft: DraftRubric,
  { target, scale }: { readonly target: CriterionTarget; readonly scale: Scale },
): DraftRubric {
  const id = draft.nextId;
  const isFirst = canBeOverall(target) && draft.overallId === null;
  const fresh: DraftCriterion = {
    ...{ id, keyIsOwn: false, key: '', label: '', help: '' },
    ...{ target, scale, required: true, askedIf: null },
  };
  return {
    ...draft,
    criteria: [...draft.criteria, fresh],
    overallId: isFirst ? id : draft.overallId,
    nextId: id + 1,
  };
}

/** A twin behind a criterion, with a key of its own. */
export function copyCriterion(draft: DraftRubric, id: number): DraftRubric {
  const at = draft.criteria.findIndex((criterion) => criterion.id === id);
  const source = draft.criteria[at];
  if (source === undefined) return draft;
  const label = `${source.label} (copy)`;
  const key = keyFromLabel(label, keysBut(draft, -1));
  const twin: DraftCriterion = { ...source, id: draft.nextId, label, key, keyIsOwn: false };
  return { ...draft, criteria: draft.criteria.toSpliced(at + 1, 0, twin), nextId: draft.nextId + 1 };
}
