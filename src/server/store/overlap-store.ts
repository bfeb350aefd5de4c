import { sql } from 'kysely';
import type { Answers } from '#domain/judging/answers.ts';
import type { QualityFigures } from '#domain/quality/quality-report.ts';
import type { AdaptiveOverlap, OverlapDecision } from '#domain/queue/adaptive-overlap.ts';
import type { Executor, Transaction } from '#server/database/database.ts';

/** Says that an item's number of judgments is to be decided anew, if its project decides by answers. */
export async function noteOverlapCheck(
  executor: Executor,
  check: { projectId: string; itemId: string },
): Promise<void> {
  await sql`
    insert into overlap_checks (item_id, project_id)
    select ${check.itemId}, id from projects where id = ${check.projectId} and adaptive_overlap is not null
    on conflict do nothing`.execute(executor);
}

/** Items behind one that are to be decided anew, in the order of their ids. */
export async function listOverlapChecks(
  executor: Executor,
  query: { projectId: string; after: string; atMost: number },
): Promise<string[]> {
  const rows = await executor
    .selectFrom('overlapChecks')
    .where('projectId', '=', query.projectId)
    .where('itemId', '>', query.after)
    .orderBy('itemId')
    .limit(query.atMost)
    .select('itemId')
    .execute();
  return rows.map(({ itemId }) => itemId);
}

export interface CheckedItem {
  readonly responseCount: number;
  readonly priority: number;
  readonly done: number;
  readonly wanted: number;
  readonly remaining: number;
  readonly settings: AdaptiveOverlap | null;
  readonly balance: number;
  readonly rubricVersion: number;
}

/** Takes an item that is to be decided; undefined where somebody else decides it, or did. The project's row is held too. */
export async function takeOverlapCheck(
  transaction: Transaction,
  check: { projectId: string; itemId: string },
): Promise<CheckedItem | undefined> {
  const taken = await transaction
    .deleteFrom('overlapChecks')
    .where('itemId', '=', check.itemId)
    .where('projectId', '=', check.projectId)
    .returning('itemId')
    .executeTakeFirst();
  if (taken === undefined) return undefined;
  const { rows } = await sql<CheckedItem>`
    select i.response_count as "responseCount", i.priority, i.done, i.wanted, i.remaining,
      p.adaptive_overlap as settings, p.overlap_balance as balance, p.rubric_version as "rubricVersion"
    from items i join projects p on p.id = i.project_id
    where i.id = ${check.itemId} for update of i`.execute(transaction);
  return rows[0];
}

/** The answers of an item that count now, with the version of the rubric that each was given under. */
export async function listCurrentAnswers(
  executor: Executor,
  itemId: string,
): Promise<{ answers: Answers; rubricVersion: number; annotatorId: string }[]> {
  const rows = await executor
    .selectFrom('assignments')
    .innerJoin('judgments', 'judgments.id', 'assignments.judgmentId')
    .where('assignments.itemId', '=', itemId)
    .where('assignments.state', '=', 'submitted')
    .where('assignments.takesPlace', '=', true)
    .select(['judgments.answers', 'judgments.rubricVersion', 'judgments.annotatorId'])
    .orderBy('judgments.id')
    .execute();
  return rows.map((row) => ({ ...row, answers: row.answers as Answers }));
}

/** Takes away the places that nobody holds, and adds them to what may be given to other items. */
export async function freePlaces(
  transaction: Transaction,
  { projectId, itemId, freed }: { projectId: string; itemId: string; freed: number },
): Promise<void> {
  if (freed === 0) return;
  await sql`update items set wanted = wanted - ${freed}::int, remaining = remaining - ${freed}::int where id = ${itemId}`.execute(
    transaction,
  );
  await sql`update projects set overlap_balance = overlap_balance + ${freed}::int where id = ${projectId}`.execute(
    transaction,
  );
}

/** Adds one place, if any may be added still. */
export async function addPlace(
  transaction: Transaction,
  { projectId, itemId }: { projectId: string; itemId: string },
): Promise<boolean> {
  const paid = await sql`
    update projects set overlap_balance = overlap_balance - 1 where id = ${projectId} and overlap_balance > 0 returning id`.execute(
    transaction,
  );
  if (paid.rows.length === 0) return false;
  await sql`update items set wanted = wanted + 1, remaining = remaining + 1 where id = ${itemId}`.execute(
    transaction,
  );
  return true;
}

const outcomeOf = { settle: 'settled', extend: 'extended', split: 'split' } as const;

