import { Link } from '@tanstack/react-router';
import { comparesPairs, type Rubric } from '#domain/rubrics/rubric.ts';
import { AnswerTable } from '#web/features/results/answers/answer-table.tsx';
import { describeShownOrder } from '#web/features/results/answers/shown-order.ts';
import type { ItemDetail, JudgmentRow } from '#web/features/results/item-detail.ts';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { formatDuration } from '#web/ui/format-number.ts';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { Section } from '#web/ui/section.tsx';
import { Tag } from '#web/ui/tag.tsx';
import styles from './item.module.css';
import type { useGold } from './use-gold.ts';

function PersonHead({
  judgment,
  responseIds,
}: {
  readonly judgment: JudgmentRow;
  readonly responseIds: readonly string[];
}) {
  const order = describeShownOrder(judgment.shownOrder, responseIds);
  return (
    <span className={styles.person}>
      <strong>
        {judgment.annotator.name} {judgment.flagged && <Tag tone="warn">{say('flagged')}</Tag>}
      </strong>
      <span>
        <RelativeTime at={judgment.submittedAt} /> · {formatDuration(judgment.activeMs)}
      </span>
      <span>
        {order}
        {order !== '' && ' · '}
        {say('rubric v{version}', { version: judgment.rubricVersion })}
        {judgment.revision > 1 && ` · ${say('amended {times}×', { times: judgment.revision - 1 })}`}
      </span>
    </span>
  );
}

/** Who judged the item, too, but was excluded: otherwise one wonders where the judgment is. */
function ExcludedOnes({ projectId, item }: { readonly projectId: string; readonly item: ItemDetail }) {
  if (item.excluded.length === 0) return null;
  return (
    <p className={styles.excluded}>
      {say('Taken out by a rule, so not counted:')}{' '}
      {item.excluded.map(({ judgmentId, annotator, submittedAt }, index) => (
        <span key={judgmentId}>
          {index > 0 && ', '}
          <Link
            to="/projects/$projectId/judgments"
            params={{ projectId }}
            search={{ annotatorId: annotator.personId, excluded: 'true' }}
          >
            {annotator.name}
          </Link>{' '}
          (<RelativeTime at={submittedAt} />)
        </span>
      ))}
    </p>
  );
}

interface JudgmentsPartProps {
  readonly projectId: string;
  readonly item: ItemDetail;
  readonly rubric: Rubric;
  readonly gold: ReturnType<typeof useGold>;
  readonly mayChange: boolean;
}

/** Every judgment of an item side by side, a column a person. */
export function JudgmentsPart({ projectId, item, rubric, gold, mayChange }: JudgmentsPartProps) {
  const { judgments, wanted } = item;
  const responseIds = item.responses.map(({ id }) => id);
  const legend = comparesPairs(rubric) ? say('On scales of preference, response 1 lies first.') : '';
  const count = say('{done, number} of {wanted, plural, one {# judgment} other {# judgments}}.', {
    done: judgments.length,
    wanted,
  });
  if (judgments.length === 0) {
    return (
      <Section title={say('Judgments')}>
        <p>
          {say(
            'Nobody has judged this item yet; {wanted, plural, one {# judgment} other {# judgments}} wanted.',
            { wanted },
          )}
        </p>
        <ExcludedOnes projectId={projectId} item={item} />
      </Section>
    );
  }
  return (
    <Section title={say('Judgments')} summary={`${count} ${legend}`.trimEnd()}>
      <AnswerTable
        label={say('Judgments side by side')}
        rubric={rubric}
        item={item}
        columns={judgments.map((judgment) => ({
          key: judgment.judgmentId,
          head: <PersonHead judgment={judgment} responseIds={responseIds} />,
          answers: judgment.answers,
          foot: mayChange && (
            <Button size="small" busy={gold.isPending} onClick={() => gold.mutate(judgment.answers)}>
              {say('Use as gold')}
            </Button>
          ),
        }))}
      />
      <ExcludedOnes projectId={projectId} item={item} />
    </Section>
  );
}
