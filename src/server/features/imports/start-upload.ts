import { mkdir, statfs, writeFile } from 'node:fs/promises';
import type { HttpRefusal } from '#contract/refusals.ts';
import { isRefusal, refuse } from '#domain/outcomes/refusal.ts';
import { uploadsFolder } from '#server/services/data-folder.ts';
import type { Services } from '#server/services/services.ts';
import { findUpload, insertUpload, type StoredUpload } from '#server/store/upload-store.ts';
import { measureUpload, uploadPath } from './upload-files.ts';

/** Room that the database and the logs need beside an upload. */
const reserveBytes = 200_000_000;

/** Begins an upload: an empty file of ours, and a row that says what is to come. */
export async function startUpload(
  services: Services,
  input: { projectId: string; personId: string; fileName: string; sizeBytes: number },
): Promise<StoredUpload | HttpRefusal> {
  const folder = uploadsFolder(services.config);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const disk = await statfs(folder);
  const free = disk.bavail * disk.bsize - reserveBytes;
  if (free < input.sizeBytes) {
    const [needed, left] = [input.sizeBytes, Math.max(0, free)].map((bytes) => Math.ceil(bytes / 1e6));
    return refuse(
      'disk_full',
      `The file needs ${needed} MB and the server's disk has ${left} MB to give: free some space and try again.`,
    );
  }
  const upload = {
    id: services.newId(),
    projectId: input.projectId,
    fileName: input.fileName,
    sizeBytes: input.sizeBytes,
    createdAt: services.now(),
  };
  await writeFile(uploadPath(services, upload.id), '', { flag: 'wx', mode: 0o600 });
  await insertUpload(services.database.kysely, { ...upload, createdBy: input.personId });
  return upload;
}

export interface UploadOnDisk {
  readonly upload: StoredUpload;
  readonly receivedBytes: number;
}

/** Finds an upload and asks its file how much of it has arrived. */
export async function readUpload(
  services: Services,
  query: { projectId: string; uploadId: string },
): Promise<UploadOnDisk | HttpRefusal> {
  const upload = await findUpload(services.database.kysely, query);
  if (!upload) return refuse('not_found', 'There is no such upload in this project.');
  const receivedBytes = await measureUpload(services, upload.id);
  if (receivedBytes === null)
    return refuse('upload_gone', 'The uploaded file is no longer on the server: upload it again.');
  return { upload, receivedBytes };
}

/** As `readUpload`, but only where the whole file has arrived. */
export async function readCompleteUpload(
  services: Services,
  query: { projectId: string; uploadId: string },
): Promise<UploadOnDisk | HttpRefusal> {
  const found = await readUpload(services, query);
  if (isRefusal(found)) return found;
  const { upload, receivedBytes } = found;
  if (receivedBytes === upload.sizeBytes) return found;
  return refuse(
    'upload_incomplete',
    `${receivedBytes.toLocaleString('en')} of ${upload.sizeBytes.toLocaleString('en')} bytes have arrived: send the rest first.`,
    { details: { receivedBytes } },
  );
}
