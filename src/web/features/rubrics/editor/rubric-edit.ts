import { freshScale } from '#domain/rubrics/fresh-scale.ts';
import type { Requirement } from '#domain/rubrics/requirement.ts';
import type { Scale } from '#domain/rubrics/scale.ts';
import type { CriterionTarget } from '#domain/rubrics/target.ts';
import type { DraftCriterion, DraftRubric } from './draft-rubric.ts';
import { keyFromLabel } from './key-from-label.ts';
import { fitScale } from './scale-edits.ts';

/** One act in the designer. `typing` names a text field: strokes in it are undone together. */
export type RubricEdit =
  | { readonly kind: 'add'; readonly target: CriterionTarget; readonly scale: Scale['kind'] }
  | { readonly kind: 'remove'; readonly id: number }
  | { readonly kind: 'copy'; readonly id: number }
  | { readonly kind: 'move'; readonly id: number; readonly to: number }
  | { readonly kind: 'label'; readonly id: number; readonly label: string }
  | { readonly kind: 'key'; readonly id: number; readonly key: string }
  | { readonly kind: 'help'; readonly id: number; readonly help: string }
  | { readonly kind: 'required'; readonly id: number; readonly required: boolean }
  | { readonly kind: 'target'; readonly id: number; readonly target: CriterionTarget }
  | { readonly kind: 'scale'; readonly id: number; readonly scale: Scale; readonly typing?: string }
  | { readonly kind: 'overall'; readonly id: number | null }
  | { readonly kind: 'justification'; readonly ask?: Requirement; readonly minCharacters?: number }
  | { readonly kind: 'confidence'; readonly confidence: Requirement };

/** The draft after an edit. */
export function editRubric(draft: DraftRubric, edit: RubricEdit): DraftRubric {
  switch (edit.kind) {
    case 'add':
      return add(draft, edit);
    case 'remove':
      return settleOverall({ ...draft, criteria: draft.criteria.filter(({ id }) => id !== edit.id) });
    case 'copy':
      return copy(draft, edit.id);
    case 'move':
      return move(draft, edit.id, edit.to);
    case 'overall':
      return requireOverall({ ...draft, overallId: edit.id });
    case 'justification':
      return { ...draft, justification: justificationAfter(draft, edit) };
    case 'confidence':
      return { ...draft, confidence: edit.confidence };
    default:
      return settleOverall({
        ...draft,
        criteria: draft.criteria.map((criterion) =>
          criterion.id === edit.id ? changeCriterion(criterion, edit, draft) : criterion,
        ),
      });
  }
}

type CriterionEdit = Extract<
  RubricEdit,
  { kind: 'label' | 'key' | 'help' | 'required' | 'target' | 'scale' }
>;

function changeCriterion(old: DraftCriterion, edit: CriterionEdit, draft: DraftRubric): DraftCriterion {
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
    case 'target':
      return { ...old, target: edit.target, scale: fitScale(old.scale, edit.target) };
    case 'scale':
      return { ...old, scale: edit.scale };
  }
}

function keysBut(draft: DraftRubric, id: number): string[] {
  return draft.criteria.filter((criterion) => criterion.id !== id).map((criterion) => criterion.key);
}

function add(draft: DraftRubric, edit: Extract<RubricEdit, { kind: 'add' }>): DraftRubric {
  const id = draft.nextId;
  const isFirstPair = edit.target === 'pair' && draft.overallId === null;
  const fresh: DraftCriterion = {
    id,
    keyIsOwn: false,
    key: '',
    label: '',
    help: '',
    target: edit.target,
    scale: freshScale(edit.scale),
    required: true,
  };
  return {
    ...draft,
    criteria: [...draft.criteria, fresh],
    overallId: isFirstPair ? id : draft.overallId,
    nextId: id + 1,
  };
}

function copy(draft: DraftRubric, id: number): DraftRubric {
  const at = draft.criteria.findIndex((criterion) => criterion.id === id);
  const source = draft.criteria[at];
  if (source === undefined) return draft;
  const label = `${source.label} (copy)`;
  const key = keyFromLabel(label, keysBut(draft, -1));
  const twin: DraftCriterion = { ...source, id: draft.nextId, label, key, keyIsOwn: false };
  return { ...draft, criteria: draft.criteria.toSpliced(at + 1, 0, twin), nextId: draft.nextId + 1 };
}

function move(draft: DraftRubric, id: number, to: number): DraftRubric {
  const from = draft.criteria.findIndex((criterion) => criterion.id === id);
  const moved = draft.criteria[from];
  const target = Math.max(0, Math.min(draft.criteria.length - 1, to));
  if (moved === undefined || target === from) return draft;
  return { ...draft, criteria: draft.criteria.toSpliced(from, 1).toSpliced(target, 0, moved) };
}

/** Where the overall criterion is gone or no longer compares, the first pair criterion takes its place. */
function settleOverall(draft: DraftRubric): DraftRubric {
  const overall = draft.criteria.find((criterion) => criterion.id === draft.overallId);
  if (overall?.target === 'pair') return draft;
  const next = draft.criteria.find((criterion) => criterion.target === 'pair');
  return next?.id === draft.overallId ? draft : requireOverall({ ...draft, overallId: next?.id ?? null });
}

/** Exports need an answer to the overall criterion, so naming one makes it required. */
function requireOverall(draft: DraftRubric): DraftRubric {
  const criteria = draft.criteria.map((criterion) =>
    criterion.id === draft.overallId ? { ...criterion, required: true } : criterion,
  );
  return { ...draft, criteria };
}

function justificationAfter(
  { justification }: DraftRubric,
  edit: Extract<RubricEdit, { kind: 'justification' }>,
): DraftRubric['justification'] {
  const ask = edit.ask ?? justification.ask;
  return { ask, minCharacters: ask === 'required' ? (edit.minCharacters ?? justification.minCharacters) : 0 };
}
