import { sql } from 'kysely';
import type { Answers } from '#domain/judging/answers.ts';
import type { ReviewKind, ReviewVerdict } from '#domain/review/decide-review.ts';
import type { SampleReason } from '#domain/review/sample-judgment.ts';
import type { Executor, Transaction } from '#server/database/database.ts';

export interface LockedReview {
  readonly id: string;
  readonly itemId: string;
  readonly assignmentId: string;
  readonly authorId: string;
  readonly round: number;
  readonly kind: ReviewKind;
  readonly reasons: SampleReason[];
  readonly state: string;
  readonly leaseBy: string | null;
  readonly leaseUntil: Date | null;
  readonly decisionId: string | null;
  readonly decidedBy: string | null;
  readonly judgmentId: string | null;
  readonly authorAnswer: 'redone' | 'disputed' | null;
  readonly authorClientId: string | null;
}

/**
 * Holds all reviews of a task until the transaction ends, so that whoever decides, undoes or answers on the same
 * judgment comes one after the other; the asked one stands first.
 */
export async function lockReviews(
  transaction: Transaction,
  query: { projectId: string; reviewId: string },
): Promise<readonly [LockedReview, ...LockedReview[]] | undefined> {
  const result = await sql<LockedReview>`
    select id, item_id, assignment_id, author_id, round, kind, reasons, state, lease_by, lease_until, decision_id, decided_by, judgment_id,
      author_answer, author_client_id
    from reviews where project_id = ${query.projectId}
      and assignment_id = (select assignment_id from reviews where id = ${query.reviewId} and project_id = ${query.projectId})
    order by id for update`.execute(transaction);
  const asked = result.rows.find(({ id }) => id === query.reviewId);
  return asked && [asked, ...result.rows.filter((row) => row !== asked)];
}

export interface DecisionRow {
  readonly id: string;
  readonly reviewId: string;
  readonly verdict: ReviewVerdict;
  readonly decidedAt: Date;
  readonly undoneAt: Date | null;
  readonly isSame: boolean;
}

export interface NewDecision {
  readonly id: string;
  readonly reviewId: string;
  readonly reviewerId: string;
  readonly clientId: string;
  readonly judgmentId: string;
  readonly verdict: ReviewVerdict;
  readonly grade: string | null;
  readonly criterionGrades: Readonly<Record<string, string>>;
  readonly aspectGrades: Readonly<Record<string, string>>;
  readonly words: string;
  readonly answers: Answers | null;
  readonly activeMs: number;
  readonly now: Date;
}

/** The decision that a client sent before under the same id, and whether it says the same. */
export async function findDecisionByClientId(
  executor: Executor,
  decision: Omit<NewDecision, 'id' | 'activeMs' | 'now'>,
): Promise<DecisionRow | undefined> {
  const answers = decision.answers === null ? null : JSON.stringify(decision.answers);
  const result = await sql<DecisionRow>`
    select id, review_id, verdict, decided_at, undone_at,
      (review_id = ${decision.reviewId} and judgment_id = ${decision.judgmentId} and verdict = ${decision.verdict} and words = ${decision.words}
        and grade is not distinct from ${decision.grade} and criterion_grades = ${JSON.stringify(decision.criterionGrades)}::jsonb
        and aspect_grades = ${JSON.stringify(decision.aspectGrades)}::jsonb and answers is not distinct from ${answers}::jsonb) as is_same
    from review_decisions where reviewer_id = ${decision.reviewerId} and client_id = ${decision.clientId}`.execute(
    executor,
  );
  return result.rows[0];
}

export async function findDecision(executor: Executor, id: string) {
  return executor
    .selectFrom('reviewDecisions')
    .where('id', '=', id)
    .select(['id', 'verdict', 'decidedAt', 'reviewerId'])
    .executeTakeFirst();
}

/** Stores a decision and makes it the one in force. */
export async function storeDecision(transaction: Transaction, decision: NewDecision): Promise<void> {
  const { answers } = decision;
  await transaction
    .insertInto('reviewDecisions')
    .values({
      id: decision.id,
      reviewId: decision.reviewId,
      reviewerId: decision.reviewerId,
      clientId: decision.clientId,
      judgmentId: decision.judgmentId,
      verdict: decision.verdict,
      grade: decision.grade,
      criterionGrades: JSON.stringify(decision.criterionGrades),
      aspectGrades: JSON.stringify(decision.aspectGrades),
      words: decision.words,
      activeMs: decision.activeMs,
      answers: answers === null ? null : JSON.stringify(answers),
      decidedAt: decision.now,
    })
    .execute();
  await transaction
    .updateTable('reviews')
    .set({
      state: 'decided',
      decisionId: decision.id,
      decidedBy: decision.reviewerId,
      judgmentId: decision.judgmentId,
      leaseBy: null,
      leaseUntil: null,
    })
    .where('id', '=', decision.reviewId)
    .execute();
}

/** Takes a decision back: the review is in the reviewer's hand again, and what was said stays as history. */
export async function undoDecision(
  transaction: Transaction,
  undo: { reviewId: string; decisionId: string; reviewerId: string; leaseUntil: Date; now: Date },
): Promise<void> {
  await transaction
    .updateTable('reviewDecisions')
    .set({ undoneAt: undo.now })
    .where('id', '=', undo.decisionId)
    .execute();
  await transaction
    .updateTable('reviews')
    .set({
      state: 'waiting',
      decisionId: null,
      decidedBy: null,
      judgmentId: null,
      leaseBy: undo.reviewerId,
      leaseUntil: undo.leaseUntil,
    })
    .where('id', '=', undo.reviewId)
    .execute();
}

/** Removes reviews that rested on a decision which was taken back; the caller has seen that nobody began them. */
export async function deleteReviews(transaction: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length > 0)
    await transaction
      .deleteFrom('reviews')
      .where('id', 'in', [...ids])
      .execute();
}

/** Writes anew what stands for a task: the final look of its newest decided round, else the first. */
export async function refreshOutcome(transaction: Transaction, assignmentId: string): Promise<void> {
  await sql`
    with gone as (
      delete from review_outcomes where assignment_id = ${assignmentId} and not exists (
        select 1 from reviews where assignment_id = ${assignmentId} and state = 'decided' and kind <> 'second')
    )
    insert into review_outcomes (assignment_id, project_id, review_id, judgment_id, verdict, grade, answers)
    select r.assignment_id, r.project_id, r.id, d.judgment_id, d.verdict, d.grade, d.answers
    from reviews r join review_decisions d on d.id = r.decision_id
    where r.assignment_id = ${assignmentId} and r.kind <> 'second'
    order by r.round desc, r.kind = 'final' desc limit 1
    -- One row a task: the newest decision takes the place of the one before.
    on conflict (assignment_id) do update set review_id = excluded.review_id, judgment_id = excluded.judgment_id, verdict = excluded.verdict,
      grade = excluded.grade, answers = excluded.answers`.execute(transaction);
}
