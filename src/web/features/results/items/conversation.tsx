import type { Message } from '#domain/items/item.ts';
import { RenderedText } from '#web/ui/rendered-text/rendered-text.tsx';
import styles from './item.module.css';

const roleWords: Readonly<Record<Message['role'], string>> = {
  system: 'System',
  user: 'Human',
  assistant: 'Assistant',
  tool: 'Tool',
};

/** The turns that led to the responses. */
export function Conversation({ prompt }: { readonly prompt: readonly Message[] }) {
  return (
    <section aria-label="Conversation" className={styles.conversation}>
      <h2 className="visually-hidden">Conversation</h2>
      {prompt.map((message, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: turns have no name but their place, and never change
        <article key={index} className={styles.turn}>
          <h3 className={styles.role}>{roleWords[message.role]}</h3>
          <RenderedText text={message.content} />
        </article>
      ))}
    </section>
  );
}
