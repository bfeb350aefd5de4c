import { changeTier } from '#domain/thresholds/change-tier.ts';
import { decideFiring, type ThresholdEvidence } from '#domain/thresholds/decide-firing.ts';
import type { EarlierFiring } from '#domain/thresholds/watched-person.ts';
import type { Transaction } from '#server/database/database.ts';
import { transact } from '#server/database/transact.ts';
import type { Services } from '#server/services/services.ts';
import { excludeJudgments } from '#server/store/exclusion-store.ts';
import { listTiers, writeTier } from '#server/store/standing-store.ts';
import {
  type FiringEffect,
  firingKey,
  insertFiring,
  listLastFirings,
} from '#server/store/threshold-firing-store.ts';
import {
  listThresholdRules,
  lockThresholds,
  type StoredThresholdRule,
} from '#server/store/threshold-rule-store.ts';
import { computeAnew } from './compute-anew.ts';
import { readWatched } from './read-watched.ts';
import { settleCalibrations } from './settle-calibrations.ts';

/**
 * Holds everybody against the rules that are on and acts on whom they concern; returns how often. Safe to run as often as
 * wanted, also twice at once: what a rule has fired on is not held against the person again.
 */
export async function applyRules(services: Services, projectId: string): Promise<number> {
  const { kysely } = services.database;
  await settleCalibrations(services, projectId);
  const rules = await listThresholdRules(kysely, { projectId, onlyOn: true });
  if (rules.length === 0) return 0;
  const earlier = await listLastFirings(kysely, { projectId });
  const people = await readWatched(kysely, projectId);
  const nowMs = services.now().getTime();
  let fired = 0;
  for (const stored of rules)
    for (const person of people) {
      const last = earlier.get(firingKey({ ...stored, ...person })) ?? null;
      const verdict = decideFiring({ rule: stored.rule, person, earlier: last, nowMs });
      if (verdict.kind !== 'fires') continue;
      const { evidence } = verdict;
      if (await fire(services, { projectId, stored, personId: person.personId, evidence, last })) fired += 1;
    }
  if (fired > 0) services.projectEvents.publish({ kind: 'progress', projectId });
  return fired;
}

interface Firing {
  readonly projectId: string;
  readonly stored: StoredThresholdRule;
  readonly personId: string;
  readonly evidence: ThresholdEvidence;
  /** The earlier firing that the decision knows. */
  readonly last: EarlierFiring | null;
}

/** Acts and writes down what was done, if what was decided on still holds. */
function fire(services: Services, firing: Firing): Promise<boolean> {
  const { projectId, stored, personId, evidence } = firing;
  const { ruleId, version: ruleVersion, rule } = stored;
  return transact(services.database.kysely, async (transaction) => {
    await lockThresholds(transaction, projectId);
    if (!(await stillHolds(transaction, firing))) return false;
    const [id, now] = [services.newId(), services.now()];
    const effect = await act(services, transaction, { ...firing, firingId: id });
    if (effect === null) return false;
    await insertFiring(transaction, {
      ...{ id, projectId, ruleId, ruleVersion, personId, evidence, effect, now },
      act: rule.act.kind,
    });
    if ((effect.excluded ?? 0) > 0) await computeAnew(services, transaction, projectId);
    return true;
  });
}

async function stillHolds(
  transaction: Transaction,
  { projectId, stored, personId, last }: Firing,
): Promise<boolean> {
  const { ruleId, version } = stored;
  const [current] = await listThresholdRules(transaction, { projectId, ruleId, onlyOn: true });
  if (current?.version !== version) return false;
  const now = await listLastFirings(transaction, { projectId, ruleId, personId });
  return (now.get(firingKey({ ruleId, personId }))?.atMs ?? null) === (last?.atMs ?? null);
}

/** Null where there is nothing to do any more. */
async function act(
  services: Services,
  transaction: Transaction,
  firing: Firing & { readonly firingId: string },
): Promise<FiringEffect | null> {
  const { projectId, stored, personId, firingId, evidence } = firing;
  const { kind } = stored.rule.act;
  if (kind === 'exclude') {
    const since = new Date(evidence.sinceMs ?? evidence.fromMs);
    return { excluded: await excludeJudgments(transaction, { projectId, firingId, personId, since }) };
  }
  if (kind !== 'lower_tier' && kind !== 'raise_tier') return {};
  const before = (await listTiers(transaction, projectId)).get(personId) ?? 'regular';
  const after = changeTier(before, kind);
  if (before === after || !stored.rule.tiers.includes(before)) return null;
  await writeTier(transaction, { projectId, personId, tier: after, now: services.now() });
  return { tier: { before, after } };
}
