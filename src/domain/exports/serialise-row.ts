import type { Column, ColumnType, ExportRow } from './column.ts';

type Write = (value: unknown) => string;

/**
 * Makes the function that writes rows of these columns as lines of JSON without their line ends. Keys come in the
 * columns' order and floats always carry a point: readers infer types from the first rows and fail when a later row
 * differs. Made once for a file, as looking at the columns anew for every row would be most of the work.
 */
export function compileRowWriter(columns: readonly Column[]): (row: ExportRow) => string {
  const write = structWriter(columns);
  return (row) => {
    const line = write(row);
    // Some readers split lines at these two; inside JSON strings they may be escaped.
    if (!line.includes('\u2028') && !line.includes('\u2029')) return line;
    return line.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
  };
}

/** Writes one row; for a file of rows make the writer once. */
export function serialiseRow(columns: readonly Column[], row: ExportRow): string {
  return compileRowWriter(columns)(row);
}

function structWriter(columns: readonly Column[]): Write {
  const fields = columns.map(({ name, type }, index) => ({
    name,
    opening: `${index === 0 ? '{' : ','}${JSON.stringify(name)}:`,
    write: valueWriter(type),
  }));
  return (value) => {
    if (typeof value !== 'object' || value === null) return refuse(value, 'an object');
    let text = fields.length === 0 ? '{' : '';
    for (const field of fields) text += field.opening + field.write((value as ExportRow)[field.name]);
    return `${text}}`;
  };
}

function valueWriter(type: ColumnType): Write {
  if (type === 'string')
    return (value) => (typeof value === 'string' ? JSON.stringify(value) : refuse(value, type));
  if (type === 'float') return writeFloat;
  if (type === 'int') return (value) => (Number.isSafeInteger(value) ? String(value) : refuse(value, type));
  if (type === 'bool') return (value) => (typeof value === 'boolean' ? String(value) : refuse(value, type));
  if ('struct' in type) return structWriter(type.struct);
  return listWriter(type.list);
}

const writeFloat: Write = (value) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) return refuse(value, 'float');
  return Number.isSafeInteger(value) ? `${value}.0` : String(value);
};

function listWriter(type: ColumnType): Write {
  const write = valueWriter(type);
  return (value) => {
    if (!Array.isArray(value)) return refuse(value, 'a list');
    let text = '[';
    for (let index = 0; index < value.length; index += 1)
      text += index === 0 ? write(value[index]) : `,${write(value[index])}`;
    return `${text}]`;
  };
}

function refuse(value: unknown, wanted: string): never {
  throw new TypeError(`A row holds ${String(value)} where a column needs ${wanted}.`);
}
