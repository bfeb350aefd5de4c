import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import type { itemRow } from '#contract/results.ts';
import type { ItemSearch } from '#web/features/results/results-queries.ts';
import { say } from '#web/messages/say.ts';
import { nameHold } from '#web/session/flag-names.ts';
import { CountDots } from '#web/ui/count-dots.tsx';
import type { Column } from '#web/ui/data-table.tsx';
import { Row } from '#web/ui/stack.tsx';
import { Tag } from '#web/ui/tag.tsx';
import styles from './item-columns.module.css';

export type ItemRow = z.infer<typeof itemRow>;

function Marks({ row }: { readonly row: ItemRow }) {
  return (
    <Row gap={1}>
      {row.flags > 0 && (
        <Tag tone="warn">{say('{flags, plural, one {# flag} other {# flags}}', { flags: row.flags })}</Tag>
      )}
      {row.hold !== 'none' && <Tag tone="warn">{nameHold(row.hold)}</Tag>}
      {row.skips > 0 && (
        <Tag>{say('{skips, plural, one {# skip} other {# skips}}', { skips: row.skips })}</Tag>
      )}
      {row.hasGold && <Tag>{say('gold')}</Tag>}
      {row.hasSourceVerdict && <Tag>{say('source verdict')}</Tag>}
    </Row>
  );
}

/** The columns of the list of items. */
export function itemColumns(projectId: string, search: ItemSearch): readonly Column<ItemRow>[] {
  return [
    {
      key: 'prompt',
      label: say('Prompt'),
      grows: true,
      cell: (row) => (
        <Link
          to="/projects/$projectId/items/$itemId"
          params={{ projectId, itemId: row.itemId }}
          search={search}
          className={styles.prompt}
        >
          {row.promptPreview === '' ? say('Empty prompt') : row.promptPreview}
        </Link>
      ),
    },
    { key: 'marks', label: say('Marks'), wideOnly: true, cell: (row) => <Marks row={row} /> },
    {
      key: 'domain',
      label: say('Domain'),
      wideOnly: true,
      cell: (row) => <span className={styles.domain}>{row.domain ?? ''}</span>,
    },
    {
      key: 'responses',
      label: say('Responses'),
      numeric: true,
      wideOnly: true,
      cell: (row) => row.responseCount,
    },
    {
      key: 'judgments',
      label: say('Judgments'),
      numeric: true,
      cell: (row) => (
        <CountDots
          done={row.judgments}
          wanted={row.wanted}
          label={say('{done, number} of {wanted, plural, one {# judgment} other {# judgments}}', {
            done: row.judgments,
            wanted: row.wanted,
          })}
        />
      ),
    },
  ];
}
