import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { removeFiles, uploadsFolder } from '#server/services/data-folder.ts';
import type { Services } from '#server/services/services.ts';
import { hasUnfinishedImport } from '#server/store/import-store.ts';
import {
  deleteUnusedUpload,
  listOldUploads,
  listUploadIds,
  lockOldUpload,
} from '#server/store/upload-store.ts';
import { isMissingFile, measureUpload } from './upload-files.ts';

const keptMs = 7 * 86_400_000;

/** Removes the file of an import that is done, unless another import still reads it. */
export async function dropDoneUpload(services: Services, uploadId: string): Promise<void> {
  if (await hasUnfinishedImport(services.database.kysely, uploadId)) return;
  await removeFiles(services.config, { uploadIds: [uploadId] });
}

/** Removes uploads that nobody has needed for a week: their bytes, and their rows where no import names them. */
export async function tidyUploads(services: Services): Promise<void> {
  const before = new Date(services.now().getTime() - keptMs);
  for (const uploadId of await listOldUploads(services.database.kysely, before))
    await tidyUpload(services, uploadId, before);
  await removeStrays(services, before);
}

async function tidyUpload(services: Services, uploadId: string, before: Date): Promise<void> {
  await services.database.kysely.transaction().execute(async (transaction) => {
    // Held, so that no import begins or goes on between the look and the removal.
    if (!(await lockOldUpload(transaction, { uploadId, before }))) return;
    if ((await measureUpload(services, uploadId)) !== null)
      await removeFiles(services.config, { uploadIds: [uploadId] });
    await deleteUnusedUpload(transaction, uploadId);
  });
}

/** Files without a row are left by a crash between the two, or by a deleted project. */
async function removeStrays(services: Services, before: Date): Promise<void> {
  const folder = uploadsFolder(services.config);
  const names = await readdir(folder).catch((error: unknown) => {
    if (isMissingFile(error)) return [];
    throw error;
  });
  const known = new Set(await listUploadIds(services.database.kysely));
  for (const name of names) {
    const facts = known.has(name) ? null : await stat(join(folder, name)).catch(() => null);
    if (facts?.isFile() && facts.mtime < before) await removeFiles(services.config, { uploadIds: [name] });
  }
}
