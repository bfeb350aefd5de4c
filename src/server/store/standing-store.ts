import { sql } from 'kysely';
import type { PersonTier, ThresholdRule } from '#domain/thresholds/rule.ts';
import type { Executor, Transaction } from '#server/database/database.ts';

/** Why a person gets no ordinary work. */
export interface Standing {
  readonly firingId: string;
  readonly act: 'pause' | 'calibrate';
  readonly rule: ThresholdRule;
  readonly firedAt: Date;
}

/** What keeps a person from ordinary work, a pause before everything else; nothing for almost everybody. */
export async function findStanding(
  executor: Executor,
  who: { projectId: string; personId: string },
): Promise<Standing | undefined> {
  const { rows } = await sql<Standing>`
    select f.id as "firingId", f.act, v.rule, f.fired_at as "firedAt"
    from threshold_firings f join threshold_rule_versions v on v.rule_id = f.rule_id and v.version = f.rule_version
    where f.project_id = ${who.projectId} and f.person_id = ${who.personId} and f.ended_at is null and f.act in ('pause', 'calibrate')
    order by f.act desc, f.fired_at limit 1`.execute(executor);
  return rows[0];
}

export interface OpenCalibration {
  readonly firingId: string;
  readonly personId: string;
  readonly rule: ThresholdRule;
  /** What became of each gold since, oldest first. */
  readonly results: readonly boolean[];
}

/** Who has to pass gold, with what they made of it since; of one person, or all of a project. */
export async function listCalibrations(
  executor: Executor,
  query: { projectId: string; personId?: string },
): Promise<OpenCalibration[]> {
  const { projectId, personId = null } = query;
  const { rows } = await sql<OpenCalibration>`
    select f.id as "firingId", f.person_id as "personId", v.rule,
      coalesce((select jsonb_agg(r.passed order by r.judged_at, r.judgment_id)
        from gold_results r join gold_judgments j on j.judgment_id = r.judgment_id join golds g on g.item_id = r.item_id
        where r.project_id = f.project_id and r.person_id = f.person_id and r.judged_at > f.fired_at and r.passed is not null
          and r.gold_revision = g.revision and g.state <> 'suspect' and not g.is_wrong), '[]') as results
    from threshold_firings f join threshold_rule_versions v on v.rule_id = f.rule_id and v.version = f.rule_version
    where f.project_id = ${projectId} and (${personId}::uuid is null or f.person_id = ${personId}) and f.ended_at is null and f.act = 'calibrate'
    order by f.id`.execute(executor);
  return rows;
}

/** Everybody's tier in a project who has another than the usual one. */
export async function listTiers(executor: Executor, projectId: string): Promise<Map<string, PersonTier>> {
  const rows = await executor
    .selectFrom('personTiers')
    .where('projectId', '=', projectId)
    .select(['personId', 'tier'])
    .execute();
  return new Map(rows.map(({ personId, tier }) => [personId, tier as PersonTier]));
}

export async function writeTier(
  transaction: Transaction,
  written: { projectId: string; personId: string; tier: PersonTier; now: Date },
): Promise<void> {
  const { projectId, personId, tier, now } = written;
  await transaction
    .insertInto('personTiers')
    .values({ projectId, personId, tier, changedAt: now })
    .onConflict((conflict) =>
      conflict.columns(['projectId', 'personId']).doUpdateSet({ tier, changedAt: now }),
    )
    .execute();
}
