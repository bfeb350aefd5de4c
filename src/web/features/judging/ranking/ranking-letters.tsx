import type { KeyboardEvent } from 'react';
import type { RankingAnswer } from '#domain/judging/answers.ts';
import { letterAt } from '#domain/judging/display-order.ts';
import { readsFromRight } from '#web/messages/reads-from-right.ts';
import { listOpen } from './ranking-places.ts';
import styles from './ranking-row.module.css';
import { describePlace } from './ranking-words.ts';

interface LettersProps {
  readonly answer: RankingAnswer | undefined;
  readonly responseIds: readonly string[];
  readonly dragged: string | null;
  readonly onPress: (responseId: string) => void;
  readonly onMove: (responseId: string, by: -1 | 1) => void;
  readonly onSetAside: (responseId: string) => void;
}

/** Towards the best by left or up, towards the worst by right or down. */
function directionOf(key: string): -1 | 1 | undefined {
  if (key === 'ArrowUp') return -1;
  if (key === 'ArrowDown') return 1;
  if (key === 'ArrowLeft') return readsFromRight() ? 1 : -1;
  if (key === 'ArrowRight') return readsFromRight() ? -1 : 1;
  return undefined;
}

/** The letters of all responses, each always in the same place; those that have a rank are faint. */
export function RankingLetters(props: LettersProps) {
  const { answer, responseIds, dragged, onPress, onMove, onSetAside } = props;
  const open = listOpen(answer, responseIds);
  const press = (event: KeyboardEvent, responseId: string) => {
    const by = directionOf(event.key);
    if (by !== undefined) onMove(responseId, by);
    else if (event.key === 'Delete') onSetAside(responseId);
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.letters} data-drop="open" data-own-arrows="">
      {responseIds.map((responseId, index) => (
        <button
          key={letterAt(index)}
          type="button"
          className={styles.letter}
          data-chip={responseId}
          data-open={open.includes(responseId) || undefined}
          data-dragged={dragged === responseId || undefined}
          aria-label={describePlace(answer, { responseId, responseIds })}
          // By pointer it is pressed where it is let go; this is for keys and screen readers.
          onClick={(event) => event.detail === 0 && onPress(responseId)}
          onKeyDown={(event) => press(event, responseId)}
        >
          {letterAt(index)}
          <span className={styles.digit} aria-hidden="true">
            {index + 1}
          </span>
        </button>
      ))}
    </div>
  );
}
