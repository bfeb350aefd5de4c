import type { ItemDetail } from '#web/features/results/item-detail.ts';
import { say } from '#web/messages/say.ts';
import { RenderedText } from '#web/ui/rendered-text/rendered-text.tsx';
import styles from './item.module.css';

/** What the writer was asked to bring about. */
export function Brief({ brief }: { readonly brief: NonNullable<ItemDetail['brief']> }) {
  return (
    <section className={styles.conversation} aria-label={say('Brief')}>
      <article>
        <h2 className={styles.role}>{say('Brief')}</h2>
        <strong>{brief.title}</strong>
        <RenderedText text={brief.goal} />
        {brief.constraints.length > 0 && (
          <ul>
            {brief.constraints.map((constraint) => (
              <li key={constraint}>{constraint}</li>
            ))}
          </ul>
        )}
      </article>
    </section>
  );
}
