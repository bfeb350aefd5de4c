import { mkdirSync, writeFileSync } from 'node:fs';
import type { ImportFormat } from '#domain/imports/format.ts';
import type { ColumnMapping } from '#domain/imports/mapping.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { responsesNeeded } from '#domain/rubrics/validate-together.ts';
import { runImport } from '#server/features/imports/run-import.ts';
import { uploadPath } from '#server/features/imports/upload-files.ts';
import { uploadsFolder } from '#server/services/data-folder.ts';
import type { Services } from '#server/services/services.ts';
import { findImport, insertImport } from '#server/store/import-store.ts';
import { insertUpload, recordReceivedBytes } from '#server/store/upload-store.ts';

interface Job {
  readonly projectId: string;
  readonly personId: string;
  readonly fileName: string;
  readonly rows: readonly object[];
  readonly format: ImportFormat;
  readonly mapping: ColumnMapping | null;
  readonly rubric: Rubric;
}

/** Brings rows into a project as an uploaded file, on the same path as everybody's; returns the import's id. */
export async function importRows(services: Services, job: Job): Promise<string> {
  const { kysely } = services.database;
  const [uploadId, importId, now] = [services.newId(), services.newId(), services.now()];
  const bytes = Buffer.from(job.rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  mkdirSync(uploadsFolder(services.config), { recursive: true });
  writeFileSync(uploadPath(services, uploadId), bytes);
  const { projectId, fileName } = job;
  await insertUpload(kysely, {
    id: uploadId,
    projectId,
    fileName,
    sizeBytes: bytes.length,
    createdBy: job.personId,
    createdAt: now,
  });
  await recordReceivedBytes(kysely, { uploadId, receivedBytes: bytes.length });
  await insertImport(kysely, {
    id: importId,
    projectId,
    uploadId,
    fileName,
    format: job.format,
    choices: { mapping: job.mapping, pairs: null, priority: 0, range: responsesNeeded(job.rubric) },
    bytesTotal: bytes.length,
    createdBy: job.personId,
    now,
  });
  await runImport(services, importId);
  const run = await findImport(kysely, { importId });
  if (run?.state !== 'done' || run.itemsAdded !== job.rows.length)
    throw new Error(`The demo could not be set up: ${fileName} was not imported. ${run?.failure ?? ''}`);
  return importId;
}
