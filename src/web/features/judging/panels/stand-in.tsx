import type { JudgingSnapshot } from '#web/features/judging/live/judging-snapshot.ts';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { useShortcuts } from '#web/ui/shortcuts.ts';
import { Skeleton } from '#web/ui/skeleton.tsx';
import styles from './stand-in.module.css';

interface StandInProps {
  readonly snapshot: JudgingSnapshot;
  readonly pauseKey: string;
  readonly onResume: () => void;
  readonly onLookAgain: () => void;
  readonly onLeave: () => void;
}

function waitingWords({ saving }: JudgingSnapshot): string {
  return saving.tone === 'waiting'
    ? ` ${say('What you judged is kept in this browser ({state}).', { state: saving.text })}`
    : '';
}

function Paused({ pauseKey, onResume, onLeave }: Pick<StandInProps, 'pauseKey' | 'onResume' | 'onLeave'>) {
  useShortcuts([{ keys: pauseKey, label: say('Go on'), group: say('Judging'), run: onResume }]);
  const acts = (
    <div className={styles.acts}>
      <Button variant="primary" keyHint={pauseKey} onClick={onResume} autoFocus>
        {say('Go on')}
      </Button>
      <Button onClick={onLeave}>{say('Stop for today')}</Button>
    </div>
  );
  return (
    <EmptyState title={say('Paused')} action={acts}>
      {say('Time does not count now. Your task and its answers stay as they are.')}
    </EmptyState>
  );
}

function Reason({ snapshot, pauseKey, onResume, onLookAgain, onLeave }: StandInProps) {
  const again = <Button onClick={onLookAgain}>{say('Look again')}</Button>;
  const waiting = waitingWords(snapshot);
  switch (snapshot.phase) {
    case 'paused':
      return <Paused pauseKey={pauseKey} onResume={onResume} onLeave={onLeave} />;
    case 'empty':
      return (
        <EmptyState title={say('Nothing left for you here')} action={again}>
          {say(
            'You have judged everything that waits for you in this project. New items appear here by themselves.',
          )}
          {waiting}
        </EmptyState>
      );
    case 'locked':
      return (
        <EmptyState title={say('Nothing free at this moment')} action={again}>
          {say('Others are at work on what is left. This page looks again every few seconds.')}
          {waiting}
        </EmptyState>
      );
    case 'closed':
      return (
        <EmptyState title={say('No tasks are given out now')} action={again}>
          {snapshot.message}
          {waiting}
        </EmptyState>
      );
    case 'unreachable':
    case 'failed':
      return (
        <EmptyState title={say('The next task cannot be fetched')} action={again}>
          {snapshot.message} {say('This page tries again by itself.')}
          {waiting}
        </EmptyState>
      );
    default:
      return <Skeleton lines={8} height={18} label={say('Loading the task')} />;
  }
}

/** Stands where the task would be, and says why there is none. */
export function StandIn(props: StandInProps) {
  return (
    <div className={styles.place}>
      <Reason {...props} />
    </div>
  );
}
