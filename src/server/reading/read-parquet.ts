import { isRejection } from '#domain/imports/rejection.ts';
import { openParquet, type ParquetFile } from './parquet-file.ts';
import { toJsonRecord } from './parquet-value.ts';
import type { ReadingLimits } from './reading-limits.ts';
import { createBatcher, type EntryBatch, type ReadPosition } from './record-batch.ts';

interface Window {
  readonly start: number;
  readonly end: number;
  /** Unpacked bytes of a row, on average. */
  readonly rowBytes: number;
}

/** Cuts row groups into windows of bounded size; a window never reaches over the end of its group. */
function* listWindows({ metadata }: ParquetFile, from: number, limits: ReadingLimits): Generator<Window> {
  let groupStart = 0;
  for (const group of metadata.row_groups) {
    const rows = Number(group.num_rows);
    const groupEnd = groupStart + rows;
    const bytes = Number(group.total_byte_size);
    const windows = Math.max(1, Math.ceil(bytes / limits.parquetWindowBytes));
    const step = Math.max(1, Math.ceil(rows / windows));
    for (let start = Math.max(groupStart, from); start < groupEnd; start += step) {
      yield { start, end: Math.min(groupEnd, start + step), rowBytes: bytes / Math.max(1, rows) };
    }
    groupStart = groupEnd;
  }
}

export interface ParquetReading {
  readonly path: string;
  readonly from: ReadPosition;
  readonly limits: ReadingLimits;
}

/** Reads the rows of a Parquet file window by window, so that memory does not follow the size of the file. */
export async function* readParquet({ path, from, limits }: ParquetReading): AsyncGenerator<EntryBatch> {
  const file = await openParquet(path, limits);
  try {
    const batch = createBatcher(from, limits);
    for (const { start, end, rowBytes } of listWindows(file, from.offset, limits)) {
      const rows = await file.readRows(start, end);
      for (const [index, row] of rows.entries()) {
        const line = start + index + 1;
        const record = toJsonRecord(row);
        const entry = isRejection(record) ? { line, rejection: record } : { line, record };
        batch.add(entry, { bytes: rowBytes, offset: line, line: line + 1 });
        if (batch.isFull()) yield batch.take();
      }
      // Handed over before the next window is read: two windows are not held at once, and none is lost to an error.
      if (!batch.isEmpty()) yield batch.take();
    }
  } finally {
    await file.close();
  }
}
