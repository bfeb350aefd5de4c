import { useState } from 'react';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import styles from './recipe.module.css';
import { listRowParts, type Turn } from './row-parts.ts';

const shownAtFirst = 3;

function Turns({ turns }: { readonly turns: readonly Turn[] }) {
  return (
    <div className={styles.turns}>
      {turns.map((turn, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: turns have no name but their place, and never change
        <p key={index}>
          <span className={styles.role}>{turn.role}</span> {turn.content}
        </p>
      ))}
    </div>
  );
}

function RowParts({ row }: { readonly row: unknown }) {
  const parts = listRowParts(row);
  const values = parts.filter((part) => part.kind === 'value');
  return (
    <>
      <dl>
        {parts.map(
          (part) =>
            part.kind === 'turns' && (
              <div key={part.name} className={styles.part}>
                <dt>{part.name}</dt>
                <dd>
                  <Turns turns={part.turns} />
                </dd>
              </div>
            ),
        )}
      </dl>
      <dl className={styles.values}>
        {values.map((part) => (
          <div key={part.name}>
            <dt>{part.name}</dt>
            <dd>{part.text}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** Rows as they will stand in the file: conversations to be read, and the other columns below. */
export function PreviewRows({ rows }: { readonly rows: readonly unknown[] }) {
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? rows : rows.slice(0, shownAtFirst);
  if (rows.length === 0) return null;
  return (
    <>
      <ol className={styles.rows}>
        {shown.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place in the file only
          <li key={index} className={styles.row}>
            <RowParts row={row} />
          </li>
        ))}
      </ol>
      {rows.length > shown.length && (
        <Button size="small" onClick={() => setShowsAll(true)}>
          {say('Show {more, plural, one {# more row} other {# more rows}}', {
            more: rows.length - shown.length,
          })}
        </Button>
      )}
    </>
  );
}
