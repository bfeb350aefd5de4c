import type { HttpRefusal } from '#contract/refusals.ts';
import { refuse } from '#domain/outcomes/refusal.ts';
import { decodeCursor } from './paging.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The id that a page goes on from; null for the first page. */
export function readIdCursor(cursor: string | undefined): string | null | HttpRefusal {
  if (cursor === undefined) return null;
  const [id] = decodeCursor(cursor) ?? [];
  if (typeof id === 'string' && uuid.test(id)) return id;
  return refuse('invalid_request', 'query.cursor was not made by this list: leave it out to begin anew.', {
    places: [{ path: 'query.cursor', message: 'was not made by this list' }],
  });
}
