/** Markdown being edited and the version that the edits started from. */
export interface GuidelinesEditor {
  readonly markdown: string;
  readonly basedOn: number;
  /** Text that was put aside when a newer version was loaded; can be brought back. */
  readonly aside: string | null;
}

export type GuidelinesEvent =
  | { readonly kind: 'write'; readonly markdown: string }
  /** Puts a published text in place of the edits and keeps them aside. */
  | { readonly kind: 'load'; readonly markdown: string; readonly version: number }
  | { readonly kind: 'bring_back' }
  /** Keeps the edits and says that the newer version was seen. */
  | { readonly kind: 'rebase'; readonly version: number }
  | { readonly kind: 'published'; readonly version: number };

export function reduceGuidelines(editor: GuidelinesEditor, event: GuidelinesEvent): GuidelinesEditor {
  switch (event.kind) {
    case 'write':
      return { ...editor, markdown: event.markdown };
    case 'load':
      return {
        markdown: event.markdown,
        basedOn: event.version,
        aside: editor.markdown === event.markdown ? editor.aside : editor.markdown,
      };
    case 'bring_back':
      return { ...editor, markdown: editor.aside ?? editor.markdown, aside: null };
    case 'rebase':
      return { ...editor, basedOn: event.version };
    case 'published':
      return { markdown: editor.markdown, basedOn: event.version, aside: null };
  }
}

/** Edits from the browser's store; undefined where there are none of this form. */
export function unpackEdits(stored: unknown): Pick<GuidelinesEditor, 'markdown' | 'basedOn'> | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { markdown, basedOn } = stored as { markdown?: unknown; basedOn?: unknown };
  return typeof markdown === 'string' && typeof basedOn === 'number' ? { markdown, basedOn } : undefined;
}
