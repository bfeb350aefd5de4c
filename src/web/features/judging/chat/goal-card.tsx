import type { Brief, Message } from '#domain/items/item.ts';
import { say } from '#web/messages/say.ts';
import { RenderedText } from '#web/ui/rendered-text/rendered-text.tsx';
import styles from './goal-card.module.css';

interface GoalCardProps {
  readonly brief: Brief | undefined;
  readonly prompt: readonly Message[];
}

/** What the conversation is for. The item's system messages are for the models and are not shown. */
export function GoalCard({ brief, prompt }: GoalCardProps) {
  const shown = prompt.filter(({ role }) => role !== 'system');
  if (brief === undefined && shown.length === 0) return null;
  return (
    <section className={styles.card} aria-label={say('Goal')}>
      {brief !== undefined && (
        <>
          <h2>{brief.title}</h2>
          <RenderedText text={brief.goal} />
          {brief.constraints.length > 0 && (
            <ul>
              {brief.constraints.map((constraint) => (
                <li key={constraint}>{constraint}</li>
              ))}
            </ul>
          )}
        </>
      )}
      {shown.map((message, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the messages of one task never move
        <RenderedText key={index} text={message.content} />
      ))}
    </section>
  );
}
