import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import { python } from '@codemirror/lang-python';
import { PostgreSQL, sql } from '@codemirror/lang-sql';
import { bracketMatching, syntaxHighlighting } from '@codemirror/language';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, highlightSpecialChars, keymap, lineNumbers } from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';
import { useEffect, useEffectEvent, useRef } from 'react';
import styles from './code-editor.module.css';
import type { CodeLanguage } from './run-request.ts';

const grammars: Readonly<Record<CodeLanguage, () => Extension>> = {
  python,
  javascript: () => javascript(),
  typescript: () => javascript({ typescript: true }),
  sql: () => sql({ dialect: PostgreSQL }),
};

export interface CodeEditorProps {
  readonly label: string;
  readonly language: CodeLanguage;
  /** The text at first, and whenever it is not what the editor says itself. */
  readonly code: string;
  readonly onChange: ((code: string) => void) | null;
  readonly onRun: () => void;
}

/** A code editor; read-only without `onChange`. Tab leaves it, as everywhere. Chosen anew for another language. */
export default function CodeEditor({ label, language, code, onChange, onRun }: CodeEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const change = useEffectEvent((text: string) => onChange?.(text));
  const run = useEffectEvent(() => {
    onRun();
    return true;
  });
  const start = useEffectEvent(() => ({ code, label, language }));
  const isReadOnly = onChange === null;
  // Synchronises with CodeMirror, which keeps its own document.
  useEffect(() => {
    if (place.current === null) return;
    const first = start();
    const editor = new EditorView({
      parent: place.current,
      doc: first.code,
      extensions: [
        keymap.of([{ key: 'Mod-Enter', run: () => run() }, ...defaultKeymap, ...historyKeymap]),
        ...[lineNumbers(), highlightSpecialChars(), history(), bracketMatching()],
        ...[syntaxHighlighting(classHighlighter), grammars[first.language](), EditorView.lineWrapping],
        EditorState.readOnly.of(isReadOnly),
        EditorView.contentAttributes.of({
          'aria-label': first.label,
          ...(isReadOnly && { 'aria-readonly': 'true' }),
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) change(update.state.doc.toString());
        }),
      ],
    });
    view.current = editor;
    return () => editor.destroy();
  }, [isReadOnly]);
  // Synchronises CodeMirror's document with a text that came from elsewhere.
  useEffect(() => {
    const editor = view.current;
    if (editor === undefined || editor.state.doc.toString() === code) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: code } });
  }, [code]);
  return <div ref={place} className={styles.editor} dir="ltr" />;
}
