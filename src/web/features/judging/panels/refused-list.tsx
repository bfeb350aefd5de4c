import type { OutboxEntry } from '#web/features/judging/live/outbox-entry.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import styles from './refused-list.module.css';

interface RefusedListProps {
  readonly refused: readonly OutboxEntry[];
  readonly onDiscard: (clientId: string) => void;
}

function answersOf({ deed }: OutboxEntry): string | null {
  return 'answers' in deed ? JSON.stringify(deed.answers, null, 2) : null;
}

/** What the server did not take, with its reason; kept until the person lets it go. */
export function RefusedList({ refused, onDiscard }: RefusedListProps) {
  if (refused.length === 0) return null;
  return (
    <div className={styles.list}>
      {refused.map((entry) => {
        const answers = answersOf(entry);
        return (
          <Notice
            key={entry.clientId}
            tone="bad"
            title="A judgment was not accepted"
            action={
              <div className={styles.acts}>
                {answers !== null && (
                  <Button size="small" onClick={() => void navigator.clipboard?.writeText(answers)}>
                    Copy the answers
                  </Button>
                )}
                <Button size="small" onClick={() => onDiscard(entry.clientId)}>
                  Let it go
                </Button>
              </div>
            }
          >
            {entry.refusal?.message ?? ''}
          </Notice>
        );
      })}
    </div>
  );
}
