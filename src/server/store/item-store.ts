import type { Executor } from '#server/database/database.ts';

/** An item with another number of responses than wanted, if there is one. */
export async function findItemNotOfSize(
  executor: Executor,
  query: { projectId: string; responseCount: number },
): Promise<string | undefined> {
  const row = await executor
    .selectFrom('items')
    .where('projectId', '=', query.projectId)
    .where('responseCount', '!=', query.responseCount)
    .select('id')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}
