import { sql } from 'kysely';
import type { Executor, Transaction } from '#server/database/database.ts';

export interface StoredQuality {
  /** Null until the first computation has ended. */
  readonly report: unknown;
  readonly throughJudgmentId: string | null;
  readonly rubricVersion: number;
  readonly computedAt: Date | null;
  readonly tookMs: number;
  /** When the computation was put in line that has not ended yet. */
  readonly askedAt: Date | null;
}

export async function findQuality(executor: Executor, projectId: string): Promise<StoredQuality | undefined> {
  return executor
    .selectFrom('qualityReports')
    .where('projectId', '=', projectId)
    .select(['report', 'throughJudgmentId', 'rubricVersion', 'computedAt', 'tookMs', 'askedAt'])
    .executeTakeFirst();
}

/** How many judgments came after one, counted up to a limit; ids are in order of creation. */
export async function countJudgmentsAfter(
  executor: Executor,
  query: { projectId: string; judgmentId: string | null; atMost: number },
): Promise<number> {
  const after = query.judgmentId === null ? sql`` : sql`and id > ${query.judgmentId}`;
  const result = await sql<{ count: number }>`
    select count(*)::int as count from (
      select 1 from judgments where project_id = ${query.projectId} ${after} limit ${query.atMost}
    ) newer`.execute(executor);
  return result.rows[0]?.count ?? 0;
}

/**
 * Puts a computation in line unless one is; of two that ask at once the second waits for the row and finds it asked
 * for. One that was asked for before `lostBefore` counts as lost.
 */
export async function askForQuality(
  transaction: Transaction,
  ask: { projectId: string; now: Date; lostBefore: Date },
): Promise<boolean> {
  const result = await sql`
    insert into quality_reports (project_id, asked_at) values (${ask.projectId}, ${ask.now})
    on conflict (project_id) do update set asked_at = excluded.asked_at
      where quality_reports.asked_at is null or quality_reports.asked_at < ${ask.lostBefore}
    returning project_id`.execute(transaction);
  return result.rows.length === 1;
}

/** Keeps a report in place of the one before; nothing where the project was deleted meanwhile. */
export async function keepQuality(
  executor: Executor,
  kept: {
    projectId: string;
    report: unknown;
    throughJudgmentId: string | null;
    rubricVersion: number;
    computedAt: Date;
    tookMs: number;
  },
): Promise<void> {
  await executor
    .updateTable('qualityReports')
    .set({
      report: JSON.stringify(kept.report),
      throughJudgmentId: kept.throughJudgmentId,
      rubricVersion: kept.rubricVersion,
      computedAt: kept.computedAt,
      tookMs: kept.tookMs,
      askedAt: null,
    })
    .where('projectId', '=', kept.projectId)
    .execute();
}

/** Projects whose computation a killed process left in line. */
export async function listAskedQuality(executor: Executor): Promise<string[]> {
  const rows = await executor
    .selectFrom('qualityReports')
    .where('askedAt', 'is not', null)
    .select('projectId')
    .execute();
  return rows.map(({ projectId }) => projectId);
}

/** Open questions about what the guidelines leave open, by the section that they name; most first. */
export async function countOpenBySection(
  executor: Executor,
  projectId: string,
): Promise<{ section: string; open: number }[]> {
  const result = await sql<{ section: string; open: number }>`
    select section, count(*)::int as open from flags
    where project_id = ${projectId} and resolved_at is null and kind = 'rubric_unclear'
    group by section order by open desc, section`.execute(executor);
  return result.rows;
}

export interface ChangeMark {
  readonly kind: 'guideline' | 'rubric' | 'model';
  /** Of models that came together the highest. */
  readonly version: number;
  /** The models' names, in order; none where it is about guidelines or a rubric. */
  readonly names: string[];
  readonly at: Date;
}

/** When each version of the guidelines and of the rubric came, and when models did, oldest first. */
export async function listChangeMarks(executor: Executor, projectId: string): Promise<ChangeMark[]> {
  const result = await sql<ChangeMark>`
    select 'guideline' as kind, version, '{}'::text[] as names, created_at as at from guideline_versions where project_id = ${projectId}
    union all
    select 'rubric', version, '{}'::text[], created_at from rubric_versions where project_id = ${projectId}
    union all
    select 'model', max(version), array_agg(name order by name), at from model_changes where project_id = ${projectId} group by at
    order by at, kind, version`.execute(executor);
  return result.rows;
}
