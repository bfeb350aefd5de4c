import { say } from '#web/messages/say.ts';
import { Kbd } from '#web/ui/kbd.tsx';
import type { ReadingLooks } from './reading-looks.ts';
import type { SameBeginning } from './same-beginning.ts';
import styles from './same-beginning-note.module.css';

interface SameBeginningNoteProps {
  readonly beginning: SameBeginning;
  readonly isWhole: boolean;
  readonly looks: ReadingLooks;
}

/** Says above each response that all begin alike, and folds that beginning. */
export function SameBeginningNote({ beginning, isWhole, looks }: SameBeginningNoteProps) {
  const { paragraphs } = beginning;
  return (
    <button
      type="button"
      className={styles.note}
      aria-expanded={!looks.isFolded}
      data-made=""
      onClick={looks.onFold}
    >
      {isWhole
        ? say('The responses are the same, word for word')
        : say(
            '{paragraphs, plural, one {The first paragraph is} other {The first # paragraphs are}} the same',
            {
              paragraphs,
            },
          )}
      <span className={styles.act}>
        {looks.isFolded ? say('Show') : say('Fold')} <Kbd keys={looks.foldKey} />
      </span>
    </button>
  );
}
