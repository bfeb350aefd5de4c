import type { z } from 'zod';
import type { rejection } from '#contract/imports.ts';
import { say } from '#web/messages/say.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { formatCount } from '#web/ui/format-number.ts';
import styles from './choices.module.css';

export type Rejection = z.infer<typeof rejection>;

const columns = (): readonly Column<Rejection>[] => [
  { key: 'line', label: say('Line'), numeric: true, cell: ({ line }) => formatCount(line) },
  {
    key: 'field',
    label: say('Field'),
    cell: ({ field }) => (field === null ? '–' : <code className={styles.field}>{field}</code>),
  },
  {
    key: 'reason',
    label: say('Why'),
    cell: ({ message }) => <span className={styles.why}>{message}</span>,
  },
];

interface RejectionListProps {
  readonly rejections: readonly Rejection[];
  readonly onMore?: (() => void) | undefined;
  readonly loadingMore?: boolean;
}

/** Rows that cannot be imported: line, field and reason. */
export function RejectionList({ rejections, onMore, loadingMore = false }: RejectionListProps) {
  return (
    <DataTable
      label={say('Rejected rows')}
      columns={columns()}
      rows={rejections}
      rowKey={({ line, field, code }) => `${line}/${field}/${code}`}
      onMore={onMore}
      loadingMore={loadingMore}
    />
  );
}
