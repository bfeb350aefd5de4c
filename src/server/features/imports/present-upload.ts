import type { z } from 'zod';
import type { upload } from '#contract/imports.ts';
import type { StoredUpload } from '#server/store/upload-store.ts';

/** An upload as the API shows it. */
export function presentUpload(stored: StoredUpload, receivedBytes: number): z.infer<typeof upload> {
  return {
    id: stored.id,
    fileName: stored.fileName,
    sizeBytes: stored.sizeBytes,
    receivedBytes,
    complete: receivedBytes === stored.sizeBytes,
    createdAt: stored.createdAt.toISOString(),
  };
}
