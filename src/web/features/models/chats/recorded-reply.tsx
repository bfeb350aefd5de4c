import type { ConversationRecord } from '#contract/conversation-records.ts';
import { chatLimits } from '#domain/chat/chat-scale.ts';
import { say, sayKnown } from '#web/messages/say.ts';
import { formatDecimal } from '#web/ui/format-number.ts';
import { Notice } from '#web/ui/notice.tsx';
import { RenderedText } from '#web/ui/rendered-text/rendered-text.tsx';
import { Tag } from '#web/ui/tag.tsx';
import styles from './chat-record.module.css';

interface RecordedReplyProps {
  readonly turn: ConversationRecord['turns'][number];
  readonly model: ConversationRecord['models'][number] | undefined;
  readonly goesOn: boolean;
}

/** One reply with its model, what was said of it, and what was sent to get it. */
export function RecordedReply({ turn, model, goesOn }: RecordedReplyProps) {
  const { failure, outcome, rating, editedFrom } = turn;
  const most = chatLimits.ratingPoints;
  return (
    <article className={styles.reply} aria-label={say('Reply {slot}', { slot: turn.slot ?? '' })}>
      <header className={styles.head}>
        <strong>{turn.slot}</strong>
        <span>{editedFrom === null ? model?.name : say('edited by the annotator')}</span>
        {goesOn && <Tag tone="good">{say('gone on from')}</Tag>}
        {outcome?.broke === true && <Tag tone="bad">{say('broke here')}</Tag>}
        {rating !== null && <span>{say('rated {rating, number} of {most, number}', { rating, most })}</span>}
        {outcome?.success != null && (
          <span>
            {say('success {success, number} of {most, number}', { success: outcome.success, most })}
          </span>
        )}
      </header>
      {turn.text !== '' && <RenderedText text={turn.text} />}
      {failure !== null && (
        <Notice tone="warn">
          {sayKnown(failure.message)} {turn.detail}
        </Notice>
      )}
      {turn.request !== null && (
        <details className={styles.request}>
          <summary>{factsOf(turn)}</summary>
          <pre>{JSON.stringify(turn.request, null, 2)}</pre>
        </details>
      )}
    </article>
  );
}

function factsOf(turn: ConversationRecord['turns'][number]): string {
  const { latencyMs, promptTokens, completionTokens } = turn;
  const facts = [say('What was sent')];
  if (latencyMs !== null) facts.push(say('{seconds} s', { seconds: formatDecimal(latencyMs / 1000, 1) }));
  if (promptTokens !== null && completionTokens !== null)
    facts.push(say('{sent, number} + {got, number} tokens', { sent: promptTokens, got: completionTokens }));
  return facts.join(' · ');
}
