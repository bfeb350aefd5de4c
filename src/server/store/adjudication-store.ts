import { sql } from 'kysely';
import type { Answers } from '#domain/judging/answers.ts';
import type { AdjudicationCause, AdjudicationOutcome } from '#domain/review/adjudication.ts';
import type { Executor, Transaction } from '#server/database/database.ts';
import { answerTo, compared } from './item-list-store.ts';

export interface DisputedRow {
  readonly itemId: string;
  readonly promptStart: string | null;
  readonly judgments: number;
  readonly answers: number;
  readonly disagreement: number;
  readonly cause: AdjudicationCause | null;
  readonly total: number;
}

/** Items on which people gave different answers, by the share of pairs that differ. Of a preference only the side counts. */
export async function listDisputed(
  executor: Executor,
  query: { projectId: string; isSettled: boolean; criterion: string | undefined; limit: number },
): Promise<DisputedRow[]> {
  const { projectId, isSettled, criterion, limit } = query;
  const answer = criterion === undefined ? compared : answerTo(sql`${criterion}::text`);
  const result = await sql<DisputedRow>`
    with votes as (
      select i.id as item_id, ad.cause, ${answer} as answer
      from items i
        left join adjudications ad on ad.item_id = i.id and ad.superseded_at is null
        join assignments a on a.item_id = i.id and a.state = 'submitted' and a.repeats_id is null
        join judgments j on j.id = a.judgment_id
        join rubric_versions rv on rv.project_id = j.project_id and rv.version = j.rubric_version
      where i.project_id = ${projectId} and i.done > 1 and (ad.id is not null) = ${isSettled}
        and (${isSettled} or i.dropped_at is null)
    ), counted as (
      select item_id, cause, case when jsonb_typeof(answer) = 'object' then answer - 'strength' else answer end as said, count(*)::int as n
      from votes where answer is not null group by 1, 2, 3
    ), scored as (
      select item_id, cause, sum(n)::int as judgments, count(*)::int as answers,
        (1 - sum(n * (n - 1))::float8 / (sum(n) * (sum(n) - 1)))::float8 as disagreement
      from counted group by item_id, cause having sum(n) > 1 and (count(*) > 1 or ${isSettled})
    )
    select scored.*, left(c.prompt -> -1 ->> 'content', 300) as prompt_start, (count(*) over ())::int as total
    from scored join item_contents c on c.item_id = scored.item_id
    order by disagreement desc, judgments desc, item_id limit ${limit}`.execute(executor);
  return result.rows;
}

export interface AdjudicationRow {
  readonly id: string;
  readonly adjudicatorId: string;
  readonly adjudicatorName: string;
  readonly answers: Answers | null;
  readonly pickedJudgmentId: string | null;
  readonly rubricVersion: number;
  readonly cause: AdjudicationCause;
  readonly words: string;
  readonly outcomes: AdjudicationOutcome[];
  readonly section: string;
  readonly createdAt: Date;
}

/** The final answer that counts. */
export async function findAdjudication(
  executor: Executor,
  query: { projectId: string; itemId: string },
): Promise<AdjudicationRow | undefined> {
  const result = await sql<AdjudicationRow>`
    select ad.id, ad.adjudicator_id, people.name as adjudicator_name, ad.answers, ad.picked_judgment_id, ad.rubric_version, ad.cause, ad.words,
      ad.outcomes, ad.section, ad.created_at
    from adjudications ad join people on people.id = ad.adjudicator_id
    where ad.item_id = ${query.itemId} and ad.project_id = ${query.projectId} and ad.superseded_at is null`.execute(
    executor,
  );
  return result.rows[0];
}

export async function findAdjudicationByClientId(
  executor: Executor,
  query: { adjudicatorId: string; clientId: string },
): Promise<{ itemId: string } | undefined> {
  return executor
    .selectFrom('adjudications')
    .where('adjudicatorId', '=', query.adjudicatorId)
    .where('clientId', '=', query.clientId)
    .select('itemId')
    .executeTakeFirst();
}

/** Holds an item until the transaction ends, so that two who settle it come one after the other. */
export async function lockItem(
  transaction: Transaction,
  query: { projectId: string; itemId: string },
): Promise<boolean> {
  const row = await transaction
    .selectFrom('items')
    .where('id', '=', query.itemId)
    .where('projectId', '=', query.projectId)
    .select('id')
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

export interface JudgedAs {
  readonly judgmentId: string;
  readonly assignmentId: string;
  readonly rubricVersion: number;
  readonly answers: Answers;
}

/** The current judgments of an item, oldest first. */
export async function listJudgmentsOf(executor: Executor, itemId: string): Promise<JudgedAs[]> {
  const result = await sql<JudgedAs>`
    select j.id as judgment_id, a.id as assignment_id, j.rubric_version, j.answers
    from assignments a join judgments j on j.id = a.judgment_id
    where a.item_id = ${itemId} and a.state = 'submitted' and a.repeats_id is null order by j.id`.execute(
    executor,
  );
  return result.rows;
}

export interface NewAdjudication extends Omit<AdjudicationRow, 'adjudicatorName' | 'createdAt'> {
  readonly projectId: string;
  readonly itemId: string;
  readonly clientId: string;
  readonly now: Date;
}

/** Makes a final answer the one that counts; the one before stays as history. The caller holds the item. */
export async function storeAdjudication(transaction: Transaction, made: NewAdjudication): Promise<void> {
  await transaction
    .updateTable('adjudications')
    .set({ supersededAt: made.now })
    .where('itemId', '=', made.itemId)
    .where('supersededAt', 'is', null)
    .execute();
  await transaction
    .insertInto('adjudications')
    .values({
      id: made.id,
      projectId: made.projectId,
      itemId: made.itemId,
      clientId: made.clientId,
      adjudicatorId: made.adjudicatorId,
      answers: made.answers === null ? null : JSON.stringify(made.answers),
      pickedJudgmentId: made.pickedJudgmentId,
      rubricVersion: made.rubricVersion,
      cause: made.cause,
      words: made.words,
      outcomes: JSON.stringify(made.outcomes),
      section: made.section,
      createdAt: made.now,
    })
    .execute();
}

export async function insertPrecedent(
  transaction: Transaction,
  precedent: {
    id: string;
    projectId: string;
    adjudicationId: string;
    itemId: string;
    section: string;
    words: string;
    now: Date;
  },
): Promise<void> {
  const { now, ...values } = precedent;
  await transaction
    .insertInto('precedents')
    .values({ ...values, createdAt: now })
    .execute();
}

export interface PrecedentRow {
  readonly precedentId: string;
  readonly itemId: string;
  readonly section: string;
  readonly words: string;
  readonly promptStart: string | null;
  readonly createdAt: Date;
}

/** Precedents whose final answer still counts, newest first; `search` looks in words and section. */
export async function listPrecedentRows(
  executor: Executor,
  query: { projectId: string; search: string | undefined; limit: number },
): Promise<PrecedentRow[]> {
  const { projectId, search, limit } = query;
  const found =
    search === undefined || search.trim() === ''
      ? sql``
      : sql`and position(lower(${search.trim()}) in lower(p.section || ' ' || p.words)) > 0`;
  const result = await sql<PrecedentRow>`
    select p.id as precedent_id, p.item_id, p.section, p.words, left(c.prompt -> -1 ->> 'content', 300) as prompt_start, p.created_at
    from precedents p
      join adjudications ad on ad.id = p.adjudication_id and ad.superseded_at is null
      join item_contents c on c.item_id = p.item_id
    where p.project_id = ${projectId} ${found} order by p.id desc limit ${limit}`.execute(executor);
  return result.rows;
}
