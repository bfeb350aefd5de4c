import type {
  listPrecedents as precedentsRoute,
  readAdjudication as readRoute,
} from '#contract/adjudication.ts';
import type { QueryOf, ResponseOf } from '#contract/route.ts';
import { lineOf } from '#domain/text/line-of.ts';
import type { Executor } from '#server/database/database.ts';
import { findAdjudication, listPrecedentRows } from '#server/store/adjudication-store.ts';

const mostListed = 100;

/** The final answer to an item. */
export async function readAdjudication(
  executor: Executor,
  query: { projectId: string; itemId: string },
): Promise<ResponseOf<typeof readRoute>> {
  const row = await findAdjudication(executor, query);
  if (row === undefined) return { current: null };
  const { id, adjudicatorId, adjudicatorName, createdAt, answers, ...rest } = row;
  type Current = NonNullable<ResponseOf<typeof readRoute>['current']>;
  return {
    current: {
      ...rest,
      adjudicationId: id,
      answers: answers as Current['answers'],
      by: { personId: adjudicatorId, name: adjudicatorName },
      createdAt: createdAt.toISOString(),
    },
  };
}

/** Precedents of a project. */
export async function listPrecedents(
  executor: Executor,
  { projectId, query }: { projectId: string; query: QueryOf<typeof precedentsRoute> },
): Promise<ResponseOf<typeof precedentsRoute>> {
  const rows = await listPrecedentRows(executor, { projectId, search: query.search, limit: mostListed });
  return {
    precedents: rows.map(({ promptStart, createdAt, ...row }) => ({
      ...row,
      promptPreview: lineOf(promptStart ?? ''),
      createdAt: createdAt.toISOString(),
    })),
  };
}
