import type { HttpRefusal } from '#contract/refusals.ts';
import type { listItems as itemsRoute, listJudgments as judgmentsRoute } from '#contract/results.ts';
import type { QueryOf, ResponseOf } from '#contract/route.ts';
import { refuse } from '#domain/outcomes/refusal.ts';
import type { Executor } from '#server/database/database.ts';
import { decodeCursor, encodeCursor } from '#server/http/paging.ts';
import { listResultItems, listResultJudgments } from '#server/store/result-store.ts';
import { presentItem, presentJudgment } from './present-results.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function wrongCursor(): HttpRefusal {
  return refuse('invalid_request', 'query.cursor was not made by this list: leave it out to begin anew.', {
    places: [{ path: 'query.cursor', message: 'was not made by this list' }],
  });
}

/** One page of current judgments, newest first. */
export async function listJudgments(
  executor: Executor,
  request: { projectId: string; query: QueryOf<typeof judgmentsRoute> },
): Promise<ResponseOf<typeof judgmentsRoute> | HttpRefusal> {
  const { cursor, limit, flagged, from, until, ...same } = request.query;
  const [beforeId] = cursor === undefined ? [null] : (decodeCursor(cursor) ?? [0]);
  if (beforeId !== null && (typeof beforeId !== 'string' || !uuid.test(beforeId))) return wrongCursor();
  const rows = await listResultJudgments(executor, {
    projectId: request.projectId,
    filters: {
      ...same,
      flagged: flagged === undefined ? undefined : flagged === 'true',
      from: from === undefined ? undefined : new Date(from),
      until: until === undefined ? undefined : new Date(until),
    },
    beforeId: beforeId ?? null,
    // One more than asked for tells whether there is a next page.
    limit: limit + 1,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map(presentJudgment),
    nextCursor: rows.length > limit && last ? encodeCursor([last.judgmentId]) : null,
  };
}

/** One page of items in the order they were imported. */
export async function listItems(
  executor: Executor,
  request: { projectId: string; query: QueryOf<typeof itemsRoute> },
): Promise<ResponseOf<typeof itemsRoute> | HttpRefusal> {
  const { cursor, limit, state } = request.query;
  const [afterId] = cursor === undefined ? [null] : (decodeCursor(cursor) ?? [0]);
  if (afterId !== null && (typeof afterId !== 'string' || !uuid.test(afterId))) return wrongCursor();
  const rows = await listResultItems(executor, {
    projectId: request.projectId,
    state,
    afterId: afterId ?? null,
    limit: limit + 1,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map(presentItem),
    nextCursor: rows.length > limit && last ? encodeCursor([last.itemId]) : null,
  };
}
