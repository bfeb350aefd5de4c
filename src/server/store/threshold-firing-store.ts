import { sql } from 'kysely';
import type { ThresholdEvidence } from '#domain/thresholds/decide-firing.ts';
import type { FiringStepKind } from '#domain/thresholds/firing-state.ts';
import type { PersonTier, ThresholdAct, ThresholdRule } from '#domain/thresholds/rule.ts';
import type { EarlierFiring } from '#domain/thresholds/watched-person.ts';
import type { Executor, Transaction } from '#server/database/database.ts';

/** What a firing did at that moment. */
export interface FiringEffect {
  /** Judgments that count no longer, on as many items. */
  readonly excluded?: number;
  readonly tier?: { readonly before: PersonTier; readonly after: PersonTier };
}

/** What a step did. */
export interface StepEffect {
  /** Judgments that count again. */
  readonly restored?: number;
  /** Of them, those whose replacement is there or being made: their items have more judgments than was asked for. */
  readonly beyond?: number;
  readonly tier?: PersonTier;
}

export interface StoredStep {
  readonly kind: FiringStepKind;
  /** Empty where the server did it. */
  readonly name: string;
  readonly words: string;
  readonly effect: StepEffect;
  readonly at: Date;
}

export interface StoredFiring {
  readonly firingId: string;
  readonly ruleId: string;
  readonly ruleName: string;
  readonly rule: ThresholdRule;
  readonly personId: string;
  readonly personName: string;
  readonly act: ThresholdAct['kind'];
  readonly evidence: ThresholdEvidence;
  readonly effect: FiringEffect;
  readonly firedAt: Date;
  readonly endedAt: Date | null;
  /** In the order in which they were taken. */
  readonly steps: readonly StoredStep[];
}

/** When each rule last fired on each person, and on how much. */
export async function listLastFirings(
  executor: Executor,
  query: { projectId: string; ruleId?: string; personId?: string },
): Promise<Map<string, EarlierFiring>> {
  const { projectId, ruleId = null, personId = null } = query;
  const { rows } = await sql<{ ruleId: string; personId: string; firedAt: Date; n: number }>`
    select distinct on (rule_id, person_id) rule_id as "ruleId", person_id as "personId", fired_at as "firedAt", (evidence ->> 'n')::int as n
    from threshold_firings where project_id = ${projectId}
      and (${ruleId}::uuid is null or rule_id = ${ruleId}) and (${personId}::uuid is null or person_id = ${personId})
    order by rule_id, person_id, fired_at desc`.execute(executor);
  return new Map(rows.map((row) => [firingKey(row), { atMs: row.firedAt.getTime(), n: row.n }]));
}

export const firingKey = ({ ruleId, personId }: { ruleId: string; personId: string }) =>
  `${ruleId} ${personId}`;

export async function insertFiring(
  transaction: Transaction,
  firing: {
    id: string;
    projectId: string;
    ruleId: string;
    ruleVersion: number;
    personId: string;
    act: ThresholdAct['kind'];
    evidence: ThresholdEvidence;
    effect: FiringEffect;
    now: Date;
  },
): Promise<void> {
  const { now, evidence, effect, ...columns } = firing;
  await transaction
    .insertInto('thresholdFirings')
    .values({
      ...columns,
      evidence: JSON.stringify(evidence),
      effect: JSON.stringify(effect),
      firedAt: now,
      // Nothing of a warning lasts.
      endedAt: null,
    })
    .execute();
}

/** What rules did in a project, newest first: to everybody or to one person, or one of it. */
export async function listFirings(
  executor: Executor,
  query: { projectId: string; personId?: string; firingId?: string; limit: number },
): Promise<StoredFiring[]> {
  const { projectId, personId = null, firingId = null } = query;
  const { rows } = await sql<
    Omit<StoredFiring, 'steps'> & { steps: (Omit<StoredStep, 'at'> & { at: string })[] }
  >`
    select f.id as "firingId", f.rule_id as "ruleId", r.name as "ruleName", v.rule, f.person_id as "personId", people.name as "personName",
      f.act, f.evidence, f.effect, f.fired_at as "firedAt", f.ended_at as "endedAt",
      coalesce((select jsonb_agg(jsonb_build_object('kind', s.kind, 'name', coalesce(by.name, ''), 'words', s.words, 'effect', s.effect, 'at', s.at) order by s.at, s.kind)
        from threshold_steps s left join people by on by.id = s.person_id where s.firing_id = f.id), '[]') as steps
    from threshold_firings f join threshold_rules r on r.id = f.rule_id
      join threshold_rule_versions v on v.rule_id = f.rule_id and v.version = f.rule_version
      join people on people.id = f.person_id
    where f.project_id = ${projectId} and (${personId}::uuid is null or f.person_id = ${personId})
      and (${firingId}::uuid is null or f.id = ${firingId})
    order by f.id desc limit ${query.limit}`.execute(executor);
  return rows.map(({ steps, ...row }) => ({
    ...row,
    steps: steps.map((step) => ({ ...step, at: new Date(step.at) })),
  }));
}

/** Adds a step; false where that kind of step was taken already. */
export async function insertStep(
  transaction: Transaction,
  step: {
    firingId: string;
    kind: FiringStepKind;
    personId: string | null;
    words: string;
    effect: StepEffect;
    now: Date;
  },
): Promise<boolean> {
  const { firingId, kind, personId, words, effect, now } = step;
  const written = await transaction
    .insertInto('thresholdSteps')
    .values({ firingId, kind, personId, words, effect: JSON.stringify(effect), at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('firingId')
    .executeTakeFirst();
  return written !== undefined;
}

export async function endFiring(
  transaction: Transaction,
  { firingId, now }: { firingId: string; now: Date },
): Promise<void> {
  await transaction
    .updateTable('thresholdFirings')
    .set({ endedAt: now })
    .where('id', '=', firingId)
    .where('endedAt', 'is', null)
    .execute();
}
