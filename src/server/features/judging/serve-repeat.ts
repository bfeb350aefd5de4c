import { canRepeat, isRepeatDrawn, type RepeatSettings } from '#domain/queue/repeats.ts';
import { readGoldKeyring } from '#server/services/gold-key.ts';
import type { ClaimedAssignment } from '#server/store/claim-store.ts';
import { readGoldPlace } from '#server/store/gold-claim-store.ts';
import { claimRepeat } from '#server/store/repeat-store.ts';
import type { JudgingServices } from './judging-services.ts';

/** An item that the person judged before, where the place in their work is drawn for one and one is far enough back. */
export async function serveRepeat(
  services: JudgingServices,
  who: {
    readonly projectId: string;
    readonly annotatorId: string;
    readonly size: number;
    readonly repeats: RepeatSettings | null;
    readonly rubricVersion: number;
  },
): Promise<ClaimedAssignment | undefined> {
  const { projectId, annotatorId: personId, repeats, rubricVersion } = who;
  if (repeats === null || repeats.sharePercent === 0) return undefined;
  const rubric = await services.rubrics.find({ projectId, version: rubricVersion });
  if (!rubric || !canRepeat(rubric)) return undefined;
  const { pool } = services.database;
  const keys = await readGoldKeyring(services);
  const { tasksHad } = await readGoldPlace(pool, who);
  if (!isRepeatDrawn(repeats, keys.draw({ projectId, personId, place: tasksHad }).repeat)) return undefined;
  return claimRepeat(pool, {
    ...who,
    settings: repeats,
    assignmentId: services.newId(),
    now: services.now(),
    handSize: who.size,
    orderSeed: keys.orderSeed({ projectId, personId }),
  });
}
