import type { DecodedStream } from './open-decoded.ts';
import type { ReadingLimits } from './reading-limits.ts';
import { createBatcher, type EntryBatch, type ReadPosition, type RecordEntry } from './record-batch.ts';

/** The bytes of one record, not yet looked into. */
export interface RawRow {
  /** Null where the row was longer than allowed and its bytes were let go. */
  readonly bytes: Buffer | null;
  /** Line on which the row starts. */
  readonly line: number;
  readonly size: number;
  /** Position behind the row. */
  readonly nextOffset: number;
  readonly nextLine: number;
  /** Set where the splitter itself found the row to be broken. */
  readonly entry?: RecordEntry;
}

/** Finds where rows end, in bytes that arrive in pieces. */
export interface RowSplitter {
  push(chunk: Buffer): Iterable<RawRow>;
  /** The row that the file ends in, if any. */
  end(): Iterable<RawRow>;
}

export interface RowReading {
  readonly stream: DecodedStream;
  readonly from: ReadPosition;
  readonly splitter: RowSplitter;
  /** Null for a blank row, which counts for nothing. */
  readonly parse: (row: RawRow) => RecordEntry | null;
  readonly limits: ReadingLimits;
}

/** Turns a failure of the source into its end, and keeps it for later. */
function holdFailure(chunks: AsyncIterable<Buffer>): {
  chunks: AsyncIterable<Buffer>;
  failure: () => unknown;
} {
  let failure: unknown = null;
  async function* untilFailure(): AsyncGenerator<Buffer> {
    const iterator = chunks[Symbol.asyncIterator]();
    try {
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
    } catch (error) {
      failure = error;
    } finally {
      await iterator.return?.();
    }
  }
  return { chunks: untilFailure(), failure: () => failure };
}

/**
 * Reads rows in batches. Where the source fails, all complete rows before the failure come first; a row that the
 * failure cut in two is not reported, because nobody knows what it was.
 */
export async function* readRows({
  stream,
  from,
  splitter,
  parse,
  limits,
}: RowReading): AsyncGenerator<EntryBatch> {
  const batch = createBatcher(from, limits);
  const held = holdFailure(stream.chunks);
  const add = (row: RawRow) => {
    const entry = row.entry ?? parse(row);
    if (entry) batch.add(entry, { bytes: row.size, offset: row.nextOffset, line: row.nextLine });
  };
  for await (const chunk of held.chunks) {
    for (const row of splitter.push(chunk)) {
      add(row);
      if (batch.isFull()) yield batch.take();
    }
  }
  const failure = held.failure();
  if (failure === null) for (const row of splitter.end()) add(row);
  if (!batch.isEmpty()) yield batch.take();
  if (failure !== null) throw failure;
}
