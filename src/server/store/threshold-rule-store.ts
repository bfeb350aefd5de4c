import { sql } from 'kysely';
import type { ThresholdRule } from '#domain/thresholds/rule.ts';
import type { Executor, Transaction } from '#server/database/database.ts';

export interface StoredThresholdRule {
  readonly ruleId: string;
  readonly name: string;
  readonly version: number;
  readonly isOn: boolean;
  readonly rule: ThresholdRule;
  readonly changedAt: Date;
}

/**
 * One act of rules at a time in each project: what two evaluations decided at once, or a firing and its reversal, are
 * written one after the other.
 */
export async function lockThresholds(transaction: Transaction, projectId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`thresholds:${projectId}`}, 0))`.execute(
    transaction,
  );
}

/** The rules of a project as they are now, oldest first; one of them, or those that are on. */
export async function listThresholdRules(
  executor: Executor,
  query: { projectId: string; ruleId?: string; onlyOn?: boolean },
): Promise<StoredThresholdRule[]> {
  let select = executor
    .selectFrom('thresholdRules as r')
    .innerJoin('thresholdRuleVersions as v', (join) =>
      join.onRef('v.ruleId', '=', 'r.id').onRef('v.version', '=', 'r.version'),
    )
    .where('r.projectId', '=', query.projectId)
    .where('r.removedAt', 'is', null)
    .select(['r.id as ruleId', 'r.name', 'r.version', 'r.isOn', 'v.rule', 'v.changedAt'])
    .orderBy('r.id');
  if (query.ruleId !== undefined) select = select.where('r.id', '=', query.ruleId);
  if (query.onlyOn === true) select = select.where('r.isOn', '=', true);
  return (await select.execute()).map((row) => ({ ...row, rule: row.rule as ThresholdRule }));
}

interface NewVersion {
  readonly ruleId: string;
  readonly projectId: string;
  readonly name: string;
  readonly version: number;
  readonly isOn: boolean;
  readonly rule: ThresholdRule;
  readonly personId: string;
  readonly now: Date;
}

/** Writes a rule, new or in a new version; called under the project's lock. */
export async function writeThresholdRule(transaction: Transaction, written: NewVersion): Promise<void> {
  const { ruleId, projectId, name, version, isOn, rule, personId, now } = written;
  await transaction
    .insertInto('thresholdRules')
    .values({ id: ruleId, projectId, name, version, isOn, createdAt: now })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ name, version, isOn }))
    .execute();
  await transaction
    .insertInto('thresholdRuleVersions')
    .values({ ruleId, version, rule: JSON.stringify(rule), changedBy: personId, changedAt: now })
    .execute();
}

/** Takes a rule away; what it did stays. */
export async function removeThresholdRule(
  transaction: Transaction,
  removed: { projectId: string; ruleId: string; now: Date },
): Promise<void> {
  await transaction
    .updateTable('thresholdRules')
    .set({ isOn: false, removedAt: removed.now })
    .where('id', '=', removed.ruleId)
    .where('projectId', '=', removed.projectId)
    .execute();
}
