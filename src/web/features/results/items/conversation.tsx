import { type Message, turnIdAt } from '#domain/items/item.ts';
import { say } from '#web/messages/say.ts';
import { nameTurn } from '#web/session/turn-names.ts';
import { RenderedText } from '#web/ui/rendered-text/rendered-text.tsx';
import styles from './item.module.css';
import { type FileMark, ItemFiles } from './item-files.tsx';

interface ConversationProps {
  readonly prompt: readonly Message[];
  readonly fileMarks: readonly FileMark[];
}

/** The turns that led to the responses. */
export function Conversation({ prompt, fileMarks }: ConversationProps) {
  if (prompt.length === 0) return null;
  return (
    <section aria-label={say('Conversation')} className={styles.conversation}>
      <h2 className="visually-hidden">{say('Conversation')}</h2>
      {prompt.map((message, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: turns have no name but their place, and never change
        <article key={index} className={styles.turn} data-unit={turnIdAt(index)}>
          <h3 className={styles.role}>{nameTurn(message.role)}</h3>
          <RenderedText text={message.content} />
          <ItemFiles attachments={message.attachments} marks={fileMarks} />
        </article>
      ))}
    </section>
  );
}
