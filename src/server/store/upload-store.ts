import type { Executor } from '#server/database/database.ts';

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
