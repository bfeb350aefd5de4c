import { useRef } from 'react';
import type { JudgingSession } from '#web/features/judging/live/judging-session.ts';
import type { OutboxEntry } from '#web/features/judging/live/outbox-entry.ts';
import { say } from '#web/messages/say.ts';
import { RefusedEntry } from './refused-entry.tsx';
import styles from './refused-list.module.css';

interface RefusedListProps {
  readonly refused: readonly OutboxEntry[];
  readonly session: Pick<JudgingSession, 'discardRefused' | 'resendRefused' | 'versions'>;
}

/** What the server did not take, with its reason; kept until the person decides. */
export function RefusedList({ refused, session }: RefusedListProps) {
  const list = useRef<HTMLElement>(null);
  // The button that was pressed goes with its entry: the focus stays in the list, or returns to the page.
  const keepFocus = () => {
    const place = refused.length > 1 ? list.current : document.getElementById('main');
    place?.focus();
  };
  if (refused.length === 0) return null;
  return (
    <section ref={list} tabIndex={-1} className={styles.list} aria-label={say('Not accepted')}>
      {refused.map((entry) => (
        <RefusedEntry key={entry.clientId} entry={entry} session={session} onGone={keepFocus} />
      ))}
    </section>
  );
}
