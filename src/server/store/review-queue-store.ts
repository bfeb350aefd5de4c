import { sql } from 'kysely';
import type { Answers } from '#domain/judging/answers.ts';
import type { ReviewVerdict } from '#domain/review/decide-review.ts';
import type { SampleReason } from '#domain/review/sample-judgment.ts';
import type { Executor, Transaction } from '#server/database/database.ts';

/**
 * What a person may take: not their own work, not what they decided on before, and nothing whose author has moved on.
 * The alias `r` is the review.
 */
const open = (personId: string) => sql`r.state = 'waiting' and r.author_id <> ${personId}
  and not exists (select 1 from reviews o where o.assignment_id = r.assignment_id and o.round = r.round and o.decided_by = ${personId})
  and not exists (select 1 from reviews o where o.assignment_id = r.assignment_id and o.round > r.round)
  and exists (select 1 from items i where i.id = r.item_id and i.dropped_at is null)
  and not exists (select 1 from assignments e where e.id = r.assignment_id and e.state = 'excluded')`;

/**
 * Fills a person's hand: what they hold stays theirs, and the next free ones are added. Rows that somebody else is
 * taking right now are passed by, so that two reviewers never get the same.
 */
export async function leaseReviews(
  transaction: Transaction,
  lease: { projectId: string; personId: string; size: number; leaseUntil: Date; now: Date },
): Promise<void> {
  const { projectId, personId, size, leaseUntil, now } = lease;
  const held = await sql`
    update reviews r set lease_until = ${leaseUntil} where r.project_id = ${projectId} and r.lease_by = ${personId} and ${open(personId)}
    returning r.id`.execute(transaction);
  const wanted = size - held.rows.length;
  if (wanted <= 0) return;
  await sql`
    update reviews set lease_by = ${personId}, lease_until = ${leaseUntil} where id in (
      select r.id from reviews r where r.project_id = ${projectId} and ${open(personId)}
        and (r.lease_by is null or r.lease_until < ${now}) and r.lease_by is distinct from ${personId}
      order by r.place, r.id limit ${wanted} for update skip locked
    )`.execute(transaction);
}

export interface HeldReviewRow {
  readonly reviewId: string;
  readonly itemId: string;
  readonly assignmentId: string;
  readonly round: number;
  readonly reasons: SampleReason[];
  readonly leaseUntil: Date;
  readonly authorId: string;
  readonly authorName: string;
  readonly judgmentId: string;
  readonly submittedAt: Date;
  readonly activeMs: number;
  readonly rubricVersion: number;
  readonly guidelineVersion: number;
  readonly answers: Answers;
  readonly shownOrder: readonly number[];
  readonly prompt: unknown;
  readonly responses: unknown;
  readonly extras: unknown;
  readonly kind: string;
}

/** What a person holds, in the order of the queue, with the judgment as it is now. */
export async function listHeldReviews(
  executor: Executor,
  query: { projectId: string; personId: string; limit: number },
): Promise<HeldReviewRow[]> {
  const result = await sql<HeldReviewRow>`
    select r.id as review_id, r.item_id, r.assignment_id, r.round, r.reasons, r.lease_until, r.author_id, people.name as author_name, r.kind,
      j.id as judgment_id, j.submitted_at, j.active_ms, j.rubric_version, j.guideline_version, j.answers, a.shown_order, c.prompt, c.responses, c.extras
    from reviews r
      join assignments a on a.id = r.assignment_id
      join judgments j on j.id = a.judgment_id
      join item_contents c on c.item_id = r.item_id
      join people on people.id = r.author_id
    where r.project_id = ${query.projectId} and r.lease_by = ${query.personId} and ${open(query.personId)}
    order by r.place, r.id limit ${query.limit}`.execute(executor);
  return result.rows;
}

export interface EarlierReviewRow {
  readonly assignmentId: string;
  readonly round: number;
  readonly kind: string;
  readonly verdict: ReviewVerdict;
  readonly grade: string | null;
  readonly criterionGrades: Record<string, string>;
  readonly aspectGrades: Record<string, string>;
  readonly words: string;
  readonly answers: Answers | null;
  readonly disputeWords: string;
}

/** What was decided on some tasks before, oldest first; blind second looks are never told. */
export async function listEarlierReviews(
  executor: Executor,
  assignmentIds: readonly string[],
): Promise<EarlierReviewRow[]> {
  if (assignmentIds.length === 0) return [];
  const result = await sql<EarlierReviewRow>`
    select r.assignment_id, r.round, r.kind, d.verdict, d.grade, d.criterion_grades, d.aspect_grades, d.words, d.answers,
      case when r.author_answer = 'disputed' then r.author_words else '' end as dispute_words
    from reviews r join review_decisions d on d.id = r.decision_id
    where r.assignment_id = any(${[...assignmentIds]}::uuid[]) and r.kind <> 'second' order by r.round, r.kind`.execute(
    executor,
  );
  return result.rows;
}

/** How many a person could still take, and how many they decided on since an instant. */
export async function countForReviewer(
  executor: Executor,
  query: { projectId: string; personId: string; since: Date; now: Date },
): Promise<{ waiting: number; doneToday: number }> {
  const { projectId, personId, since, now } = query;
  const result = await sql<{ waiting: number; doneToday: number }>`
    select
      (select count(*)::int from reviews r where r.project_id = ${projectId} and ${open(personId)}
        and (r.lease_by is null or r.lease_until < ${now}) and r.lease_by is distinct from ${personId}) as waiting,
      (select count(*)::int from reviews r join review_decisions d on d.id = r.decision_id
        where r.project_id = ${projectId} and r.decided_by = ${personId} and d.decided_at >= ${since}) as done_today`.execute(
    executor,
  );
  return result.rows[0] ?? { waiting: 0, doneToday: 0 };
}

export async function releaseHeldReviews(
  executor: Executor,
  query: { projectId: string; personId: string },
): Promise<number> {
  const result = await executor
    .updateTable('reviews')
    .set({ leaseBy: null, leaseUntil: null })
    .where('projectId', '=', query.projectId)
    .where('leaseBy', '=', query.personId)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}
