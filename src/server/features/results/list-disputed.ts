import type { listDisputedItems as contract } from '#contract/adjudication.ts';
import type { HttpRefusal } from '#contract/refusals.ts';
import type { QueryOf, ResponseOf } from '#contract/route.ts';
import { refuse } from '#domain/outcomes/refusal.ts';
import { lineOf } from '#domain/text/line-of.ts';
import { decodeCursor, encodeCursor } from '#server/http/paging.ts';
import type { Services } from '#server/services/services.ts';
import {
  countDisputed,
  type DisputedPlace,
  type DisputedRow,
  listOpenSplits,
  listSettledSplits,
} from '#server/store/split-store.ts';
import { sweepSplits } from './sweep-splits.ts';

type Page = ResponseOf<typeof contract>;

const mostCounted = 10_000;

/** One page of the items on which people differ, most first, after a look at what was submitted since. */
export async function listDisputedItems(
  services: Services,
  { projectId, query }: { projectId: string; query: QueryOf<typeof contract> },
): Promise<Page | HttpRefusal> {
  const { kysely } = services.database;
  const { state, cursor, limit, criterion = '' } = query;
  const isSettled = state === 'settled';
  const place = readPlace(cursor, isSettled);
  if (place === 'unknown')
    return refuse(
      'invalid_request',
      'The cursor is not one of this list: leave it out to begin at its start.',
    );
  const isEnd = await lookAgain(services, projectId);
  const asked = { projectId, criterion, limit: limit + 1 };
  const rows =
    typeof place === 'string' || isSettled
      ? await listSettledSplits(kysely, { ...asked, beforeId: typeof place === 'string' ? place : null })
      : await listOpenSplits(kysely, { ...asked, after: place });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map(({ promptStart, adjudicationId: _, ...row }) => ({
      ...row,
      promptPreview: lineOf(promptStart ?? ''),
    })),
    nextCursor: rows.length > limit && last ? encodeCursor(placeOf(last)) : null,
    total: await countDisputed(kysely, { projectId, criterion, isSettled, upTo: mostCounted }),
    isCounting: !isEnd,
  };
}

const readOnly = '25006';

/** The list is a cache, brought up to date by whoever looks at it; where nothing can be written it is shown as it last was. */
async function lookAgain(services: Services, projectId: string): Promise<boolean> {
  try {
    const isEnd = await sweepSplits(services, { projectId });
    // The rest in the background: a person waits for a page at most.
    if (!isEnd) await services.jobs.send(services.database.kysely, 'splits', projectId);
    return isEnd;
  } catch (error) {
    if ((error as { code?: string }).code === readOnly) return false;
    throw error;
  }
}

function placeOf({ adjudicationId, disagreement, judgments, itemId }: DisputedRow): (string | number)[] {
  return adjudicationId === null ? [disagreement, judgments, itemId] : [adjudicationId];
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function readPlace(
  cursor: string | undefined,
  isSettled: boolean,
): DisputedPlace | string | null | 'unknown' {
  if (cursor === undefined) return null;
  const [one, judgments, itemId] = decodeCursor(cursor) ?? [];
  if (isSettled) return typeof one === 'string' && uuid.test(one) ? one : 'unknown';
  const isPlace =
    typeof one === 'number' && Number.isInteger(judgments) && typeof itemId === 'string' && uuid.test(itemId);
  return isPlace ? { disagreement: one, judgments: Number(judgments), itemId } : 'unknown';
}
