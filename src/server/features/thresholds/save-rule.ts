import type { z } from 'zod';
import type { HttpRefusal } from '#contract/refusals.ts';
import type { storedRule, thresholdRule } from '#contract/thresholds.ts';
import { refuse } from '#domain/outcomes/refusal.ts';
import { thresholdLimits } from '#domain/thresholds/rule.ts';
import { validateRule } from '#domain/thresholds/validate-rule.ts';
import { transact } from '#server/database/transact.ts';
import type { Services } from '#server/services/services.ts';
import {
  listThresholdRules,
  lockThresholds,
  removeThresholdRule,
  type StoredThresholdRule,
  writeThresholdRule,
} from '#server/store/threshold-rule-store.ts';

type Rule = z.infer<typeof thresholdRule>;
type Stored = z.infer<typeof storedRule>;

interface Saved {
  readonly projectId: string;
  readonly personId: string;
  readonly name: string;
  readonly rule: Rule;
  readonly isOn: boolean;
  /** Left out for a new rule. */
  readonly ruleId?: string;
  readonly version?: number;
}

/** Why a rule makes no sense, with its fields; null where it does. */
export function refuseRule(rule: Rule): HttpRefusal | null {
  const places = validateRule(rule).map(({ path, message }) => ({ path: `body.${path}`, message }));
  const [first] = places;
  return first === undefined ? null : refuse('threshold_invalid', first.message, { places });
}

/** Adds a rule, or a new version of one. */
export async function saveRule(services: Services, saved: Saved): Promise<Stored | HttpRefusal> {
  const invalid = refuseRule(saved.rule);
  if (invalid) return invalid;
  const { projectId, ruleId, version } = saved;
  return transact(services.database.kysely, async (transaction): Promise<Stored | HttpRefusal> => {
    await lockThresholds(transaction, projectId);
    const rules = await listThresholdRules(transaction, { projectId });
    const current = rules.find((rule) => rule.ruleId === ruleId);
    if (ruleId !== undefined && current === undefined) return noSuchRule();
    if (current !== undefined && current.version !== version)
      return refuse('threshold_stale', 'Somebody changed this rule meanwhile: look at it again.', {
        details: { version: current.version },
      });
    if (current === undefined && rules.length >= thresholdLimits.rules)
      return refuse(
        'threshold_invalid',
        `A project has at most ${thresholdLimits.rules} rules: remove one first.`,
      );
    const written = {
      ...{ projectId, personId: saved.personId, name: saved.name.trim(), rule: saved.rule, isOn: saved.isOn },
      ruleId: ruleId ?? services.newId(),
      version: (current?.version ?? 0) + 1,
      now: services.now(),
    };
    await writeThresholdRule(transaction, written);
    return presentRule({ ...written, changedAt: written.now });
  });
}

export async function removeRule(
  services: Services,
  removed: { projectId: string; ruleId: string },
): Promise<Record<string, never> | HttpRefusal> {
  return transact(
    services.database.kysely,
    async (transaction): Promise<Record<string, never> | HttpRefusal> => {
      await lockThresholds(transaction, removed.projectId);
      if ((await listThresholdRules(transaction, removed)).length === 0) return noSuchRule();
      await removeThresholdRule(transaction, { ...removed, now: services.now() });
      return {};
    },
  );
}

export function noSuchRule(): HttpRefusal {
  return refuse('not_found', 'There is no such rule in this project: it may have been removed.');
}

/** Arrays of the domain are never written to; those of the contract may be. */
export const presentRuleBody = (rule: StoredThresholdRule['rule']): Rule => ({
  ...rule,
  tiers: [...rule.tiers],
});

export function presentRule(stored: StoredThresholdRule): Stored {
  const { ruleId, name, version, isOn, rule, changedAt } = stored;
  return { ruleId, name, version, isOn, rule: presentRuleBody(rule), changedAt: changedAt.toISOString() };
}
