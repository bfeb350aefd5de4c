import type { HttpRefusal } from '#contract/refusals.ts';
import { isRefusal, refuse } from '#domain/outcomes/refusal.ts';
import { readMediaFile } from '#server/reading/media/read-media-file.ts';
import type { FinishedFile } from '#server/services/file-store.ts';
import type { Services } from '#server/services/services.ts';
import { findMediaNamed, insertMedia, lockContent, type StoredMedia } from '#server/store/media-store.ts';
import { type IncomingFile, receiveFile } from './receive-file.ts';

export interface MediaUpload extends IncomingFile {
  readonly projectId: string;
  readonly personId: string;
  readonly name: string;
}

/** Takes a file in under a name: first wholly on disk, then looked into, then kept in the store, then named in the database. */
export async function uploadMedia(
  services: Services,
  upload: MediaUpload,
): Promise<StoredMedia | HttpRefusal> {
  return receiveFile(services, upload, async (file) => {
    const taken = await findMediaNamed(services.database.kysely, upload);
    if (taken) return taken.sha256 === file.sha256 ? taken : nameTaken(upload.name);
    const facts = await readMediaFile(file.path);
    if (isRefusal(facts)) return facts;
    await services.files.keep(file);
    const { kind, contentType } = facts.type;
    const { width, height, durationMs } = facts;
    return nameFile(services, file, {
      projectId: upload.projectId,
      name: upload.name,
      sha256: file.sha256,
      ...{ kind, contentType, width, height, durationMs },
      bytes: file.bytes,
      createdAt: services.now(),
      createdBy: upload.personId,
    });
  });
}

async function nameFile(
  services: Services,
  file: FinishedFile,
  media: StoredMedia & { createdBy: string },
): Promise<StoredMedia | HttpRefusal> {
  return services.database.kysely.transaction().execute(async (transaction) => {
    await lockContent(transaction, file.sha256);
    // Its last name elsewhere may have gone while it was being kept, and the bytes with it.
    if ((await services.files.measure(file.sha256)) === null)
      return refuse('upload_incomplete', 'The same file was deleted at this very moment: send it again.');
    const stored = await insertMedia(transaction, media);
    return stored.sha256 === file.sha256 ? stored : nameTaken(media.name);
  });
}

function nameTaken(name: string): HttpRefusal {
  return refuse(
    'media_name_taken',
    `Another file is called "${name}" in this project: rename this one, or delete the other.`,
  );
}
