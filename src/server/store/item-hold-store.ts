import { sql } from 'kysely';
import type { ItemHold } from '#domain/queue/flag.ts';
import type { Transaction } from '#server/database/database.ts';

/** Takes a locked item out of the queue because of a flag; false where it is out already. Leases and places stay. */
export async function holdForFlag(
  transaction: Transaction,
  hold: { itemId: string; flagId: string; now: Date },
): Promise<boolean> {
  const result = await transaction
    .updateTable('items')
    .set({ heldAt: hold.now, heldByFlag: hold.flagId })
    .where('id', '=', hold.itemId)
    .where('heldAt', 'is', null)
    .where('droppedAt', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/**
 * Releases, holds or drops an item; false where the project has no such item. An item that comes back is given out from
 * its old place in the queue: hints that stand behind it are dropped, or their owners would pass it by. Saying the same
 * twice changes nothing, so that two who release at once put it back once.
 */
export async function changeHold(
  transaction: Transaction,
  change: { projectId: string; itemId: string; hold: ItemHold; now: Date },
): Promise<boolean> {
  const { hold, now } = change;
  const result = await sql`
    with changed as (
      update items set
        held_at = case when ${hold}::text = 'held' then coalesce(held_at, ${now}::timestamptz) end,
        held_by_flag = case when ${hold}::text = 'held' then held_by_flag end,
        dropped_at = case when ${hold}::text = 'dropped' then coalesce(dropped_at, ${now}::timestamptz) end
      where id = ${change.itemId} and project_id = ${change.projectId}
      returning project_id, id, priority, is_open
    ), hints as (
      delete from queue_cursors using changed
      where changed.is_open and queue_cursors.project_id = changed.project_id
        and (queue_cursors.negative_priority, queue_cursors.item_id) > (-changed.priority, changed.id)
    )
    select id from changed`.execute(transaction);
  return result.rows.length === 1;
}
