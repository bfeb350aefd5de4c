import { isUtf8 } from 'node:buffer';
import type { DecodedFile } from './open-decoded.ts';
import { parseCsvRow } from './parse-csv-row.ts';
import type { RawRow } from './read-rows.ts';
import type { ReadingLimits } from './reading-limits.ts';
import { type ReadPosition, startOfFile } from './record-batch.ts';
import { createCsvRowSplitter } from './split-csv-rows.ts';
import { UnreadableFile } from './unreadable-file.ts';

export interface CsvHeader {
  readonly delimiter: string;
  readonly columns: readonly string[];
  /** Where the first row of data starts. */
  readonly end: ReadPosition;
}

const delimiters = [',', ';', '\t'] as const;

/** The delimiter that the first line has most of, outside quotes. */
export function detectDelimiter(head: string): string {
  const counts = new Map<string, number>(delimiters.map((delimiter) => [delimiter, 0]));
  let quoted = false;
  for (const character of head) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === '\n' || character === '\r')) break;
    else if (!quoted && counts.has(character)) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  const [best] = [...counts].toSorted(([, one], [, other]) => other - one);
  return best?.[0] ?? ',';
}

function isBlankRow(row: RawRow): boolean {
  return row.bytes !== null && row.bytes.toString('latin1').trim() === '';
}

async function readFirstRow(
  file: DecodedFile,
  delimiter: string,
  limits: ReadingLimits,
): Promise<RawRow | null> {
  const stream = file.openAt(0);
  const splitter = createCsvRowSplitter({
    delimiter,
    from: { ...startOfFile, offset: stream.offset },
    limits,
  });
  for await (const chunk of stream.chunks) {
    for (const row of splitter.push(chunk)) if (!isBlankRow(row)) return row;
  }
  for (const row of splitter.end()) if (!isBlankRow(row)) return row;
  return null;
}

function nameColumns(cells: readonly string[], limits: ReadingLimits): readonly string[] {
  if (cells.length > limits.columns) {
    const [found, cap] = [cells.length.toLocaleString('en'), limits.columns.toLocaleString('en')];
    const message = `The header names ${found} columns; at most ${cap} can be read. Keep the columns that you need.`;
    throw new UnreadableFile('too_many_columns', message);
  }
  // Spreadsheets and pandas leave the name of an index column empty.
  const columns = cells.map((cell, index) => (cell.trim() === '' ? `column_${index + 1}` : cell.trim()));
  const twice = columns.find((column, index) => columns.indexOf(column) !== index);
  if (twice !== undefined) {
    throw new UnreadableFile(
      'malformed_header',
      `The header names the column "${twice}" twice. Rename one of them.`,
    );
  }
  return columns;
}

/** Reads the first row of a CSV file as the names of its columns. */
export async function readCsvHeader(file: DecodedFile, limits: ReadingLimits): Promise<CsvHeader> {
  const delimiter = detectDelimiter(file.head.toString('utf8'));
  const row = await readFirstRow(file, delimiter, limits);
  if (!row) throw new UnreadableFile('empty_file', 'This file holds only blank lines.');
  if (row.entry && 'rejection' in row.entry)
    throw new UnreadableFile('malformed_header', row.entry.rejection.message);
  if (!row.bytes)
    throw new UnreadableFile('malformed_header', 'The first line is too long to name the columns.');
  if (file.head.includes(0) && (row.bytes.includes(0) || !isUtf8(row.bytes))) {
    throw new UnreadableFile('unsupported_content', 'This file is no text. JSONL, CSV or Parquet is needed.');
  }
  if (!isUtf8(row.bytes)) {
    throw new UnreadableFile('unsupported_encoding', 'The first line is not UTF-8. Save the file as UTF-8.');
  }
  const cells = parseCsvRow(row.bytes.toString('utf8'), delimiter);
  if (!Array.isArray(cells)) {
    const message = `The header on line ${row.line} has a misplaced quote at character ${cells.index + 1}.`;
    throw new UnreadableFile('malformed_header', message);
  }
  const end = { offset: row.nextOffset, line: row.nextLine, records: 0 };
  return { delimiter, columns: nameColumns(cells, limits), end };
}
