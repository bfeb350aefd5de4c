import type { Column, ColumnType } from './column.ts';

/** One element of a Parquet schema in depth-first order, as Parquet writers take it. */
export interface ParquetElement {
  readonly name: string;
  readonly type?: 'BYTE_ARRAY' | 'INT64' | 'DOUBLE' | 'BOOLEAN';
  readonly converted_type?: 'UTF8' | 'LIST';
  readonly repetition_type?: 'REQUIRED' | 'REPEATED';
  readonly num_children?: number;
}

/** The schema of a file with these columns; everything is required, since no column holds null. */
export function parquetSchemaOf(columns: readonly Column[]): ParquetElement[] {
  return [
    { name: 'root', num_children: columns.length },
    ...columns.flatMap(({ name, type }) => elementsOf(name, type)),
  ];
}

const scalarTypes = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  int: { type: 'INT64' },
  float: { type: 'DOUBLE' },
  bool: { type: 'BOOLEAN' },
} as const;

function elementsOf(name: string, type: ColumnType): ParquetElement[] {
  if (typeof type === 'string') return [{ name, repetition_type: 'REQUIRED', ...scalarTypes[type] }];
  if ('list' in type) {
    return [
      { name, repetition_type: 'REQUIRED', converted_type: 'LIST', num_children: 1 },
      { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
      ...elementsOf('element', type.list),
    ];
  }
  const children = type.struct.flatMap((child) => elementsOf(child.name, child.type));
  return [{ name, repetition_type: 'REQUIRED', num_children: type.struct.length }, ...children];
}
