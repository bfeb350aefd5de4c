import { Link } from '@tanstack/react-router';
import type { ReviewPlan } from '#domain/review/review-plan.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { isTelling, sayReason } from '#web/features/review/reason-words.ts';
import type { ReviewTask } from '#web/features/review/review-queries.ts';
import { say } from '#web/messages/say.ts';
import { formatDuration } from '#web/ui/format-number.ts';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { Tag } from '#web/ui/tag.tsx';
import styles from './reviewing.module.css';
import { sayVerdict } from './verdict-words.ts';

interface StripProps {
  readonly projectId: string;
  readonly task: ReviewTask;
  readonly rubric: Rubric;
  readonly plan: ReviewPlan;
}

function Earlier({ earlier, plan }: { earlier: ReviewTask['earlier'][number]; plan: ReviewPlan }) {
  const grade = plan.grades.find(({ key }) => key === earlier.grade)?.label;
  return (
    <li>
      <strong>
        {sayVerdict(earlier.verdict)}
        {grade !== undefined && ` · ${grade}`}
      </strong>
      {earlier.words !== '' && <q dir="auto">{earlier.words}</q>}
      {earlier.disputeWords !== '' && (
        <>
          <strong>{say('The author disputes')}</strong>
          <q dir="auto">{earlier.disputeWords}</q>
        </>
      )}
    </li>
  );
}

/** Why this judgment is here and how it was made, on one line; under it what was said before, if anything was. */
export function ReviewStrip({ projectId, task, rubric, plan }: StripProps) {
  const chats = Object.values(task.answers.chat ?? {});
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a strip that scrolls must be reachable by keyboard
    <section className={styles.strip} aria-label={say('Why this judgment')} tabIndex={0}>
      <div className={styles.facts}>
        {task.reasons.map((reason) => (
          <Tag key={JSON.stringify(reason)} tone={isTelling(reason) ? 'warn' : 'neutral'}>
            {sayReason(reason, rubric)}
          </Tag>
        ))}
        <span>{task.author === null ? say('author hidden') : task.author.name}</span>
        <span>{say('took {time}', { time: formatDuration(task.activeMs) })}</span>
        <RelativeTime at={task.submittedAt} />
        {chats.map(({ conversationId }) => (
          <Link
            key={conversationId}
            to="/projects/$projectId/chats/$conversationId"
            params={{ projectId, conversationId }}
            target="_blank"
          >
            {say('Read the chat')}
          </Link>
        ))}
      </div>
      {task.earlier.length > 0 && (
        <ul className={styles.earlier}>
          {task.earlier.map((earlier, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what was said before never changes its place
            <Earlier key={index} earlier={earlier} plan={plan} />
          ))}
        </ul>
      )}
    </section>
  );
}
