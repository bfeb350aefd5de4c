import type { HttpRefusal } from '#contract/refusals.ts';
import type { GoldSettings } from '#domain/gold/decide-serving.ts';
import { oldestServedSince } from '#domain/gold/rest.ts';
import { refuse } from '#domain/outcomes/refusal.ts';
import { readGoldKeyring } from '#server/services/gold-key.ts';
import { holdGoldAgainstRubric } from '#server/services/hold-gold-against-rubric.ts';
import type { Services } from '#server/services/services.ts';
import type { ClaimedAssignment } from '#server/store/claim-store.ts';
import { claimGold } from '#server/store/gold-claim-store.ts';
import type { Standing } from '#server/store/standing-store.ts';

/** Why somebody whom a rule holds back gets no task; what they have in hand stays theirs. */
export function explainHoldBack({ act, firingId }: Standing): HttpRefusal {
  const details = { firingId };
  return act === 'pause'
    ? refuse(
        'person_paused',
        'You get no new tasks in this project for now: see “My work” for the reason, and dispute it there if it is wrong. A lead lets you go on.',
        { details },
      )
    : refuse(
        'calibration_lacks_gold',
        'You are to judge tasks with known answers first, and none is left for you: ask your lead, who can add some or end the calibration.',
        { details },
      );
}

/**
 * The next known answer for somebody who has to calibrate: with explanations as long as there are such, then tests.
 * Undefined where none is left that they have not had.
 */
export async function serveCalibration(
  services: Services,
  who: {
    readonly projectId: string;
    readonly annotatorId: string;
    readonly size: number;
    readonly gold: GoldSettings;
  },
): Promise<ClaimedAssignment | undefined> {
  const { projectId, annotatorId: personId } = who;
  const orderSeed = (await readGoldKeyring(services)).orderSeed({ projectId, personId });
  const claim = async () => {
    for (const purpose of ['training', 'test'] as const) {
      const claimed = await claimGold(services.database.pool, {
        ...{ projectId, annotatorId: personId, handSize: who.size, orderSeed, purpose, isFirst: true },
        assignmentId: services.newId(),
        now: services.now(),
        seed: services.randomSeed(),
        servedAfter: oldestServedSince(who.gold, services.now()),
      });
      if (claimed) return claimed;
    }
    return undefined;
  };
  const claimed = await claim();
  if (claimed) return claimed;
  // A new version of the rubric may have come since the gold was last held against one.
  return (await holdGoldAgainstRubric(services.database.kysely, projectId)) ? claim() : undefined;
}
