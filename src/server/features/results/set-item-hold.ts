import type { HttpRefusal } from '#contract/refusals.ts';
import type { ItemHold } from '#domain/queue/flag.ts';
import { transact } from '#server/database/transact.ts';
import type { Services } from '#server/services/services.ts';
import { changeHold } from '#server/store/item-hold-store.ts';
import { noSuchItem } from './read-item.ts';

/** Puts an item back into the queue, holds it or drops it. Who has it in hand keeps it. */
export async function setItemHold(
  services: Services,
  change: { projectId: string; itemId: string; hold: ItemHold },
): Promise<HttpRefusal | undefined> {
  const isDone = await transact(services.database.kysely, (transaction) =>
    changeHold(transaction, { ...change, now: services.now() }),
  );
  if (!isDone) return noSuchItem();
  services.projectEvents.publish({ kind: 'progress', projectId: change.projectId });
  return undefined;
}
