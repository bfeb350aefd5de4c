import { readCsvHeader } from './csv-header.ts';
import { type DecodedFile, openDecoded } from './open-decoded.ts';
import { openParquet } from './parquet-file.ts';
import { readCsv } from './read-csv.ts';
import { readJsonArray } from './read-json-array.ts';
import { readJsonl } from './read-jsonl.ts';
import { readParquet } from './read-parquet.ts';
import { defaultReadingLimits, type ReadingLimits } from './reading-limits.ts';
import { type EntryBatch, type ReadPosition, startOfFile } from './record-batch.ts';
import { UnreadableFile } from './unreadable-file.ts';

export type FileKind = 'jsonl' | 'json_array' | 'csv' | 'parquet';

/** Entries of a file with where to resume and how far the file on disk is read. */
export interface RecordBatch extends EntryBatch {
  readonly bytesRead: number;
  readonly bytesTotal: number;
}

/** An opened file. `batches` can be read once; leaving the loop early closes the file. */
export interface RecordSource {
  readonly kind: FileKind;
  readonly gzip: boolean;
  readonly bytesTotal: number;
  readonly batches: AsyncIterable<RecordBatch>;
}

export interface RecordReading {
  readonly path: string;
  /** The position of an earlier batch, to go on behind it. */
  readonly from?: ReadPosition | undefined;
  readonly limits?: Partial<ReadingLimits> | undefined;
}

async function* withProgress(
  batches: AsyncIterable<EntryBatch>,
  progress: { bytesRead: (batch: EntryBatch) => number; bytesTotal: number },
): AsyncGenerator<RecordBatch> {
  const { bytesTotal } = progress;
  for await (const batch of batches) {
    yield { ...batch, bytesRead: Math.min(bytesTotal, progress.bytesRead(batch)), bytesTotal };
  }
}

interface Opening {
  readonly file: DecodedFile;
  readonly from: ReadPosition;
  readonly limits: ReadingLimits;
}

async function openParquetBatches({ file, from, limits }: Opening): Promise<AsyncIterable<RecordBatch>> {
  // Opened once beforehand, so that a broken file is refused now and not at the first batch.
  const checked = await openParquet(file.path, limits);
  await checked.close();
  const batches = readParquet({ path: file.path, from, limits });
  const { bytesTotal } = file;
  const rows = Math.max(1, checked.rows);
  const bytesRead = ({ position }: EntryBatch) => Math.round((bytesTotal * position.offset) / rows);
  return withProgress(batches, { bytesRead, bytesTotal });
}

async function openCsvBatches({ file, from, limits }: Opening): Promise<AsyncIterable<RecordBatch>> {
  const header = await readCsvHeader(file, limits);
  const start = from.offset > header.end.offset ? from : header.end;
  const stream = file.openAt(start.offset);
  const batches = readCsv({ stream, from: start, limits, header });
  return withProgress(batches, { bytesRead: stream.bytesRead, bytesTotal: file.bytesTotal });
}

function openJsonBatches(
  { file, from, limits }: Opening,
  kind: 'jsonl' | 'json_array',
): AsyncIterable<RecordBatch> {
  const stream = file.openAt(from.offset);
  const batches = (kind === 'jsonl' ? readJsonl : readJsonArray)({ stream, from, limits });
  return withProgress(batches, { bytesRead: stream.bytesRead, bytesTotal: file.bytesTotal });
}

/** Tells the shape of a file by its first characters. */
export function detectKind(file: Pick<DecodedFile, 'head' | 'parquet'>): FileKind {
  if (file.parquet) return 'parquet';
  const start = file.head.toString('utf8').trimStart();
  if (/^\{[ \t\r]*(?:\n|$)/.test(start)) {
    const message =
      'This file starts with one JSON object spread over several lines. Write one object a line, or a list of objects.';
    throw new UnreadableFile('unsupported_content', message);
  }
  if (start.startsWith('{')) return 'jsonl';
  return start.startsWith('[') ? 'json_array' : 'csv';
}

/**
 * Opens a file by what it holds and reads its records in batches, with flat memory: nothing is read ahead of
 * what the caller takes.
 * @throws UnreadableFile at once, or from `batches` behind the last good record
 */
export async function readRecords({
  path,
  from = startOfFile,
  limits: changes,
}: RecordReading): Promise<RecordSource> {
  const limits = { ...defaultReadingLimits, ...changes };
  const file = await openDecoded(path, limits);
  const kind = detectKind(file);
  const opening = { file, from, limits };
  const batches =
    kind === 'parquet'
      ? await openParquetBatches(opening)
      : kind === 'csv'
        ? await openCsvBatches(opening)
        : openJsonBatches(opening, kind);
  return { kind, gzip: file.gzip, bytesTotal: file.bytesTotal, batches };
}
