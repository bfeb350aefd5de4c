import type { DecodedStream } from './open-decoded.ts';
import { parseJsonRow } from './parse-json-row.ts';
import { readRows } from './read-rows.ts';
import type { ReadingLimits } from './reading-limits.ts';
import type { EntryBatch, ReadPosition } from './record-batch.ts';
import { createLineSplitter } from './split-lines.ts';

export interface TextReading {
  readonly stream: DecodedStream;
  /** Where this reading starts; its offset is the stream's. */
  readonly from: ReadPosition;
  readonly limits: ReadingLimits;
}

/** Reads one JSON object a line. */
export function readJsonl({ stream, from, limits }: TextReading): AsyncGenerator<EntryBatch> {
  const start = { ...from, offset: stream.offset };
  const splitter = createLineSplitter(start, limits);
  return readRows({
    stream,
    from: start,
    splitter,
    limits,
    parse: (row) => parseJsonRow(row, limits.rowBytes),
  });
}
