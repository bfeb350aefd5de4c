import type { Media } from '#contract/media.ts';
import type { HttpRefusal } from '#contract/refusals.ts';
import { refuse } from '#domain/outcomes/refusal.ts';
import { decodeCursor, encodeCursor } from '#server/http/paging.ts';
import type { Services } from '#server/services/services.ts';
import { listMediaPage } from '#server/store/media-store.ts';
import { presentMedia } from './present-media.ts';

/** A page of a project's media, newest first. */
export async function listMedia(
  services: Services,
  query: { projectId: string; cursor?: string | undefined; limit: number },
): Promise<{ rows: Media[]; nextCursor: string | null } | HttpRefusal> {
  const { projectId, cursor, limit } = query;
  const below = cursor === undefined ? null : readPosition(cursor);
  if (below === undefined) {
    const message = 'is no cursor of this list; leave it out to begin at the start';
    return refuse('invalid_request', `query.cursor: ${message}`, {
      places: [{ path: 'query.cursor', message }],
    });
  }
  const rows = await listMediaPage(services.database.kysely, { projectId, below, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    rows: page.map(presentMedia),
    nextCursor: last ? encodeCursor([last.position, last.name]) : null,
  };
}

function readPosition(cursor: string): { createdAt: string; name: string } | undefined {
  const [createdAt, name, ...more] = decodeCursor(cursor) ?? [];
  if (typeof createdAt !== 'string' || typeof name !== 'string' || more.length > 0) return undefined;
  // As PostgreSQL wrote it; anything else would be refused there as a fault of ours.
  return /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/.test(createdAt) && name.isWellFormed()
    ? { createdAt, name }
    : undefined;
}
