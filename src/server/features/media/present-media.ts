import type { Media } from '#contract/media.ts';
import type { ListedMedia, StoredMedia } from '#server/store/media-store.ts';

export function presentFacts(
  stored: StoredMedia,
): Omit<Media, 'name' | 'createdAt' | 'createdByName' | 'items'> {
  const { sha256, kind, contentType, bytes, width, height, durationMs } = stored;
  return { mediaId: sha256, kind, contentType, bytes, width, height, durationMs };
}

/** Media as those see it who may see names: a name may tell which model made the file. */
export function presentMedia(stored: ListedMedia): Media {
  const { name, createdByName, items } = stored;
  return { ...presentFacts(stored), name, createdAt: stored.createdAt.toISOString(), createdByName, items };
}
