import { type SqlBool, sql } from 'kysely';
import type { Executor, Transaction } from '#server/database/database.ts';

export interface StoredUpload {
  readonly id: string;
  readonly projectId: string;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly createdAt: Date;
}

export async function insertUpload(
  executor: Executor,
  upload: StoredUpload & { createdBy: string },
): Promise<void> {
  await executor.insertInto('uploads').values(upload).execute();
}

/** With `lock` the row is held until the transaction ends, so that only one import of a file starts. */
export async function findUpload(
  executor: Executor,
  query: { projectId: string; uploadId: string; lock?: boolean },
): Promise<StoredUpload | undefined> {
  let select = executor
    .selectFrom('uploads')
    .where('id', '=', query.uploadId)
    .where('projectId', '=', query.projectId)
    .select(['id', 'projectId', 'fileName', 'sizeBytes', 'createdAt']);
  if (query.lock) select = select.forUpdate();
  return select.executeTakeFirst();
}

/** Notes how much of the file is safely on disk. */
export async function recordReceivedBytes(
  executor: Executor,
  upload: { uploadId: string; receivedBytes: number },
): Promise<void> {
  await executor
    .updateTable('uploads')
    .set({ receivedBytes: upload.receivedBytes })
    .where('id', '=', upload.uploadId)
    .execute();
}

/** An import needs its file while it is unfinished, and a failed or cancelled one for some time after. */
const needed = (before: Date) => sql<SqlBool>`exists (
  select 1 from imports where imports.upload_id = uploads.id
    and (imports.state in ('waiting', 'running') or coalesce(imports.finished_at, imports.created_at) >= ${before}))`;

/** Uploads from before a time that no import has needed since. */
export async function listOldUploads(executor: Executor, before: Date): Promise<string[]> {
  const rows = await executor
    .selectFrom('uploads')
    .where('createdAt', '<', before)
    .where(sql<SqlBool>`not ${needed(before)}`)
    .select('id')
    .execute();
  return rows.map((row) => row.id);
}

/** Holds an upload and its imports until the transaction ends; false where it is needed again, or gone. */
export async function lockOldUpload(
  transaction: Transaction,
  query: { uploadId: string; before: Date },
): Promise<boolean> {
  const { uploadId, before } = query;
  await transaction.selectFrom('uploads').where('id', '=', uploadId).select('id').forUpdate().execute();
  await transaction.selectFrom('imports').where('uploadId', '=', uploadId).select('id').forUpdate().execute();
  const row = await transaction
    .selectFrom('uploads')
    .where('id', '=', uploadId)
    .where(sql<SqlBool>`not ${needed(before)}`)
    .select('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Imports keep the row of their upload: it says where their items came from. */
export async function deleteUnusedUpload(transaction: Transaction, uploadId: string): Promise<void> {
  await transaction
    .deleteFrom('uploads')
    .where('id', '=', uploadId)
    .where(sql<SqlBool>`not exists (select 1 from imports where imports.upload_id = uploads.id)`)
    .execute();
}

export async function listUploadIds(executor: Executor): Promise<string[]> {
  const rows = await executor.selectFrom('uploads').select('id').execute();
  return rows.map((row) => row.id);
}
