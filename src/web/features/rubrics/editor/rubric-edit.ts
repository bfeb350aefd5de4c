import type { Requirement } from '#domain/rubrics/requirement.ts';
import type { Scale } from '#domain/rubrics/scale.ts';
import type { CriterionTarget } from '#domain/rubrics/target.ts';
import { addCriterion, copyCriterion } from './add-criterion.ts';
import { type CriterionEdit, changeCriterion } from './criterion-edit.ts';
import type { DraftRubric } from './draft-rubric.ts';
import { requireOverall, settleOverall } from './overall.ts';

/** One act in the designer. `typing` names a text field: strokes in it are undone together. */
export type RubricEdit =
  | CriterionEdit
  | { readonly kind: 'add'; readonly target: CriterionTarget; readonly scale: Scale }
  | { readonly kind: 'remove'; readonly id: number }
  | { readonly kind: 'copy'; readonly id: number }
  | { readonly kind: 'move'; readonly id: number; readonly to: number }
  | { readonly kind: 'overall'; readonly id: number | null }
  | { readonly kind: 'justification'; readonly ask?: Requirement; readonly minCharacters?: number }
  | { readonly kind: 'confidence'; readonly confidence: Requirement }
  | { readonly kind: 'conflict'; readonly conflict: Requirement }
  | { readonly kind: 'unsettled'; readonly unsettled: boolean };

/** The draft after an edit. */
export function editRubric(draft: DraftRubric, edit: RubricEdit): DraftRubric {
  switch (edit.kind) {
    case 'add':
      return addCriterion(draft, edit);
    case 'remove':
      return settleOverall({ ...draft, criteria: draft.criteria.filter(({ id }) => id !== edit.id) });
    case 'copy':
      return copyCriterion(draft, edit.id);
    case 'move':
      return move(draft, edit.id, edit.to);
    case 'overall':
      return requireOverall({ ...draft, overallId: edit.id });
    case 'justification':
      return { ...draft, justification: justificationAfter(draft, edit) };
    case 'confidence':
      return { ...draft, confidence: edit.confidence };
    case 'conflict':
      return { ...draft, conflict: edit.conflict };
    case 'unsettled':
      return { ...draft, unsettled: edit.unsettled };
    default:
      return settleOverall(changeCriterion(draft, edit));
  }
}

function move(draft: DraftRubric, id: number, to: number): DraftRubric {
  const from = draft.criteria.findIndex((criterion) => criterion.id === id);
  const moved = draft.criteria[from];
  const target = Math.max(0, Math.min(draft.criteria.length - 1, to));
  if (moved === undefined || target === from) return draft;
  return { ...draft, criteria: draft.criteria.toSpliced(from, 1).toSpliced(target, 0, moved) };
}

function justificationAfter(
  { justification }: DraftRubric,
  edit: Extract<RubricEdit, { kind: 'justification' }>,
): DraftRubric['justification'] {
  const ask = edit.ask ?? justification.ask;
  return { ask, minCharacters: ask === 'required' ? (edit.minCharacters ?? justification.minCharacters) : 0 };
}
