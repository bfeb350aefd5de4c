import styles from './change-list.module.css';

export interface Change {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly text: string;
}

const signs = { added: '+', removed: '−', changed: '~' } as const;
const names = { added: 'Added', removed: 'Removed', changed: 'Changed' } as const;

/** Differences in words, one a line, each marked as added, removed or changed. */
export function ChangeList({
  label,
  changes,
}: {
  readonly label: string;
  readonly changes: readonly Change[];
}) {
  return (
    <ul className={styles.list} aria-label={label}>
      {changes.map((change) => (
        <li key={change.text} data-kind={change.kind}>
          <span aria-hidden="true" className={styles.sign}>
            {signs[change.kind]}
          </span>
          <span>
            <span className="visually-hidden">{names[change.kind]}: </span>
            {change.text}
          </span>
        </li>
      ))}
    </ul>
  );
}
