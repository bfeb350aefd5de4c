import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { AnswerTable } from '#web/features/results/answers/answer-table.tsx';
import { describeOverall } from '#web/features/results/answers/overall-words.ts';
import { bareItem } from '#web/features/results/answers/shown-item.ts';
import type { JudgmentRow } from '#web/features/results/item-detail.ts';
import { itemQuery, useRubrics } from '#web/features/results/results-queries.ts';
import { say } from '#web/messages/say.ts';
import { formatDuration } from '#web/ui/format-number.ts';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { Tag } from '#web/ui/tag.tsx';
import styles from './judgments.module.css';

function Answers({ projectId, judgment }: { readonly projectId: string; readonly judgment: JudgmentRow }) {
  const [rubric] = useRubrics(projectId, [judgment.rubricVersion]);
  const { itemId } = judgment;
  const item = useQuery(itemQuery(projectId, itemId));
  return (
    <div className={styles.open}>
      {rubric === undefined ? (
        <Skeleton lines={3} />
      ) : (
        <AnswerTable
          label={say('Answers of {name}', { name: judgment.annotator.name })}
          rubric={rubric}
          item={item.data ?? bareItem(judgment.shownOrder)}
          columns={[{ key: 'answers', head: judgment.annotator.name, answers: judgment.answers }]}
        />
      )}
      <Link to="/projects/$projectId/items/$itemId" params={{ projectId, itemId }}>
        {say('Open the item with all its judgments')}
      </Link>
    </div>
  );
}

function JudgmentEntry({
  projectId,
  judgment,
}: {
  readonly projectId: string;
  readonly judgment: JudgmentRow;
}) {
  // What is inside a closed row is neither drawn nor loaded.
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className={styles.entry} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        <ChevronRight aria-hidden="true" className={styles.arrow} />
        <span className={styles.name}>{judgment.annotator.name}</span>
        <span className={styles.verdict}>
          {describeOverall(judgment.answers)} {judgment.flagged && <Tag tone="warn">{say('flagged')}</Tag>}
        </span>
        <span className={styles.prompt}>{judgment.promptPreview}</span>
        <span className={styles.duration}>{formatDuration(judgment.activeMs)}</span>
        <span className={styles.when}>
          <RelativeTime at={judgment.submittedAt} />
        </span>
      </summary>
      {isOpen && <Answers projectId={projectId} judgment={judgment} />}
    </details>
  );
}

/** Judgments, newest first; each opens where it stands. */
export function JudgmentList({
  projectId,
  judgments,
}: {
  readonly projectId: string;
  readonly judgments: readonly JudgmentRow[];
}) {
  return (
    <div className={styles.list}>
      {judgments.map((judgment) => (
        <JudgmentEntry key={judgment.judgmentId} projectId={projectId} judgment={judgment} />
      ))}
    </div>
  );
}
