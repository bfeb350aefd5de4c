import type { HttpRefusal } from '#contract/refusals.ts';
import { refuse } from '#domain/outcomes/refusal.ts';
import { tierAfterReversal } from '#domain/thresholds/change-tier.ts';
import { type FiringStepKind, refuseStep } from '#domain/thresholds/firing-state.ts';
import type { Transaction } from '#server/database/database.ts';
import { transact } from '#server/database/transact.ts';
import type { Services } from '#server/services/services.ts';
import { restoreJudgments } from '#server/store/exclusion-store.ts';
import { listTiers, writeTier } from '#server/store/standing-store.ts';
import {
  endFiring,
  insertStep,
  listFirings,
  type StepEffect,
  type StoredFiring,
} from '#server/store/threshold-firing-store.ts';
import { lockThresholds } from '#server/store/threshold-rule-store.ts';
import { computeAnew } from './compute-anew.ts';

interface Step {
  readonly projectId: string;
  readonly firingId: string;
  readonly kind: Exclude<FiringStepKind, 'passed'>;
  readonly words: string;
  /** Who takes it. */
  readonly personId: string;
  /** Whether it must be about them. */
  readonly isOwn: boolean;
}

/** Does something about what a rule did. The same step twice is taken once; what another step has ended is refused. */
export async function takeStep(services: Services, step: Step): Promise<StoredFiring | HttpRefusal> {
  const { projectId, firingId, kind } = step;
  const outcome = await transact(
    services.database.kysely,
    async (transaction): Promise<StoredFiring | HttpRefusal> => {
      await lockThresholds(transaction, projectId);
      const firing = await findFiring(transaction, step);
      if (!firing) return noSuchFiring();
      const steps = firing.steps.map((each) => each.kind);
      if (steps.includes(kind)) return firing;
      const refusal = refuseStep({ act: firing.act, steps }, kind);
      if (refusal) return refusal;
      const now = services.now();
      const effect = kind === 'reversed' ? await undo(transaction, { projectId, firing, now }) : {};
      await insertStep(transaction, { ...step, effect, now });
      if (kind === 'reversed' || kind === 'lifted') await endFiring(transaction, { firingId, now });
      if ((effect.restored ?? 0) > 0) await computeAnew(services, transaction, projectId);
      return (await findFiring(transaction, step)) ?? noSuchFiring();
    },
  );
  services.projectEvents.publish({ kind: 'progress', projectId });
  return outcome;
}

async function findFiring(transaction: Transaction, step: Step): Promise<StoredFiring | undefined> {
  const { projectId, firingId, personId, isOwn } = step;
  const [firing] = await listFirings(transaction, {
    projectId,
    firingId,
    ...(isOwn && { personId }),
    limit: 1,
  });
  return firing;
}

function noSuchFiring(): HttpRefusal {
  return refuse('not_found', 'There is no such act of a rule here: load the page anew.');
}

/** Makes good what can be made good, and says what was. */
async function undo(
  transaction: Transaction,
  { projectId, firing, now }: { projectId: string; firing: StoredFiring; now: Date },
): Promise<StepEffect> {
  const { firingId, personId, act, effect } = firing;
  if (act === 'exclude') return restoreJudgments(transaction, { projectId, firingId, now });
  if (effect.tier === undefined) return {};
  const current = (await listTiers(transaction, projectId)).get(personId) ?? 'regular';
  const tier = tierAfterReversal({ now: current, ...effect.tier });
  if (tier !== current) await writeTier(transaction, { projectId, personId, tier, now });
  return { tier };
}
