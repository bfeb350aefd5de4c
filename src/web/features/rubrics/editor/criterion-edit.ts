import { isValueScale, type Scale } from '#domain/rubrics/scale.ts';
import type { CriterionTarget } from '#domain/rubrics/target.ts';
import { carryConditions } from './carry-conditions.ts';
import type { DraftCondition, DraftCriterion, DraftRubric } from './draft-rubric.ts';
import { keyFromLabel } from './key-from-label.ts';
import { fitScale } from './scale-edits.ts';

/** A change to one criterion. `typing` names a text field: strokes in it are undone together. */
export type CriterionEdit =
  | { readonly kind: 'label'; readonly id: number; readonly label: string }
  | { readonly kind: 'key'; readonly id: number; readonly key: string }
  | { readonly kind: 'help'; readonly id: number; readonly help: string }
  | { readonly kind: 'required'; readonly id: number; readonly required: boolean }
  | { readonly kind: 'not_applicable'; readonly id: number; readonly allowed: boolean }
  | {
      readonly kind: 'condition';
      readonly id: number;
      readonly askedIf: DraftCondition | null;
      readonly typing?: string;
    }
  | { readonly kind: 'target'; readonly id: number; readonly target: CriterionTarget }
  | { readonly kind: 'scale'; readonly id: number; readonly scale: Scale; readonly typing?: string };

/** The draft with one criterion changed. */
export function changeCriterion(draft: DraftRubric, edit: CriterionEdit): DraftRubric {
  const changed = draft.criteria.map((criterion) =>
    criterion.id === edit.id ? changeOne(criterion, edit, draft) : criterion,
  );
  const criteria = edit.kind === 'scale' ? carryConditions(draft.criteria, changed, edit.id) : changed;
  return { ...draft, criteria };
}

function changeOne(old: DraftCriterion, edit: CriterionEdit, draft: DraftRubric): DraftCriterion {
  switch (edit.kind) {
    case 'label':
      return {
        ...old,
        label: edit.label,
        key: old.keyIsOwn ? old.key : keyFromLabel(edit.label, keysBut(draft, old.id)),
      };
    case 'key':
      return { ...old, key: edit.key, keyIsOwn: true };
    case 'help':
      return { ...old, help: edit.help };
    case 'required':
      return { ...old, required: edit.required };
    case 'not_applicable':
      return allowNotApplicable(old, edit.allowed);
    case 'condition':
      return { ...old, askedIf: edit.askedIf };
    case 'target':
      return withScale({ ...old, target: edit.target }, fitScale(old.scale, edit.target));
    case 'scale':
      return withScale(old, edit.scale);
  }
}

function allowNotApplicable(criterion: DraftCriterion, allowed: boolean): DraftCriterion {
  const { allowNotApplicable: _was, ...rest } = criterion;
  return allowed ? { ...rest, allowNotApplicable: true } : rest;
}

/** “Not applicable” goes where the new scale has no value that it could stand for. */
function withScale(criterion: DraftCriterion, scale: Scale): DraftCriterion {
  const next = { ...criterion, scale };
  return isValueScale(scale) ? next : allowNotApplicable(next, false);
}

/** The keys that are taken by other criteria. */
export function keysBut(draft: DraftRubric, id: number): string[] {
  return draft.criteria.filter((criterion) => criterion.id !== id).map((criterion) => criterion.key);
}
