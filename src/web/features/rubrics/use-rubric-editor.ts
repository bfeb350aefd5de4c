import { type Dispatch, useEffect, useReducer } from 'react';
import { diffRubrics } from '#domain/rubrics/diff-rubrics.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { validateRubric } from '#domain/rubrics/validate-rubric.ts';
import { readStored, writeStored } from '#web/ui/stored-value.ts';
import { draftOf, rubricOf } from './editor/draft-rubric.ts';
import { type EditorEvent, openEditor, type RubricEditor, reduceEditor } from './editor/rubric-editor.ts';
import { packDraft, unpackDraft } from './editor/stored-draft.ts';
import { leaveOutFollowers, tellTwins } from './problems.ts';

export interface Published {
  readonly rubric: Rubric;
  readonly version: number;
}

function storeKey(projectId: string): string {
  return `plumbline-rubric-edits:${projectId}`;
}

function open({ projectId, published }: { projectId: string; published: Published }): RubricEditor {
  const kept = unpackDraft(readStored(storeKey(projectId)));
  return kept === undefined
    ? openEditor(draftOf(published.rubric), published.version)
    : openEditor(kept.draft, kept.basedOn);
}

/** The rubric under edit, kept in this browser until it is published or discarded. */
export function useRubricEditor(projectId: string, published: Published) {
  const [editor, dispatch]: [RubricEditor, Dispatch<EditorEvent>] = useReducer(
    reduceEditor,
    { projectId, published },
    open,
  );
  const rubric = rubricOf(editor.present);
  const changes = diffRubrics(published.rubric, rubric);
  const places = leaveOutFollowers(tellTwins(validateRubric(rubric), rubric.criteria), editor.present);
  const isChanged = changes.length > 0;
  // Synchronises the browser's store with the edits, so that they survive a reload.
  useEffect(() => {
    const edits = isChanged ? packDraft(editor.present, editor.basedOn) : undefined;
    writeStored(storeKey(projectId), edits);
  }, [projectId, isChanged, editor.present, editor.basedOn]);
  return { editor, dispatch, rubric, changes, places };
}
