import type { Executor } from '#server/database/database.ts';

/** An item with fewer or more responses than wanted, if there is one. */
export async function findItemNotOfSize(
  executor: Executor,
  query: { projectId: string; fewest: number; most: number },
): Promise<string | undefined> {
  const row = await executor
    .selectFrom('items')
    .where('projectId', '=', query.projectId)
    .where((row) => row.or([row('responseCount', '<', query.fewest), row('responseCount', '>', query.most)]))
    .select('id')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}
