import type { Column, ColumnType, ExportRow } from './column.ts';
import { compileFit } from './fits-column.ts';

type Write = (value: unknown) => string;

/**
 * Makes the function that writes rows of these columns as lines of JSON without their line ends. Keys come in the
 * columns' order and floats always carry a point: readers infer types from the first rows and fail when a later row
 * differs. Made once for a file, as looking at the columns anew for every row would be most of the work.
 */
export function compileRowWriter(columns: readonly Column[]): (row: ExportRow) => string {
  const write = valueWriter({ struct: columns });
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

/** What fits as it stands is written in one go, twice as fast as piece by piece. */
function valueWriter(type: ColumnType): Write {
  const fits = compileFit(type);
  const writePieces = pieceWriter(type);
  if (fits === null) return writePieces;
  return (value) => (fits(value) ? JSON.stringify(value) : writePieces(value));
}

function pieceWriter(type: ColumnType): Write {
  if (type === 'float') return writeFloat;
  if (typeof type === 'string') return (value) => refuse(value, type);
  return 'struct' in type ? structWriter(type.struct) : listWriter(type.list);
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
