import { type CSSProperties, memo } from 'react';
import type { BlindTurn } from '#domain/dialogue/shown-dialogue.ts';
import { letterAt } from '#domain/judging/display-order.ts';
import { say } from '#web/messages/say.ts';
import { RenderedText } from '#web/ui/rendered-text/rendered-text.tsx';
import styles from './reply-columns.module.css';

interface ReplyColumnsProps {
  readonly replies: readonly BlindTurn[];
  readonly chosen: string | undefined;
  readonly layout: 'side_by_side' | 'stacked';
  readonly as: 'rendered' | 'source';
  readonly onChoose: (replyId: string) => void;
}

/** The replies of one place, all alike: side by side where there is room, else one below the other. */
export function ReplyColumns({ replies, chosen, layout, as, onChoose }: ReplyColumnsProps) {
  return (
    <div
      className={styles.frame}
      data-layout={layout}
      data-scroller=""
      style={{ '--replies': Math.min(3, replies.length) } as CSSProperties}
    >
      {replies.map((reply, index) => {
        const letter = letterAt(index);
        return (
          <article
            key={reply.id}
            className={styles.column}
            aria-label={say('Reply {slot}', { slot: letter })}
            data-unit={reply.id}
            data-chosen={reply.id === chosen || undefined}
          >
            {/* For the pointer: the row below takes the same choice from keyboards. */}
            <button
              type="button"
              className={styles.head}
              tabIndex={-1}
              aria-pressed={reply.id === chosen}
              aria-label={say('Reply {letter} goes on', { letter })}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => onChoose(reply.id)}
            >
              <span>{letter}</span>
              {reply.id === chosen && <span className={styles.mark}>{say('Goes on')}</span>}
            </button>
            <ReplyText text={reply.text} as={as} />
          </article>
        );
      })}
    </div>
  );
}

const ReplyText = memo(function ReplyText(props: {
  readonly text: string;
  readonly as: 'rendered' | 'source';
}) {
  return (
    <div className={styles.body}>
      <RenderedText text={props.text} as={props.as} />
    </div>
  );
});
