import { createNormaliser } from '#domain/imports/create-normaliser.ts';
import { anyNumber } from '#domain/rubrics/validate-together.ts';
import { type RecordSource, readRecords } from '#server/reading/read-records.ts';
import type { Services } from '#server/services/services.ts';
import type { StoredImport } from '#server/store/import-store.ts';
import { type Preparation, prepareBatch, prepareRest } from './prepare-batch.ts';
import { publishImport } from './present-import.ts';
import { readProjectMedia } from './project-media.ts';
import { uploadPath } from './upload-files.ts';
import { type BatchToWrite, writeBatch } from './write-batch.ts';

/** Enough rows to make a transaction worth it, few enough that annotators and a cancellation never wait for it. */
const batchRecords = 2_000;
/** Watchers are told about four times a second. */
const tellEveryMs = 250;

/** Reads an import's file from where the import stands to its end, and writes what it holds. */
export async function importFile(services: Services, run: StoredImport): Promise<void> {
  const source = await readRecords({
    path: uploadPath(services, run.uploadId),
    from: run.position ?? undefined,
    limits: { batchRecords },
  });
  const normaliser = createNormaliser({
    format: run.format,
    mapping: run.choices.mapping ?? undefined,
    findAttachment: await readProjectMedia(services, run.projectId),
    state: run.normaliserState,
  });
  const writer = new ImportWriter(services, run);
  const { format, choices } = run;
  const { pairs, range = anyNumber } = choices;
  const preparation = { format, normaliser, pairs, range, newId: services.newId };
  if (!(await writeAll({ source, writer, preparation }))) return;
  await writer.write({
    ...prepareRest(preparation),
    position: writer.run.position ?? { offset: 0, line: 1, records: 0 },
    normaliserState: null,
    bytesRead: source.bytesTotal,
    last: true,
  });
}

/** While one batch is being written the next one is read and prepared. False where the import was stopped. */
async function writeAll(job: {
  source: RecordSource;
  writer: ImportWriter;
  preparation: Preparation;
}): Promise<boolean> {
  const { source, writer, preparation } = job;
  let written: Promise<boolean> = Promise.resolve(true);
  try {
    for await (const { entries, position, bytesRead } of source.batches) {
      const prepared = await prepareBatch(entries, preparation);
      const normaliserState = preparation.normaliser.state();
      if (!(await written)) return false;
      written = writer.write({ ...prepared, position, normaliserState, bytesRead, last: false });
      // It is awaited a batch later; until then a failure must not count as unhandled.
      written.catch(() => {});
    }
  } catch (error) {
    // What was read before the failure is stored first.
    await written;
    throw error;
  }
  return written;
}

/** Writes batches one after another, keeps the totals, and tells watchers. */
class ImportWriter {
  readonly #services: Services;
  run: StoredImport;
  #lastWriteAt: number;
  #lastTellAt = 0;

  constructor(services: Services, run: StoredImport) {
    this.#services = services;
    this.run = run;
    this.#lastWriteAt = services.now().getTime();
  }

  /** False where the import is no longer ours: it was cancelled, or the server is stopping. */
  async write(batch: Omit<BatchToWrite, 'runningMs'>): Promise<boolean> {
    if (this.#services.database.pool.ending) return false;
    const runningMs = Math.max(0, this.#services.now().getTime() - this.#lastWriteAt);
    const after = await writeBatch(this.#services, this.run, { ...batch, runningMs });
    if (!after) return false;
    this.run = after;
    this.#lastWriteAt += runningMs;
    if (batch.last || this.#lastWriteAt - this.#lastTellAt >= tellEveryMs) {
      this.#lastTellAt = this.#lastWriteAt;
      publishImport(this.#services, after);
    }
    return true;
  }
}
