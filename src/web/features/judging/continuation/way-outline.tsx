import { useEffect, useRef } from 'react';
import type { Fork } from '#domain/dialogue/walk.ts';
import type { ContinuationAnswer } from '#domain/judging/answers.ts';
import { letterAt } from '#domain/judging/display-order.ts';
import { say } from '#web/messages/say.ts';
import styles from './way-outline.module.css';
import { choiceAt, type WayView } from './way-view.ts';

interface WayOutlineProps {
  readonly view: WayView;
  readonly answer: ContinuationAnswer | undefined;
  readonly isActive: boolean;
  readonly goTo: (index: number) => void;
}

/** The places of the way, each with its replies and the one that goes on; pressing one goes back to it. */
export function WayOutline({ view, answer, isActive, goTo }: WayOutlineProps) {
  const list = useRef<HTMLOListElement>(null);
  const { forks, index, most } = view;
  // Synchronises how far the list is scrolled with the place on screen.
  useEffect(() => {
    const place = list.current?.children[index];
    if (place instanceof HTMLElement && list.current !== null)
      list.current.scrollLeft = place.offsetLeft - list.current.clientWidth / 2;
  }, [index]);
  return (
    <nav
      className={styles.outline}
      aria-label={say('The way through the dialogue')}
      data-active={isActive || undefined}
    >
      <span className={styles.standing} role="status">
        {view.fork === undefined
          ? say('{count, plural, one {# choice made} other {# choices made}}', { count: forks.length })
          : most > forks.length || index + 1 < most
            ? say('Choice {number, number} of up to {most, number}', { number: index + 1, most })
            : say('Choice {number, number}, the last', { number: index + 1 })}
      </span>
      <ol ref={list} className={styles.places}>
        {forks.map((fork, at) => (
          <li key={fork.at ?? 'start'}>
            <Place
              fork={fork}
              number={at + 1}
              chosen={choiceAt(answer, fork.at)?.chosen}
              isShown={at === index}
              onGo={() => goTo(at)}
            />
          </li>
        ))}
        {most > forks.length && (
          <li className={styles.rest} aria-hidden="true">
            {'·'.repeat(most - forks.length)}
          </li>
        )}
      </ol>
    </nav>
  );
}

interface PlaceProps {
  readonly fork: Fork;
  readonly number: number;
  /** Null where none is good enough, undefined where nothing is chosen. */
  readonly chosen: string | null | undefined;
  readonly isShown: boolean;
  readonly onGo: () => void;
}

function Place({ fork, number, chosen, isShown, onGo }: PlaceProps) {
  const at = chosen == null ? -1 : fork.replyIds.indexOf(chosen);
  return (
    <button
      type="button"
      className={styles.place}
      aria-current={isShown ? 'step' : undefined}
      data-open={chosen === undefined || undefined}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onGo}
    >
      <span className="visually-hidden">{namePlace(number, chosen, at)}</span>
      {fork.replyIds.map((replyId, index) => (
        <span
          key={replyId}
          className={styles.reply}
          data-chosen={index === at || undefined}
          aria-hidden="true"
        >
          {letterAt(index)}
        </span>
      ))}
      {chosen === null && (
        <span className={styles.stop} aria-hidden="true">
          {say('None')}
        </span>
      )}
    </button>
  );
}

function namePlace(number: number, chosen: string | null | undefined, at: number): string {
  if (chosen === undefined) return say('Choice {number, number}: still open', { number });
  if (chosen === null) return say('Choice {number, number}: none', { number });
  return say('Choice {number, number}: reply {letter}', { number, letter: letterAt(at) });
}
