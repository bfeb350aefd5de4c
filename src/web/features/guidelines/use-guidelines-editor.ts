import { useEffect, useReducer } from 'react';
import { readStored, writeStored } from '#web/ui/stored-value.ts';
import { type GuidelinesEditor, reduceGuidelines, unpackEdits } from './guidelines-editor.ts';

interface Published {
  readonly markdown: string;
  readonly version: number;
}

function storeKey(projectId: string): string {
  return `plumbline-guideline-edits:${projectId}`;
}

function open({ projectId, published }: { projectId: string; published: Published }): GuidelinesEditor {
  const kept = unpackEdits(readStored(storeKey(projectId)));
  return { markdown: published.markdown, basedOn: published.version, ...kept, aside: null };
}

/** The text under edit, kept in this browser until it is published or discarded. */
export function useGuidelinesEditor(projectId: string, published: Published) {
  const [editor, send] = useReducer(reduceGuidelines, { projectId, published }, open);
  const { markdown, basedOn } = editor;
  const isChanged = markdown !== published.markdown;
  // Synchronises the browser's store with the edits, so that they survive a reload.
  useEffect(() => {
    writeStored(storeKey(projectId), isChanged ? { markdown, basedOn } : undefined);
  }, [projectId, isChanged, markdown, basedOn]);
  return { editor, send, isChanged, isStale: isChanged && basedOn < published.version };
}
