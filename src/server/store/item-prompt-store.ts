import type { Message } from '#domain/items/item.ts';
import type { Executor } from '#server/database/database.ts';

/** What an item asks; empty where the item is gone. */
export async function readItemPrompt(executor: Executor, itemId: string): Promise<readonly Message[]> {
  const row = await executor
    .selectFrom('itemContents')
    .where('itemId', '=', itemId)
    .select('prompt')
    .executeTakeFirst();
  return (row?.prompt ?? []) as readonly Message[];
}
