import { transact } from '#server/database/transact.ts';
import { holdGoldAgainstRubric } from '#server/services/hold-gold-against-rubric.ts';
import type { Services } from '#server/services/services.ts';
import { listUnusable } from '#server/store/gold-fit-store.ts';
import { changeGoldState, type GoldStateChange } from '#server/store/gold-writing-store.ts';

/** Serves gold, takes it out or retires it. Gold that cannot be compared under the rubric of today is not served. */
export async function setGoldState(
  services: Services,
  change: Omit<GoldStateChange, 'now'>,
): Promise<{ changed: number; unusable: string[] }> {
  const { projectId, state } = change;
  const outcome = await transact(services.database.kysely, async (transaction) => {
    await holdGoldAgainstRubric(transaction, projectId);
    const unusable = state === 'active' ? await listUnusable(transaction, change) : [];
    const itemIds = change.itemIds.filter((itemId) => !unusable.includes(itemId));
    const changed = await changeGoldState(transaction, { ...change, itemIds, now: services.now() });
    return { changed, unusable };
  });
  services.projectEvents.publish({ kind: 'progress', projectId });
  return outcome;
}
