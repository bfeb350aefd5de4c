import type { ImportRun } from '#contract/imports.ts';
import type { HttpRefusal } from '#contract/refusals.ts';
import { rejectionsCsvHeader, toRejectionsCsvRow } from '#domain/imports/rejections-csv.ts';
import { refuse } from '#domain/outcomes/refusal.ts';
import { decodeCursor, encodeCursor } from '#server/http/paging.ts';
import type { Services } from '#server/services/services.ts';
import { listRejectionsOf, type StoredRejection } from '#server/store/import-rejection-store.ts';

type Position = readonly [line: number, ordinal: number];

export interface RejectionPage {
  readonly rows: { line: number; field: string | null; code: string; message: string }[];
  readonly nextCursor: string | null;
}

/** One page of an import's rejections, in the order of the file. */
export async function listRejections(
  services: Services,
  query: { importId: string; cursor?: string | undefined; limit: number },
): Promise<RejectionPage | HttpRefusal> {
  const after = query.cursor === undefined ? null : readPosition(query.cursor);
  if (after === undefined)
    return refuse('invalid_request', 'query.cursor: is not one that this list gave; start without it.');
  const { importId, limit } = query;
  const rows = await listRejectionsOf(services.database.kysely, { importId, after, limit });
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return {
    rows: rows.map(({ line, field, code, message }) => ({ line, field, code, message })),
    nextCursor: last ? encodeCursor(positionOf(last)) : null,
  };
}

/** All rejections of an import as CSV, page by page, so that memory does not follow their number. */
export async function* streamRejectionsCsv(
  services: Services,
  importId: ImportRun['id'],
): AsyncGenerator<string> {
  yield rejectionsCsvHeader;
  const limit = 1_000;
  let after: Position | null = null;
  for (;;) {
    const rows: StoredRejection[] = await listRejectionsOf(services.database.kysely, {
      importId,
      after,
      limit,
    });
    yield rows.map(toRejectionsCsvRow).join('');
    const last = rows.at(-1);
    if (!last || rows.length < limit) return;
    after = positionOf(last);
  }
}

function positionOf({ line, ordinal }: StoredRejection): [number, number] {
  return [line, ordinal];
}

function readPosition(cursor: string): Position | undefined {
  const [line, ordinal, ...more] = decodeCursor(cursor) ?? [];
  if (!Number.isSafeInteger(line) || !Number.isSafeInteger(ordinal) || more.length > 0) return undefined;
  return [Number(line), Number(ordinal)];
}
