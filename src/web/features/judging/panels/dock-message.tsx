import type { JudgingSnapshot } from '#web/features/judging/live/judging-snapshot.ts';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import styles from './dock-message.module.css';

interface DockMessageProps {
  readonly snapshot: JudgingSnapshot;
  readonly onDismiss: () => void;
  readonly onDismissBreak: () => void;
  readonly onPause: () => void;
}

/** One quiet line beside the buttons; its place is there also when it says nothing. */
export function DockMessage({ snapshot, onDismiss, onDismissBreak, onPause }: DockMessageProps) {
  const { notice, isBreakDue, task } = snapshot;
  if (notice !== null) {
    const act = notice.act;
    const run = () => {
      act?.run();
      onDismiss();
    };
    return (
      <span className={styles.message} data-tone={notice.tone}>
        {notice.text}
        <Button size="small" variant="quiet" onClick={act === undefined ? onDismiss : run}>
          {act?.label ?? say('Close')}
        </Button>
      </span>
    );
  }
  if (task?.mode === 'amend') {
    return (
      <span className={styles.message}>
        {say('You are changing a judgment that was sent. Escape leaves it as it was.')}
      </span>
    );
  }
  if (!isBreakDue) return null;
  return (
    <span className={styles.message}>
      {say('You have been at it for a while. A short break?')}
      <Button size="small" variant="quiet" onClick={onPause}>
        {say('Pause')}
      </Button>
      <Button size="small" variant="quiet" onClick={onDismissBreak}>
        {say('Not now')}
      </Button>
    </span>
  );
}
