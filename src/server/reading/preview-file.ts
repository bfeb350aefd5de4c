import { createNormaliser } from '#domain/imports/create-normaliser.ts';
import { type DetectedFormat, detectFormat } from '#domain/imports/detect-format.ts';
import type { ImportFormat } from '#domain/imports/format.ts';
import type { ColumnMapping } from '#domain/imports/mapping.ts';
import type { FindAttachment } from '#domain/imports/normalise-tasks.ts';
import type { Normalised } from '#domain/imports/normaliser.ts';
import { type FileKind, readRecords } from './read-records.ts';
import type { ReadingLimits } from './reading-limits.ts';
import type { RecordEntry } from './record-batch.ts';

export interface PreviewRequest {
  readonly path: string;
  /** How many of the first rows to look at. */
  readonly rows: number;
  /** What a person chose instead of what was detected. */
  readonly format?: ImportFormat | undefined;
  readonly mapping?: ColumnMapping | undefined;
  /** Finds the project's files for rows that name them. */
  readonly findAttachment?: FindAttachment | undefined;
  readonly limits?: Partial<ReadingLimits> | undefined;
}

export interface FilePreview {
  readonly kind: FileKind;
  readonly gzip: boolean;
  readonly bytesTotal: number;
  readonly detected: DetectedFormat;
  /** The first rows as they stand. */
  readonly entries: readonly RecordEntry[];
  /** What an import would make of them. */
  readonly outcomes: readonly Normalised[];
}

/** Reads the first rows of a file and shows what they would become. Nothing is written. */
export async function previewFile({
  path,
  rows,
  format,
  mapping,
  findAttachment,
  limits,
}: PreviewRequest): Promise<FilePreview> {
  const source = await readRecords({ path, limits: { ...limits, batchRecords: rows } });
  let entries: readonly RecordEntry[] = [];
  for await (const batch of source.batches) {
    entries = [...entries, ...batch.entries].slice(0, rows);
    if (entries.length >= rows) break;
  }
  const detected = detectFormat(entries.flatMap((entry) => ('record' in entry ? [entry.record] : [])));
  const normaliser = createNormaliser({
    format: format ?? detected.format,
    mapping: mapping ?? detected.mapping ?? { prompt: '', responses: { kind: 'columns', columns: [] } },
    findAttachment,
  });
  const ofEntry = (entry: RecordEntry): readonly Normalised[] =>
    'record' in entry ? normaliser.push(entry) : [entry];
  const outcomes = [...entries.flatMap(ofEntry), ...normaliser.finish()];
  const { kind, gzip, bytesTotal } = source;
  return { kind, gzip, bytesTotal, detected, entries, outcomes };
}
