import type { readOwnStanding as contract } from '#contract/own-thresholds.ts';
import type { ResponseOf } from '#contract/route.ts';
import { calibrationProgress } from '#domain/thresholds/calibration.ts';
import type { Services } from '#server/services/services.ts';
import { findStanding, listCalibrations, listTiers } from '#server/store/standing-store.ts';
import { listFirings } from '#server/store/threshold-firing-store.ts';
import { presentOwnFiring } from './present-firing.ts';

const mostListed = 50;

/** What rules did to one person, and what holds for them now. */
export async function readStanding(
  { database }: Services,
  who: { projectId: string; personId: string },
): Promise<ResponseOf<typeof contract>> {
  const { kysely } = database;
  const standing = await findStanding(kysely, who);
  const firings = await listFirings(kysely, { ...who, limit: mostListed });
  const [calibration] = await listCalibrations(kysely, who);
  const round = calibration?.rule.act.kind === 'calibrate' ? calibration.rule.act : undefined;
  return {
    tier: (await listTiers(kysely, who.projectId)).get(who.personId) ?? 'regular',
    blockedBy: standing?.act ?? null,
    calibration:
      round === undefined || calibration === undefined
        ? null
        : {
            tasks: round.tasks,
            passes: round.passes,
            ...countsOf(calibrationProgress(round, calibration.results)),
          },
    firings: firings.map(presentOwnFiring),
  };
}

const countsOf = ({ judged, passed }: { judged: number; passed: number }) => ({ judged, passed });
