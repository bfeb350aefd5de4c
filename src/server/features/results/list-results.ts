import type { HttpRefusal } from '#contract/refusals.ts';
import type { listItems as itemsRoute, listJudgments as judgmentsRoute } from '#contract/results.ts';
import type { QueryOf, ResponseOf } from '#contract/route.ts';
import type { Executor } from '#server/database/database.ts';
import { encodeCursor } from '#server/http/paging.ts';
import { readIdCursor } from '#server/http/read-id-cursor.ts';
import { listResultItems } from '#server/store/item-list-store.ts';
import { listResultJudgments } from '#server/store/result-store.ts';
import { presentItem, presentJudgment } from './present-results.ts';

/** One page of current judgments, newest first. */
export async function listJudgments(
  executor: Executor,
  request: { projectId: string; query: QueryOf<typeof judgmentsRoute> },
): Promise<ResponseOf<typeof judgmentsRoute> | HttpRefusal> {
  const { cursor, limit, flagged, excluded, from, until, ...same } = request.query;
  const beforeId = readIdCursor(cursor);
  if (beforeId !== null && typeof beforeId !== 'string') return beforeId;
  const rows = await listResultJudgments(executor, {
    projectId: request.projectId,
    filters: {
      ...same,
      isExcluded: excluded === 'true',
      flagged: flagged === undefined ? undefined : flagged === 'true',
      from: from === undefined ? undefined : new Date(from),
      until: until === undefined ? undefined : new Date(until),
    },
    beforeId,
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
  const { cursor, limit, differ, ...filters } = request.query;
  const afterId = readIdCursor(cursor);
  if (afterId !== null && typeof afterId !== 'string') return afterId;
  const rows = await listResultItems(executor, {
    projectId: request.projectId,
    filters: { ...filters, differ: differ?.split(',') },
    afterId,
    limit: limit + 1,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map(presentItem),
    nextCursor: rows.length > limit && last ? encodeCursor([last.itemId]) : null,
  };
}
