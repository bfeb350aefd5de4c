import { UsageError } from '#cli/command-errors.ts';
import { type CsvFields, walkCsvFields } from './csv-fields.ts';
import {
  type EncodedColumn,
  emptyCode,
  type FoundColumns,
  locateColumns,
  type WantedColumn,
} from './stats-table.ts';
import { createTextDictionary, type TextDictionary } from './text-dictionary.ts';

interface ColumnInWork {
  readonly codes: Int32Array;
  readonly dictionary: TextDictionary;
}

/** Reads the wanted columns of a CSV in one walk over its bytes, without an object for each row. */
export function readCsvColumns(bytes: Uint8Array, wanted: readonly WantedColumn[]): FoundColumns {
  const fields = walkCsvFields(bytes, hasByteOrderMark(bytes) ? 3 : 0);
  const names = readHeader(bytes, fields);
  const places = locateColumns(names, wanted);
  // No row is shorter than its line feed, so there is room for all.
  const room = countLines(bytes);
  const inWork = new Map([...places.keys()].map((name) => [name, startColumn(bytes, room)]));
  const byPlace = names.map((_, place) => {
    const name = [...places].find((entry) => entry[1] === place)?.[0];
    return name === undefined ? null : (inWork.get(name) ?? null);
  });
  const lines = new Int32Array(room);
  const rows = readRows(fields, { byPlace, lines });
  const columns = new Map<string, EncodedColumn>();
  for (const [name, { codes, dictionary }] of inWork)
    columns.set(name, { codes: codes.subarray(0, rows), levels: dictionary.levels() });
  return { rows, columns, lineOf: (row) => lines[row] ?? 0, placeWord: 'Line' };
}

function readRows(
  fields: CsvFields,
  { byPlace, lines }: { readonly byPlace: readonly (ColumnInWork | null)[]; readonly lines: Int32Array },
): number {
  const width = byPlace.length;
  let row = 0;
  let place = 0;
  let line = 0;
  while (fields.next()) {
    const { from, to, endsRow } = fields;
    if (place === 0) {
      if (endsRow && from === to) continue;
      line = fields.firstLine;
      lines[row] = line;
    }
    const column = byPlace[place];
    if (column) column.codes[row] = from === to ? emptyCode : column.dictionary.codeOf(from, to);
    place++;
    if (!endsRow) continue;
    if (place !== width) throw new UsageError(explainWidth({ line, place, width }));
    place = 0;
    row++;
  }
  return row;
}

function explainWidth({ line, place, width }: { line: number; place: number; width: number }): string {
  return `Line ${line}: the row has ${place} ${place === 1 ? 'field' : 'fields'}, and the first line names ${width} columns. Put fields that hold commas in quotes.`;
}

function readHeader(bytes: Uint8Array, fields: CsvFields): string[] {
  const names: string[] = [];
  const decoder = new TextDecoder();
  while (fields.next()) {
    names.push(decoder.decode(bytes.subarray(fields.from, fields.to)).trim());
    if (fields.endsRow) break;
  }
  if (names.length === 0) throw new UsageError('The file is empty. Its first line must name the columns.');
  return names;
}

function startColumn(bytes: Uint8Array, room: number): ColumnInWork {
  return { codes: new Int32Array(room), dictionary: createTextDictionary(bytes) };
}

function hasByteOrderMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function countLines(bytes: Uint8Array): number {
  let lines = 1;
  for (let place = 0; place < bytes.length; place++) {
    if (bytes[place] === 10 || bytes[place] === 13) lines++;
  }
  return lines;
}
