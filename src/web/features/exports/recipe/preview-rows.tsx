import styles from './recipe.module.css';
import { listRowParts, type RowPart } from './row-parts.ts';

function Part({ part }: { readonly part: RowPart }) {
  if (part.kind === 'value') return <code className={styles.value}>{part.text}</code>;
  return (
    <div className={styles.turns}>
      {part.turns.map((turn, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: turns have no name but their place, and never change
        <p key={index}>
          <span className={styles.role}>{turn.role}</span> {turn.content}
        </p>
      ))}
    </div>
  );
}

/** Rows as they will stand in the file, a column a line. */
export function PreviewRows({ rows }: { readonly rows: readonly unknown[] }) {
  return (
    <ol className={styles.rows}>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place in the file only
        <li key={index} className={styles.row}>
          <dl>
            {listRowParts(row).map((part) => (
              <div key={part.name} className={styles.part}>
                <dt>{part.name}</dt>
                <dd>
                  <Part part={part} />
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ol>
  );
}
