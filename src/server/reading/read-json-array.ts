import { parseJsonRow } from './parse-json-row.ts';
import type { TextReading } from './read-jsonl.ts';
import { readRows } from './read-rows.ts';
import type { EntryBatch } from './record-batch.ts';
import { createArraySplitter } from './split-json-array.ts';

/** Reads the objects of one JSON array, one after another, however long the array is. */
export function readJsonArray({ stream, from, limits }: TextReading): AsyncGenerator<EntryBatch> {
  const start = { ...from, offset: stream.offset };
  const splitter = createArraySplitter(start, limits);
  return readRows({
    stream,
    from: start,
    splitter,
    limits,
    parse: (row) => parseJsonRow(row, limits.rowBytes),
  });
}
