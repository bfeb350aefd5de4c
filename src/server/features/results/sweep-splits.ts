import { rewindId } from '#domain/review/rewind-id.ts';
import { transact } from '#server/database/transact.ts';
import type { Services } from '#server/services/services.ts';
import {
  listSweptJudgments,
  lockSplitSweep,
  moveSplitSweep,
  type SplitSweep,
  writeSplits,
} from '#server/store/split-store.ts';

/** Judgments looked at in one transaction: by whoever waits for the list, and in the background. */
const pageSizes = { waiting: 1_000, background: 5_000 };
/** A judgment gets its id before it is committed, so a look begins a little before the last one began. */
const overlapMs = 60_000;

/** Looks again at the items of the judgments that came since; true once there are no more. */
export async function sweepSplits(
  services: Services,
  { projectId, size = 'waiting' }: { projectId: string; size?: keyof typeof pageSizes },
): Promise<boolean> {
  const now = services.now();
  const limit = pageSizes[size];
  return transact(services.database.kysely, async (transaction) => {
    const sweep = await lockSplitSweep(transaction, { projectId, now });
    if (sweep === undefined) return false;
    const { last, judgments, itemIds } = await listSweptJudgments(transaction, {
      projectId,
      after: beginOf(sweep),
      limit,
    });
    if (itemIds.length > 0) await writeSplits(transaction, { projectId, itemIds });
    const isEnd = judgments < limit;
    const beganAt = sweep.beganAt ?? now;
    await moveSplitSweep(transaction, {
      projectId,
      sweptThrough: last ?? sweep.sweptThrough,
      ...(isEnd ? { sweptAt: beganAt, beganAt: null } : { sweptAt: sweep.sweptAt, beganAt }),
    });
    return isEnd;
  });
}

/** A look that is under way goes on where it stopped; a new one begins where something may have been uncommitted. */
function beginOf({ sweptThrough, sweptAt, beganAt }: SplitSweep): string {
  const hex = sweptAt.getTime().toString(16).padStart(12, '0');
  const uncommitted = rewindId(`${hex}00000000`, overlapMs);
  return beganAt !== null || sweptThrough < uncommitted ? sweptThrough : uncommitted;
}

/** Sweeps to the end, page by page. */
export async function sweepAllSplits(services: Services, projectId: string): Promise<void> {
  while (!(await sweepSplits(services, { projectId, size: 'background' })));
}
