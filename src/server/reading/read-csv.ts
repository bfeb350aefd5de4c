import { isUtf8 } from 'node:buffer';
import { reject } from '#domain/imports/rejection.ts';
import type { CsvHeader } from './csv-header.ts';
import { parseCsvRow } from './parse-csv-row.ts';
import { tooLongRow } from './parse-json-row.ts';
import type { TextReading } from './read-jsonl.ts';
import { type RawRow, readRows } from './read-rows.ts';
import type { EntryBatch, RecordEntry } from './record-batch.ts';
import { createCsvRowSplitter } from './split-csv-rows.ts';

interface RowParsing {
  readonly header: CsvHeader;
  readonly rowLimit: number;
}

function parseRow({ bytes, line }: RawRow, { header, rowLimit }: RowParsing): RecordEntry | null {
  if (bytes === null) return { line, rejection: tooLongRow(rowLimit) };
  if (bytes.length === 0) return null;
  if (!isUtf8(bytes)) {
    const message = 'This row holds bytes that are not UTF-8. Save the file as UTF-8.';
    return { line, rejection: reject('', 'invalid_utf8', message) };
  }
  const cells = parseCsvRow(bytes.toString('utf8'), header.delimiter);
  if (!Array.isArray(cells)) {
    const message = `This row has a misplaced quote at character ${cells.index + 1}. Double quotes inside quoted cells.`;
    return { line, rejection: reject('', 'malformed_csv', message) };
  }
  if (cells.length !== header.columns.length) {
    const message = `This row has ${cells.length} cells; the header names ${header.columns.length}. Quote cells that hold the delimiter.`;
    return { line, rejection: reject('', 'column_count', message) };
  }
  const record = Object.fromEntries(header.columns.map((column, index) => [column, cells[index] ?? '']));
  return { line, record };
}

/** Reads the rows below a CSV header. Every cell is text, exactly as it stands; formulas too. */
export function readCsv({
  stream,
  from,
  limits,
  header,
}: TextReading & { header: CsvHeader }): AsyncGenerator<EntryBatch> {
  const start = { ...from, offset: stream.offset };
  const splitter = createCsvRowSplitter({ delimiter: header.delimiter, from: start, limits });
  const parsing = { header, rowLimit: limits.rowBytes };
  return readRows({ stream, from: start, splitter, limits, parse: (row) => parseRow(row, parsing) });
}
