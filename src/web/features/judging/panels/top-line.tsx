import { BookOpen, Keyboard, Pause } from 'lucide-react';
import type { JudgeCommandId } from '#web/features/judging/keys/judge-commands.ts';
import type { KeyBindings } from '#web/features/judging/keys/key-bindings.ts';
import type { JudgingSnapshot } from '#web/features/judging/live/judging-snapshot.ts';
import { formatCount, formatDuration } from '#web/ui/format-number.ts';
import { IconButton } from '#web/ui/icon-button.tsx';
import styles from './top-line.module.css';

interface TopLineProps {
  readonly progress: JudgingSnapshot['progress'];
  readonly saving: JudgingSnapshot['saving'];
  readonly bindings: KeyBindings;
  readonly hasGuidelinesOpen: boolean;
  readonly onCommand: (id: JudgeCommandId) => void;
}

/** How the day goes and whether the work is safe; quiet, and of the same width whatever it says. */
export function TopLine({ progress, saving, bindings, hasGuidelinesOpen, onCommand }: TopLineProps) {
  const { doneToday, medianActiveMs } = progress;
  return (
    <div className={styles.line}>
      <span className={styles.figure}>{formatCount(doneToday)} today</span>
      {medianActiveMs !== null && (
        <span className={styles.figure}>{formatDuration(medianActiveMs)} median</span>
      )}
      <span className={styles.saving} data-tone={saving.tone} role="status">
        <span className={styles.dot} aria-hidden="true" />
        {saving.text}
      </span>
      <span className={styles.acts}>
        <IconButton
          label="Guidelines"
          keyHint={bindings.guidelines}
          icon={<BookOpen />}
          pressed={hasGuidelinesOpen}
          onClick={() => onCommand('guidelines')}
        />
        <IconButton
          label="All keys of this screen"
          keyHint={bindings.show_keys}
          icon={<Keyboard />}
          onClick={() => onCommand('show_keys')}
        />
        <IconButton
          label="Pause"
          keyHint={bindings.pause}
          icon={<Pause />}
          onClick={() => onCommand('pause')}
        />
      </span>
    </div>
  );
}
