import type { Brief } from '#domain/items/item.ts';
import { say } from '#web/messages/say.ts';
import { RenderedText } from '#web/ui/rendered-text/rendered-text.tsx';
import styles from './brief-card.module.css';

/** What the writer is to bring about, and within which limits. */
export function BriefCard({ brief }: { readonly brief: Brief }) {
  return (
    <section className={styles.card} aria-label={say('Goal')}>
      <h2 className={styles.title}>{brief.title === '' ? say('Goal') : brief.title}</h2>
      <div className={styles.goal}>
        <RenderedText text={brief.goal} />
      </div>
      {brief.constraints.length > 0 && (
        <ul className={styles.constraints} aria-label={say('Constraints')}>
          {brief.constraints.map((constraint) => (
            <li key={constraint}>{constraint}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
