import { memo } from 'react';
import type { Message } from '#domain/items/item.ts';
import { say } from '#web/messages/say.ts';
import { nameTurn } from '#web/session/turn-names.ts';
import { RenderedText } from '#web/ui/rendered-text/rendered-text.tsx';
import styles from './conversation.module.css';

interface ConversationProps {
  readonly prompt: readonly Message[];
  readonly as: 'rendered' | 'source';
}

/** What was said before the responses. Long ones scroll by themselves and start at their last turn. */
export const Conversation = memo(function Conversation({ prompt, as }: ConversationProps) {
  if (prompt.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.conversation} aria-label={say('Conversation')} tabIndex={0}>
      <ol className={styles.turns}>
        {prompt.map((message, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: the turns of one task never move
            key={index}
            className={styles.turn}
            data-role={message.role}
            data-earlier={index < prompt.length - 1 || undefined}
          >
            <span className={styles.role}>{nameTurn(message.role)}</span>
            <RenderedText text={message.content} as={as} />
          </li>
        ))}
      </ol>
    </section>
  );
});
