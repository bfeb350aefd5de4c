import { type SqlBool, sql } from 'kysely';
import type { Answers } from '#domain/judging/answers.ts';
import type { AdjudicationCause, AdjudicationOutcome } from '#domain/review/adjudication.ts';
import type { Executor, Transaction } from '#server/database/database.ts';

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
    criterionKey: string;
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
  readonly criterionKey: string;
  readonly words: string;
  readonly promptStart: string | null;
  readonly createdAt: Date;
}

/** Precedents whose final answer still counts, newest first; `search` looks in words and section, for each word of it. */
export async function listPrecedentRows(
  executor: Executor,
  query: { projectId: string; search: string | undefined; exceptItemId?: string; limit: number },
): Promise<PrecedentRow[]> {
  const { projectId, search = '', exceptItemId, limit } = query;
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const conditions = [
    sql<SqlBool>`p.project_id = ${projectId}`,
    ...words.map((word) => sql<SqlBool>`position(${word} in lower(p.section || ' ' || p.words)) > 0`),
    ...(exceptItemId === undefined ? [] : [sql<SqlBool>`p.item_id <> ${exceptItemId}`]),
  ];
  const result = await sql<PrecedentRow>`
    select p.id as precedent_id, p.item_id, p.section, p.criterion_key, p.words, left(c.prompt -> -1 ->> 'content', 300) as prompt_start, p.created_at
    from precedents p
      join adjudications ad on ad.id = p.adjudication_id and ad.superseded_at is null
      join item_contents c on c.item_id = p.item_id
    where ${sql.join(conditions, sql` and `)} order by p.id desc limit ${limit}`.execute(executor);
  return result.rows;
}
