/** The type tree of a column; it serves JSON Lines, Parquet and the dataset card alike. No column holds null. */
export type ColumnType =
  | 'string'
  | 'int'
  | 'float'
  | 'bool'
  | { readonly list: ColumnType }
  | { readonly struct: readonly Column[] };

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
}

/** One row by column name. */
export type ExportRow = Readonly<Record<string, unknown>>;

/** A list of `{role, content}`, as every chat trainer reads it. */
export const messageList: ColumnType = {
  list: {
    struct: [
      { name: 'role', type: 'string' },
      { name: 'content', type: 'string' },
    ],
  },
};
