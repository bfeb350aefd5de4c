import type { Transaction } from '#server/database/database.ts';
import type { Services } from '#server/services/services.ts';
import { askForQuality } from '#server/store/quality-store.ts';

const lostAfterMs = 30 * 60_000;

/** Other judgments count now, so the reports are put in line to be computed anew, in the same transaction. */
export async function computeAnew(
  services: Services,
  transaction: Transaction,
  projectId: string,
): Promise<void> {
  const now = services.now();
  const lostBefore = new Date(now.getTime() - lostAfterMs);
  if (await askForQuality(transaction, { projectId, now, lostBefore }))
    await services.jobs.send(transaction, 'quality', projectId);
}
