import { say } from '#web/messages/say.ts';
import styles from './outline.module.css';

/** How many contradictions stand at an entry of the outline. */
export function ProblemMark({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return (
    <span className={styles.problems}>
      {count}
      <span className="visually-hidden">
        {' '}
        {say('{count, plural, one {contradiction} other {contradictions}}', { count })}
      </span>
    </span>
  );
}
