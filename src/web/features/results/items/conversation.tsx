import type { Message } from '#domain/items/item.ts';
import { say } from '#web/messages/say.ts';
import { nameTurn } from '#web/session/turn-names.ts';
import { RenderedText } from '#web/ui/rendered-text/rendered-text.tsx';
import styles from './item.module.css';

/** The turns that led to the responses. */
export function Conversation({ prompt }: { readonly prompt: readonly Message[] }) {
  return (
    <section aria-label={say('Conversation')} className={styles.conversation}>
      <h2 className="visually-hidden">{say('Conversation')}</h2>
      {prompt.map((message, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: turns have no name but their place, and never change
        <article key={index} className={styles.turn}>
          <h3 className={styles.role}>{nameTurn(message.role)}</h3>
          <RenderedText text={message.content} />
        </article>
      ))}
    </section>
  );
}
