import { Link } from '@tanstack/react-router';
import type { OverlapState } from '#contract/overlap.ts';
import { say } from '#web/messages/say.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { formatCount, formatShare } from '#web/ui/format-number.ts';
import styles from './adaptive-outcome.module.css';

/** What answers decided so far, and the items that wait for experts. */
export function AdaptiveOutcome({
  projectId,
  state,
}: {
  readonly projectId: string;
  readonly state: OverlapState;
}) {
  const { splitItems } = state;
  const figures = [
    { label: say('Settled'), value: state.settled },
    { label: say('Waiting for more'), value: state.open },
    { label: say('Extended so far'), value: state.extended },
    { label: say('Split'), value: state.split },
    { label: say('May still be added'), value: state.balance },
  ];
  return (
    <>
      <dl className={styles.figures}>
        {figures.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{formatCount(value)}</dd>
          </div>
        ))}
      </dl>
      {splitItems.length > 0 && (
        <DataTable
          label={say('Items that stay split')}
          rows={splitItems}
          rowKey={({ itemId }) => itemId}
          columns={[
            {
              key: 'item',
              label: say('For experts'),
              grows: true,
              cell: ({ itemId, text }) => (
                <Link to="/projects/$projectId/items/$itemId" params={{ projectId, itemId }}>
                  {text === '' ? itemId : text}
                </Link>
              ),
            },
            {
              key: 'judgments',
              label: say('Judgments'),
              numeric: true,
              cell: ({ judgments }) => judgments,
            },
            {
              key: 'certainty',
              label: say('Most likely'),
              numeric: true,
              cell: ({ label, certainty }) => (label === null ? '—' : `${label} · ${formatShare(certainty)}`),
            },
          ]}
        />
      )}
    </>
  );
}
