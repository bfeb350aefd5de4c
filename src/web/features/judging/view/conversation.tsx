import { memo } from 'react';
import type { Message, MessageRole } from '#domain/items/item.ts';
import { RenderedText } from '#web/ui/rendered-text/rendered-text.tsx';
import styles from './conversation.module.css';

const names: Readonly<Record<MessageRole, string>> = {
  system: 'System',
  user: 'Human',
  assistant: 'Assistant',
  tool: 'Tool',
};

interface ConversationProps {
  readonly prompt: readonly Message[];
  readonly as: 'rendered' | 'source';
}

/** What was said before the responses. Long ones scroll by themselves and start at their last turn. */
export const Conversation = memo(function Conversation({ prompt, as }: ConversationProps) {
  if (prompt.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.conversation} aria-label="Conversation" tabIndex={0}>
      <ol className={styles.turns}>
        {prompt.map((message, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: the turns of one task never move
            key={index}
            className={styles.turn}
            data-role={message.role}
            data-earlier={index < prompt.length - 1 || undefined}
          >
            <span className={styles.role}>{names[message.role]}</span>
            <RenderedText text={message.content} as={as} />
          </li>
        ))}
      </ol>
    </section>
  );
});
