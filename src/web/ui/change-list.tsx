import { message, say } from '#web/messages/say.ts';
import styles from './change-list.module.css';

export interface Change {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly text: string;
}

const signs = { added: '+', removed: '−', changed: '~' } as const;
const names = {
  added: message('Added'),
  removed: message('Removed'),
  changed: message('Changed'),
} as const;

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
            <span className="visually-hidden">{say(names[change.kind])}: </span>
            {change.text}
          </span>
        </li>
      ))}
    </ul>
  );
}
