import type { Rubric } from '#domain/rubrics/rubric.ts';
import { validateRubric } from '#domain/rubrics/validate-rubric.ts';
import { type DraftRubric, draftOf, rubricOf } from './draft-rubric.ts';
import { editRubric, type RubricEdit } from './rubric-edit.ts';

/** What the form shows: a criterion by id, or what is asked around the criteria. */
export type Selection = number | 'around';

/** A rubric being edited, with the way back. */
export interface RubricEditor {
  readonly past: readonly DraftRubric[];
  readonly present: DraftRubric;
  readonly future: readonly DraftRubric[];
  /** The text field of the last edit; further strokes in it join that edit. */
  readonly typing: string | null;
  readonly selected: Selection;
  /** The published version that the edits started from. */
  readonly basedOn: number;
}

export type EditorEvent =
  | { readonly kind: 'edit'; readonly edit: RubricEdit }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  | { readonly kind: 'select'; readonly selected: Selection }
  /** Puts a published rubric in place of the edits; undo brings them back. */
  | { readonly kind: 'load'; readonly rubric: Rubric; readonly basedOn: number }
  /** Keeps the edits and says that the newer version was seen. */
  | { readonly kind: 'rebase'; readonly basedOn: number }
  /** The edits became this version. */
  | { readonly kind: 'published'; readonly rubric: Rubric; readonly version: number };

const longestPast = 200;

export function openEditor(draft: DraftRubric, basedOn: number): RubricEditor {
  const selected = draft.criteria[0]?.id ?? 'around';
  return { past: [], present: draft, future: [], typing: null, selected, basedOn };
}

export function reduceEditor(editor: RubricEditor, event: EditorEvent): RubricEditor {
  switch (event.kind) {
    case 'edit':
      return applyEdit(editor, event.edit);
    case 'undo':
      return travel(editor, -1);
    case 'redo':
      return travel(editor, 1);
    case 'select':
      return { ...editor, selected: event.selected, typing: null };
    case 'load':
      return {
        ...remember(editor, draftOf(event.rubric)),
        selected: placeOf(editor, event.rubric),
        basedOn: event.basedOn,
      };
    case 'rebase':
      return { ...editor, basedOn: event.basedOn };
    case 'published':
      return { ...openEditor(draftOf(event.rubric), event.version), selected: placeOf(editor, event.rubric) };
  }
}

/** Fresh drafts number their criteria from 0, so the place of the selected one is its id there, as far as they reach. */
function placeOf({ present, selected }: RubricEditor, { criteria }: Rubric): Selection {
  if (selected === 'around' || criteria.length === 0) return 'around';
  const at = present.criteria.findIndex(({ id }) => id === selected);
  return Math.max(0, Math.min(at, criteria.length - 1));
}

function typingIn(edit: RubricEdit): string | null {
  switch (edit.kind) {
    case 'label':
    case 'key':
    case 'help':
      return `${edit.id}.${edit.kind}`;
    case 'scale':
    case 'condition':
      return edit.typing === undefined ? null : `${edit.id}.${edit.typing}`;
    case 'move':
      return `${edit.id}.move`;
    case 'justification':
      return edit.minCharacters === undefined ? null : 'minCharacters';
    default:
      return null;
  }
}

function applyEdit(editor: RubricEditor, edit: RubricEdit): RubricEditor {
  const next = editRubric(editor.present, edit);
  if (next === editor.present) return editor;
  const typing = typingIn(edit);
  const joins = typing !== null && typing === editor.typing;
  const edited = joins ? { ...editor, present: next, future: [] } : remember(editor, next);
  const isFresh = edit.kind === 'add' || edit.kind === 'copy';
  return { ...edited, typing, selected: isFresh ? editor.present.nextId : edited.selected };
}

function remember(editor: RubricEditor, next: DraftRubric): RubricEditor {
  const past = [...editor.past, editor.present].slice(-longestPast);
  return keepSelection({ ...editor, past, present: next, future: [], typing: null }, editor);
}

function travel(editor: RubricEditor, by: -1 | 1): RubricEditor {
  const [from, to] = by === -1 ? [editor.past, editor.future] : [editor.future, editor.past];
  const next = from.at(-1);
  if (next === undefined) return editor;
  const [left, kept] = [from.slice(0, -1), [...to, editor.present]];
  const moved = by === -1 ? { past: left, future: kept } : { past: kept, future: left };
  return keepSelection({ ...editor, ...moved, present: next, typing: null }, editor);
}

/** Where the selected criterion is gone, the one in its place is selected. */
function keepSelection(editor: RubricEditor, before: RubricEditor): RubricEditor {
  const { criteria } = editor.present;
  if (editor.selected === 'around' || criteria.some(({ id }) => id === editor.selected)) return editor;
  const at = before.present.criteria.findIndex(({ id }) => id === editor.selected);
  return { ...editor, selected: (criteria[at] ?? criteria.at(-1))?.id ?? 'around' };
}

/** The newest state without contradictions, for the preview; undefined where none was ever without. */
export function lastSoundRubric(editor: RubricEditor): Rubric | undefined {
  for (const draft of [editor.present, ...editor.past.toReversed()]) {
    const rubric = rubricOf(draft);
    if (validateRubric(rubric).length === 0) return rubric;
  }
  return undefined;
}
