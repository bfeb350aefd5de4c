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

interface JudgmentsPartProps {
  readonly item: ItemDetail;
  readonly rubric: Rubric;
  readonly gold: ReturnType<typeof useGold>;
  readonly mayChange: boolean;
}

/** Every judgment of an item side by side, a column a person. */
export function JudgmentsPart({ item, rubric, gold, mayChange }: JudgmentsPartProps) {
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
    </Section>
  );
}
