import type { Column, ColumnType, ExportRow } from './column.ts';

/**
 * Writes one row as a line of JSON without its line end. Keys come in the columns' order and floats always carry
 * a point: readers infer types from the first rows and fail when a later row differs.
 */
export function serialiseRow(columns: readonly Column[], row: ExportRow): string {
  const line = writeStruct(columns, row);
  // Some readers split lines at these two; inside JSON strings they may be escaped.
  if (!line.includes('\u2028') && !line.includes('\u2029')) return line;
  return line.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

function writeStruct(columns: readonly Column[], row: ExportRow): string {
  let text = '{';
  let separator = '"';
  for (const { name, type } of columns) {
    text += `${separator}${name}":${writeValue(type, row[name])}`;
    separator = ',"';
  }
  return `${text}}`;
}

function writeValue(type: ColumnType, value: unknown): string {
  if (type === 'string') {
    if (typeof value === 'string') return JSON.stringify(value);
  } else if (type === 'float') {
    if (typeof value === 'number' && Number.isFinite(value))
      return Number.isSafeInteger(value) ? `${value}.0` : String(value);
  } else if (type === 'int') {
    if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  } else if (type === 'bool') {
    if (typeof value === 'boolean') return value ? 'true' : 'false';
  } else if ('list' in type) {
    if (Array.isArray(value)) return writeList(type.list, value);
  } else if (typeof value === 'object' && value !== null) {
    return writeStruct(type.struct, value as ExportRow);
  }
  throw new TypeError(`A row holds ${String(value)} where a column needs ${JSON.stringify(type)}.`);
}

function writeList(type: ColumnType, values: readonly unknown[]): string {
  let text = '[';
  for (let index = 0; index < values.length; index += 1) {
    if (index > 0) text += ',';
    text += writeValue(type, values[index]);
  }
  return `${text}]`;
}
