import type { ReactNode } from 'react';
import { say } from '#web/messages/say.ts';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import styles from './data-table.module.css';

export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand to the right, so that digits line up. */
  readonly numeric?: boolean;
  /** Takes the room that is left and cuts long text. */
  readonly grows?: boolean;
  /** Left out below 640 px. */
  readonly wideOnly?: boolean;
  readonly labelHidden?: boolean;
}

interface DataTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** What stands there when there are no rows. */
  readonly empty?: ReactNode;
  /** Set when there is a next page. */
  readonly onMore?: (() => void) | undefined;
  readonly loadingMore?: boolean;
}

function cellClass<Row>(column: Column<Row>): string {
  return classNames(
    column.numeric && styles.numeric,
    column.grows && styles.grows,
    column.wideOnly && styles.wideOnly,
  );
}

/** Rows and columns, page by page. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, rows, rowKey } = props;
  if (rows.length === 0 && props.empty !== undefined) return props.empty;
  return (
    <div className={styles.frame}>
      <table className={styles.table} aria-label={props.label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={cellClass(column)}>
                <span className={column.labelHidden ? 'visually-hidden' : undefined}>{column.label}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <td key={column.key} className={cellClass(column)}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {props.onMore && (
        <div className={styles.more}>
          <Button size="small" onClick={props.onMore} busy={props.loadingMore ?? false}>
            {say('Load more')}
          </Button>
        </div>
      )}
    </div>
  );
}
