import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RecordReading, readRecords } from '#server/reading/read-records.ts';
import type { ReadPosition, RecordEntry } from '#server/reading/record-batch.ts';
import { UnreadableFile } from '#server/reading/unreadable-file.ts';

/** What a test wants to know of a file that was read to its end or to its failure. */
export interface ReadResult {
  readonly entries: readonly RecordEntry[];
  readonly positions: readonly ReadPosition[];
  /** Line and code of each rejected row. */
  readonly rejected: readonly (readonly [number, string])[];
  readonly records: readonly unknown[];
  /** Code of the failure that ended the reading, if one did. */
  readonly failure: string | null;
  readonly message: string;
}

/** A folder of files for one test file. */
export async function makeFolder(): Promise<{
  write: (name: string, bytes: string | Uint8Array) => Promise<string>;
  remove: () => Promise<void>;
}> {
  const folder = await mkdtemp(join(tmpdir(), 'reading '));
  return {
    async write(name, bytes) {
      const path = join(folder, name);
      await writeFile(path, bytes);
      return path;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Reads a whole file and remembers everything that a reader says about it. */
export async function readAll(reading: RecordReading): Promise<ReadResult> {
  const entries: RecordEntry[] = [];
  const positions: ReadPosition[] = [];
  let failure: UnreadableFile | null = null;
  try {
    for await (const batch of (await readRecords(reading)).batches) {
      entries.push(...batch.entries);
      positions.push(batch.position);
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    failure = error;
  }
  return {
    entries,
    positions,
    rejected: entries.flatMap((entry) =>
      'rejection' in entry ? [[entry.line, entry.rejection.code] as const] : [],
    ),
    records: entries.flatMap((entry) => ('record' in entry ? [entry.record] : [])),
    failure: failure?.code ?? null,
    message: failure?.message ?? '',
  };
}
