import { sql } from 'kysely';
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

/** Finds an item that has no recorded dialogue, so that nobody could be asked how it goes on. */
export async function findItemWithoutDialogue(
  executor: Executor,
  projectId: string,
): Promise<string | undefined> {
  const found = await sql<{ id: string }>`
    select items.id from items join item_contents on item_id = items.id
    where project_id = ${projectId} and not extras ? 'dialogue' limit 1`.execute(executor);
  return found.rows[0]?.id;
}
