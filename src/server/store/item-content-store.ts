import { sql } from 'kysely';
import type { ItemContent, ItemExtras } from '#domain/items/item.ts';
import type { Executor } from '#server/database/database.ts';

export interface StoredContent extends ItemContent {
  readonly itemId: string;
  /** The name that the imported file gave the row. */
  readonly sourceKey: string | null;
}

/** The texts of one item. */
export async function readItemContent(executor: Executor, itemId: string): Promise<ItemContent | undefined> {
  const row = await executor
    .selectFrom('itemContents')
    .select(['prompt', 'responses', 'extras'])
    .where('itemId', '=', itemId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { prompt, responses, extras } = row as unknown as Pick<ItemContent, 'prompt' | 'responses'> & {
    readonly extras: ItemExtras;
  };
  return { prompt, responses, ...extras };
}

/** Every item of a project with its texts, oldest first; for projects known to be small. */
export async function listItemContents(executor: Executor, projectId: string): Promise<StoredContent[]> {
  const result = await sql<StoredContent>`
    select items.id as item_id, prompt, responses, metadata ->> 'source_key' as source_key
    from items join item_contents on item_id = items.id
    where project_id = ${projectId} order by items.id`.execute(executor);
  return result.rows;
}
