import type { FindAttachment } from '#domain/imports/normalise-tasks.ts';
import { createAttachmentFinder } from '#domain/media/find-attachment.ts';
import type { Services } from '#server/services/services.ts';
import { listMediaNames } from '#server/store/media-store.ts';

/** Finds the files that the project has at this moment, for rows that name them. */
export async function readProjectMedia(services: Services, projectId: string): Promise<FindAttachment> {
  return createAttachmentFinder(await listMediaNames(services.database.kysely, projectId));
}
