import type { Services } from '#server/services/services.ts';
import { askForQuality } from '#server/store/quality-store.ts';

/** A computation that was put in line longer ago than this has died without a word. */
export const lostAfterMs = 30 * 60_000;

/** Puts a computation in line unless one is; the mark and its job are written together or not at all. */
export async function askForReport(services: Services, projectId: string): Promise<void> {
  const now = services.now();
  await services.database.kysely.transaction().execute(async (transaction) => {
    const lostBefore = new Date(now.getTime() - lostAfterMs);
    if (await askForQuality(transaction, { projectId, now, lostBefore }))
      await services.jobs.send(transaction, 'quality', projectId);
  });
}