/** Keeps what was decided last; an item that waits for more judgments has no outcome. */
export async function keepOverlapOutcome(
  transaction: Transaction,
  kept: { projectId: string; itemId: string; decision: OverlapDecision; judgments: number; now: Date },
): Promise<void> {
  const { projectId, itemId, decision, judgments, now } = kept;
  if (decision.kind === 'wait') {
    await transaction
      .deleteFrom('overlapOutcomes')
      .where('itemId', '=', itemId)
      .where('outcome', '<>', 'extended')
      .execute();
    return;
  }
  const values = {
    outcome: outcomeOf[decision.kind],
    label: decision.label,
    certainty: decision.certainty,
    judgments,
    decidedAt: now,
  };
  await transaction
    .insertInto('overlapOutcomes')
    .values({ itemId, projectId, ...values })
    .onConflict((conflict) => conflict.column('itemId').doUpdateSet(values))
    .execute();
}

/** The share of pairs of people that agree on the deciding question, as the kept report knows it. */
export async function findOverallAgreement(
  executor: Executor,
  query: { projectId: string; criterionKey: string },
): Promise<number | null> {
  const row = await executor
    .selectFrom('qualityReports')
    .where('projectId', '=', query.projectId)
    .select('report')
    .executeTakeFirst();
  const report = row?.report as Pick<QualityFigures, 'criteria'> | null | undefined;
  const found = report?.criteria.find(({ key }) => key === query.criterionKey);
  return found?.sameSide?.value ?? found?.same.value ?? null;
}

/** The settings of a project, and what may still be added. With `lock` the row is held until the transaction ends. */
export async function findAdaptive(
  executor: Executor,
  query: { projectId: string; lock?: boolean },
): Promise<
  { settings: AdaptiveOverlap | null; balance: number; overlap: number; rubricVersion: number } | undefined
> {
  let select = executor
    .selectFrom('projects')
    .where('id', '=', query.projectId)
    .select(['adaptiveOverlap as settings', 'overlapBalance as balance', 'overlap', 'rubricVersion']);
  if (query.lock === true) select = select.forNoKeyUpdate();
  const row = await select.executeTakeFirst();
  return row && { ...row, settings: row.settings as AdaptiveOverlap | null };
}

/** Changes the settings; every item that was judged is to be decided anew. */
export async function changeAdaptive(
  transaction: Transaction,
  change: { projectId: string; settings: AdaptiveOverlap | null; balance: number },
): Promise<void> {
  const { projectId, settings, balance } = change;
  await transaction
    .updateTable('projects')
    .set({ adaptiveOverlap: settings === null ? null : JSON.stringify(settings), overlapBalance: balance })
    .where('id', '=', projectId)
    .execute();
  await transaction.deleteFrom('overlapChecks').where('projectId', '=', projectId).execute();
  if (settings === null) return;
  // A large project takes a while; annotators go on meanwhile.
  await sql`set local statement_timeout = 0`.execute(transaction);
  await sql`
    insert into overlap_checks (item_id, project_id)
    select id, project_id from items where project_id = ${projectId} and done > 0 and dropped_at is null
    on conflict do nothing`.execute(transaction);
}

export interface OverlapCounts {
  readonly settled: number;
  readonly extended: number;
  readonly split: number;
  readonly open: number;
}

export async function countOverlap(executor: Executor, projectId: string): Promise<OverlapCounts> {
  const { rows } = await sql<OverlapCounts>`
    select (count(*) filter (where o.outcome = 'settled'))::int as settled,
      (count(*) filter (where o.outcome = 'extended'))::int as extended,
      (count(*) filter (where o.outcome = 'split'))::int as split,
      (count(*) filter (where o.outcome is null or o.outcome = 'extended'))::int as open
    from items i left join overlap_outcomes o on o.item_id = i.id
    where i.project_id = ${projectId} and i.done > 0 and i.dropped_at is null`.execute(executor);
  return rows[0] ?? { settled: 0, extended: 0, split: 0, open: 0 };
}

export interface SplitItem {
  readonly itemId: string;
  readonly text: string;
  readonly label: string | null;
  readonly certainty: number;
  readonly judgments: number;
  readonly decidedAt: Date;
}

/** Items that are left to experts, the least certain first. */
export async function listSplitItems(
  executor: Executor,
  query: { projectId: string; atMost: number },
): Promise<readonly SplitItem[]> {
  const { rows } = await sql<SplitItem>`
    select o.item_id as "itemId", left(coalesce(c.prompt -> -1 ->> 'content', ''), 200) as text, o.label, o.certainty, o.judgments, o.decided_at as "decidedAt"
    from overlap_outcomes o join items i on i.id = o.item_id join item_contents c on c.item_id = o.item_id
    where o.project_id = ${query.projectId} and o.outcome = 'split' and i.dropped_at is null
    order by o.certainty, o.item_id limit ${query.atMost}`.execute(executor);
  return rows;
}

/** Projects in which something is left to be decided. */
export async function listOverlapProjects(executor: Executor): Promise<string[]> {
  const rows = await executor.selectFrom('overlapChecks').select('projectId').distinct().execute();
  return rows.map(({ projectId }) => projectId);
}
