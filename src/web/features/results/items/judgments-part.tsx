import { comparesPairs, type Rubric } from '#domain/rubrics/rubric.ts';
import { AnswerTable } from '#web/features/results/answers/answer-table.tsx';
import { describeShownOrder } from '#web/features/results/answers/shown-order.ts';
import type { ItemDetail, JudgmentRow } from '#web/features/results/item-detail.ts';
import { Button } from '#web/ui/button.tsx';
import { countOf, formatDuration } from '#web/ui/format-number.ts';
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
        {judgment.annotator.name} {judgment.flagged && <Tag tone="warn">flagged</Tag>}
      </strong>
      <span>
        <RelativeTime at={judgment.submittedAt} /> · {formatDuration(judgment.activeMs)}
      </span>
      <span>
        {order}
        {order !== '' && ' · '}rubric v{judgment.rubricVersion}
        {judgment.revision > 1 && ` · amended ${judgment.revision - 1}×`}
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
  const legend = comparesPairs(rubric) ? ' On scales of preference, response 1 lies left.' : '';
  const summary = `${judgments.length} of ${countOf(wanted, 'judgment')}.${legend}`;
  if (judgments.length === 0) {
    return (
      <Section title="Judgments">
        <p>Nobody has judged this item yet; {countOf(wanted, 'judgment')} wanted.</p>
      </Section>
    );
  }
  return (
    <Section title="Judgments" summary={summary}>
      <AnswerTable
        label="Judgments side by side"
        rubric={rubric}
        responseIds={responseIds}
        columns={judgments.map((judgment) => ({
          key: judgment.judgmentId,
          head: <PersonHead judgment={judgment} responseIds={responseIds} />,
          answers: judgment.answers,
          foot: mayChange && (
            <Button size="small" busy={gold.isPending} onClick={() => gold.mutate(judgment.answers)}>
              Use as gold
            </Button>
          ),
        }))}
      />
    </Section>
  );
}
