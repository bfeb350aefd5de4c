import type { ItemDetail } from '#web/features/results/item-detail.ts';
import { say } from '#web/messages/say.ts';
import { RenderedText } from '#web/ui/rendered-text/rendered-text.tsx';
import styles from './item.module.css';

/** The responses side by side in the item's own order, with the models that wrote them. */
export function Responses({ responses }: Pick<ItemDetail, 'responses'>) {
  return (
    <section aria-label={say('Responses')} className={styles.responses}>
      <h2 className="visually-hidden">{say('Responses')}</h2>
      {responses.map((response, index) => (
        <article key={response.id} className={styles.response}>
          <header className={styles.responseHead}>
            <h3>{say('Response {number}', { number: index + 1 })}</h3>
            <span className={styles.model}>{response.model ?? say('model not known')}</span>
          </header>
          <RenderedText text={response.text} />
        </article>
      ))}
    </section>
  );
}
