import { BookOpen, Keyboard, Pause } from 'lucide-react';
import type { JudgeCommandId } from '#web/features/judging/keys/judge-commands.ts';
import type { KeyBindings } from '#web/features/judging/keys/key-bindings.ts';
import type { JudgingSnapshot } from '#web/features/judging/live/judging-snapshot.ts';
import { say } from '#web/messages/say.ts';
import { formatDuration } from '#web/ui/format-number.ts';
import { IconButton } from '#web/ui/icon-button.tsx';
import { ProgressLine } from '#web/ui/progress-line.tsx';
import styles from './top-line.module.css';

interface TopLineProps {
  readonly progress: JudgingSnapshot['progress'];
  /** What the lead asks for a day; null asks for nothing. */
  readonly targetPerDay: number | null;
  readonly saving: JudgingSnapshot['saving'];
  readonly bindings: KeyBindings;
  readonly hasGuidelinesOpen: boolean;
  readonly onCommand: (id: JudgeCommandId) => void;
}

function Today({ done, target }: { readonly done: number; readonly target: number | null }) {
  if (target === null) return <span className={styles.figure}>{say('{done, number} today', { done })}</span>;
  const words = say('{done, number} of {target, number} today', { done, target });
  return (
    <span className={styles.today}>
      <span className={styles.figure}>{words}</span>
      <ProgressLine label={words} value={done} max={target} width={72} />
    </span>
  );
}

/** How the day goes and whether the work is safe; quiet, and of the same width whatever it says. */
export function TopLine({
  progress,
  targetPerDay,
  saving,
  bindings,
  hasGuidelinesOpen,
  onCommand,
}: TopLineProps) {
  const { doneToday, medianActiveMs } = progress;
  return (
    <div className={styles.line}>
      <Today done={doneToday} target={targetPerDay} />
      {medianActiveMs !== null && (
        <span className={styles.figure}>
          {say('{time} median', { time: formatDuration(medianActiveMs) })}
        </span>
      )}
      <span className={styles.saving} data-tone={saving.tone} role="status">
        <span className={styles.dot} aria-hidden="true" />
        {saving.text}
      </span>
      <span className={styles.acts}>
        <IconButton
          label={say('Guidelines')}
          keyHint={bindings.guidelines}
          icon={<BookOpen />}
          pressed={hasGuidelinesOpen}
          onClick={() => onCommand('guidelines')}
        />
        <IconButton
          label={say('All keys of this screen')}
          keyHint={bindings.show_keys}
          icon={<Keyboard />}
          onClick={() => onCommand('show_keys')}
        />
        <IconButton
          label={say('Pause')}
          keyHint={bindings.pause}
          icon={<Pause />}
          onClick={() => onCommand('pause')}
        />
      </span>
    </div>
  );
}
