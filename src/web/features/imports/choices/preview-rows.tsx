import type { z } from 'zod';
import type { importPreview } from '#contract/imports.ts';
import { RenderedText } from '#web/ui/rendered-text/rendered-text.tsx';
import styles from './choices.module.css';

export type ImportPreview = z.infer<typeof importPreview>;
type PreviewRow = ImportPreview['rows'][number];

const roleWords: Readonly<Record<string, string>> = {
  system: 'System',
  user: 'Human',
  assistant: 'Assistant',
};

function PreviewItem({ row, isOpen }: { readonly row: PreviewRow; readonly isOpen: boolean }) {
  const last = row.prompt.at(-1)?.content ?? '';
  return (
    <details className={styles.row} open={isOpen}>
      <summary>
        <span className={styles.line}>Line {row.line}</span>
        <span className={styles.prompt}>{last.slice(0, 300)}</span>
        <span className={styles.verdict}>{row.verdict ?? ''}</span>
      </summary>
      <div className={styles.turns}>
        {row.prompt.map((message, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: turns have no name but their place, and never change
          <div key={index}>
            <h3>{roleWords[message.role] ?? message.role}</h3>
            <RenderedText text={message.content} />
          </div>
        ))}
      </div>
      <div className={styles.responses}>
        {row.responses.map((response, index) => (
          <div key={response.id}>
            <h3>
              Response {index + 1}
              {response.model !== null && <span className={styles.model}> {response.model}</span>}
            </h3>
            <RenderedText text={response.text} />
          </div>
        ))}
      </div>
    </details>
  );
}

/** The first rows as they would be judged. */
export function PreviewRows({ rows }: { readonly rows: readonly PreviewRow[] }) {
  return (
    <div className={styles.rows}>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one line may make several items; their order is the file's
        <PreviewItem key={`${row.line}-${index}`} row={row} isOpen={index === 0} />
      ))}
    </div>
  );
}
