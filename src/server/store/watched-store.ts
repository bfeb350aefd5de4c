import { sql } from 'kysely';
import type { Executor, Transaction } from '#server/database/database.ts';

/** Points of a measure as they are kept: pairs of an instant in milliseconds and a share. */
type KeptPoints = readonly (readonly [atMs: number, share: number])[];

export interface KeptSeries {
  readonly agreement: KeptPoints;
  readonly quick: KeptPoints;
  /** Of what was kept before rules looked at habits they are missing. */
  readonly first?: KeptPoints;
  readonly longer?: KeptPoints;
}

/** Keeps what rules look at in place of what was kept before, with the report that it belongs to. */
export async function keepSeries(
  transaction: Transaction,
  kept: { projectId: string; people: readonly { personId: string; series: KeptSeries }[] },
): Promise<void> {
  const { projectId, people } = kept;
  await transaction.deleteFrom('watchedSeries').where('projectId', '=', projectId).execute();
  for (const { personId, series } of people)
    await sql`
      insert into watched_series (project_id, person_id, series)
      select id, ${personId}, ${JSON.stringify(series)}::jsonb from projects where id = ${projectId}`.execute(
      transaction,
    );
}

export async function listSeries(
  executor: Executor,
  projectId: string,
): Promise<{ personId: string; series: KeptSeries }[]> {
  const rows = await executor
    .selectFrom('watchedSeries')
    .where('projectId', '=', projectId)
    .select(['personId', 'series'])
    .execute();
  return rows.map((row) => ({ ...row, series: row.series as KeptSeries }));
}

export interface JudgedPoint {
  readonly personId: string;
  readonly at: Date;
  readonly met: boolean;
}

/** What became of each test with a known answer, oldest first; suspect and wrong gold is left out. */
export async function listGoldPoints(executor: Executor, projectId: string): Promise<JudgedPoint[]> {
  const { rows } = await sql<JudgedPoint>`
    select r.person_id as "personId", r.judged_at as at, r.passed as met
    from gold_results r join gold_judgments j on j.judgment_id = r.judgment_id join golds g on g.item_id = r.item_id
    where r.project_id = ${projectId} and r.passed is not null and j.gold_purpose = 'test' and r.gold_revision = g.revision
      and g.state <> 'suspect' and not g.is_wrong
    order by r.judged_at, r.judgment_id`.execute(executor);
  return rows;
}

/** Whether each reviewed judgment that counts was accepted, in the order in which they were judged. */
export async function listReviewPoints(executor: Executor, projectId: string): Promise<JudgedPoint[]> {
  const { rows } = await sql<JudgedPoint>`
    select a.annotator_id as "personId", a.finished_at as at, ro.verdict = 'accepted' as met
    from review_outcomes ro join assignments a on a.id = ro.assignment_id and a.state = 'submitted' and a.judgment_id = ro.judgment_id
    where ro.project_id = ${projectId} order by a.finished_at, a.id`.execute(executor);
  return rows;
}

/** Who may read known answers: everybody with another role than annotator, and owners of the deployment. */
export async function listGoldReaders(executor: Executor, projectId: string): Promise<Set<string>> {
  const { rows } = await sql<{ personId: string }>`
    select person_id as "personId" from project_members where project_id = ${projectId} and role <> 'annotator'
    union select id from people where deployment_role = 'owner'`.execute(executor);
  return new Set(rows.map(({ personId }) => personId));
}
