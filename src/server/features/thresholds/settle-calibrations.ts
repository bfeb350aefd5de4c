import { calibrationProgress } from '#domain/thresholds/calibration.ts';
import { transact } from '#server/database/transact.ts';
import type { Services } from '#server/services/services.ts';
import { listCalibrations } from '#server/store/standing-store.ts';
import { endFiring, insertStep } from '#server/store/threshold-firing-store.ts';
import { lockThresholds } from '#server/store/threshold-rule-store.ts';

/** Gives ordinary work back to those who passed their gold. */
export async function settleCalibrations(services: Services, projectId: string): Promise<void> {
  const { kysely } = services.database;
  for (const { firingId, rule, results } of await listCalibrations(kysely, { projectId })) {
    if (rule.act.kind !== 'calibrate' || !calibrationProgress(rule.act, results).isPassed) continue;
    await transact(kysely, async (transaction) => {
      await lockThresholds(transaction, projectId);
      const now = services.now();
      const open = await listCalibrations(transaction, { projectId });
      // Somebody may have ended or reversed it meanwhile.
      if (!open.some((each) => each.firingId === firingId)) return;
      await insertStep(transaction, { firingId, kind: 'passed', personId: null, words: '', effect: {}, now });
      await endFiring(transaction, { firingId, now });
    });
  }
}
