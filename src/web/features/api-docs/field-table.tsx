import styles from './field-table.module.css';
import type { SchemaRow } from './schema-rows.ts';

interface FieldTableProps {
  readonly label: string;
  readonly rows: readonly (SchemaRow & { readonly note?: string })[];
}

/** Fields with their types and limits; inner ones are indented. */
export function FieldTable({ label, rows }: FieldTableProps) {
  return (
    <table className={styles.table} aria-label={label}>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">Field</th>
          <th scope="col">What it holds</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.path}>
            <th scope="row" style={{ paddingLeft: row.depth * 14 }}>
              <code>{row.name}</code>
              {!row.isRequired && <span className={styles.optional}>optional</span>}
            </th>
            <td>
              <span className={styles.type}>{row.type}</span>
              <span className={styles.limits}>{[row.note, row.limits].filter(Boolean).join(', ')}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
