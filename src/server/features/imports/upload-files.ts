import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { uploadsFolder } from '#server/services/data-folder.ts';
import type { Services } from '#server/services/services.ts';

/** Where an upload's bytes lie. Named by us: a file name from a user is never a path. */
export function uploadPath(services: Services, uploadId: string): string {
  return join(uploadsFolder(services.config), uploadId);
}

/** How many bytes are there; null where the file is gone. The file itself is the truth after any crash. */
export async function measureUpload(services: Services, uploadId: string): Promise<number | null> {
  try {
    return (await stat(uploadPath(services, uploadId))).size;
  } catch (error) {
    if (isMissingFile(error)) return null;
    throw error;
  }
}

export function isMissingFile(error: unknown): boolean {
  return (error as NodeJS.ErrnoException | null)?.code === 'ENOENT';
}

export function isDiskFull(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  return code === 'ENOSPC' || code === 'EDQUOT';
}
