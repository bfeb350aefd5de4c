import { memo } from 'react';
import { type Message, turnIdAt } from '#domain/items/item.ts';
import { Attachments } from '#web/features/judging/media/attachments.tsx';
import { PartValues } from '#web/features/judging/parts/part-values.tsx';
import { say } from '#web/messages/say.ts';
import { nameTurn } from '#web/session/turn-names.ts';
import { RenderedText } from '#web/ui/rendered-text/rendered-text.tsx';
import styles from './conversation.module.css';

interface ConversationProps {
  readonly prompt: readonly Message[];
  readonly as: 'rendered' | 'source';
  /** Each of the assistant's turns is asked about, beside its text. */
  readonly asksTurns: boolean;
  /** Nothing else is to be read: it takes all the room and starts at its beginning. */
  readonly isWhole?: boolean;
}

/** What was said before the responses. Long ones scroll by themselves and start at their last turn. */
export const Conversation = memo(function Conversation(props: ConversationProps) {
  const { prompt, as, asksTurns, isWhole = asksTurns } = props;
  if (prompt.length === 0) return null;
  return (
    <section
      className={styles.conversation}
      aria-label={say('Conversation')}
      data-judged={isWhole || undefined}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <ol className={styles.turns}>
        {prompt.map((message, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: the turns of one task never move
            key={index}
            className={styles.turn}
            data-role={message.role}
            data-unit={turnIdAt(index)}
            data-earlier={(!isWhole && index < prompt.length - 1) || undefined}
          >
            <span className={styles.role}>{nameTurn(message.role)}</span>
            <div>
              <RenderedText text={message.content} as={as} />
              <Attachments attachments={message.attachments} />
              {asksTurns && message.role === 'assistant' && (
                <PartValues
                  target="turn"
                  unitId={turnIdAt(index)}
                  name={say('turn {number, number}', { number: index + 1 })}
                />
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
});
