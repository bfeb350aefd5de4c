import { Link } from '@tanstack/react-router';
import type { OverlapState } from '#contract/overlap.ts';
import { say } from '#web/messages/say.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { formatShare } from '#web/ui/format-number.ts';

/** What answers decided so far, and the items that wait for experts. */
export function AdaptiveOutcome({
  projectId,
  state,
}: {
  readonly projectId: string;
  readonly state: OverlapState;
}) {
  const { settled, extended, split, open, balance, splitItems } = state;
  return (
    <>
      <p>
        {say(
          '{settled, plural, one {# item is} other {# items are}} settled, {open, plural, one {# waits} other {# wait}} for more, {extended, plural, one {# of them got} other {# of them got}} a further judgment, {split, plural, one {# stays} other {# stay}} split. {balance, plural, one {# judgment} other {# judgments}} may still be added.',
          { settled, open, extended, split, balance },
        )}
      </p>
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
