import type { HttpRefusal } from '#contract/refusals.ts';
import { refuse } from '#domain/outcomes/refusal.ts';
import type { FlagOutcome } from '#domain/queue/flag.ts';
import type { Services } from '#server/services/services.ts';
import { changeSettlement, lockFlag } from '#server/store/flag-store.ts';

interface Settlement {
  readonly projectId: string;
  readonly flagId: string;
  readonly personId: string;
  readonly settled: boolean;
  readonly note: string;
  readonly outcome: FlagOutcome | null;
}

/** Settles a flag or opens it again, and says which item it is on. Who settled it first stays. */
export async function settleFlag(
  services: Services,
  { projectId, flagId, personId, settled, note, outcome: ending }: Settlement,
): Promise<{ itemId: string } | HttpRefusal> {
  const outcome = await services.database.kysely.transaction().execute(async (transaction) => {
    const flag = await lockFlag(transaction, { projectId, flagId });
    if (!flag) return refuse('not_found', 'There is no such flag in this project.');
    if (settled !== (flag.settledAt !== null)) {
      const settlement = settled ? { by: personId, note, outcome: ending, at: services.now() } : null;
      await changeSettlement(transaction, { flagId, settlement });
    }
    return { itemId: flag.itemId };
  });
  services.projectEvents.publish({ kind: 'progress', projectId });
  return outcome;
}
