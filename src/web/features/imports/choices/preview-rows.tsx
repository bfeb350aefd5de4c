import type { z } from 'zod';
import type { importPreview } from '#contract/imports.ts';
import { say } from '#web/messages/say.ts';
import { nameTurn } from '#web/session/turn-names.ts';
import { RenderedText } from '#web/ui/rendered-text/rendered-text.tsx';
import styles from './choices.module.css';

export type ImportPreview = z.infer<typeof importPreview>;
type PreviewRow = ImportPreview['rows'][number];

function PreviewItem({ row, isOpen }: { readonly row: PreviewRow; readonly isOpen: boolean }) {
  const last = row.prompt.at(-1)?.content ?? '';
  return (
    <details className={styles.row} open={isOpen}>
      <summary>
        <span className={styles.line}>{say('Line {line}', { line: row.line })}</span>
        <span className={styles.prompt}>{last.slice(0, 300)}</span>
        <span className={styles.verdict}>{row.verdict ?? ''}</span>
      </summary>
      <div className={styles.turns}>
        {row.prompt.map((turn, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: turns have no name but their place, and never change
          <div key={index}>
            <h3>{nameTurn(turn.role)}</h3>
            <RenderedText text={turn.content} />
          </div>
        ))}
      </div>
      <div className={styles.responses}>
        {row.responses.map((response, index) => (
          <div key={response.id}>
            <h3>
              {say('Response {number}', { number: index + 1 })}
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
