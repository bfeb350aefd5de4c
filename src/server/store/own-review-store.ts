import { sql } from 'kysely';
import type { Answers } from '#domain/judging/answers.ts';
import type { ReviewKind, ReviewVerdict } from '#domain/review/decide-review.ts';
import type { Executor, Transaction } from '#server/database/database.ts';

export interface OwnReviewRow {
  readonly reviewId: string;
  readonly itemId: string;
  readonly assignmentId: string;
  readonly promptStart: string | null;
  readonly kind: ReviewKind;
  readonly verdict: ReviewVerdict;
  readonly grade: string | null;
  readonly criterionGrades: Record<string, string>;
  readonly aspectGrades: Record<string, string>;
  readonly words: string;
  readonly decidedAt: Date;
  readonly answer: 'redone' | 'disputed' | null;
  readonly answerWords: string;
  readonly finalVerdict: ReviewVerdict | null;
  readonly finalWords: string | null;
  readonly finalAt: Date | null;
  readonly finalAnswers: Answers | null;
  readonly finalAnswer: 'redone' | null;
  readonly finalReviewId: string | null;
  readonly hasFinal: boolean;
  /** The judgment decided on is still what the author says. */
  readonly isCurrent: boolean;
  readonly judgmentId: string;
  readonly rubricVersion: number;
  readonly guidelineVersion: number;
  readonly answers: Answers;
  readonly corrected: Answers | null;
  readonly shownOrder: readonly number[];
  readonly prompt: unknown;
  readonly responses: unknown;
  readonly extras: unknown;
}

/**
 * What reviewers returned to a person or corrected, newest first, with the final look where there was one. A judgment
 * that was accepted at first and returned by the final look counts too.
 */
export async function listOwnReviewRows(
  executor: Executor,
  query: { projectId: string; personId: string; reviewId?: string; limit: number },
): Promise<OwnReviewRow[]> {
  const one = query.reviewId === undefined ? sql`` : sql`and r.id = ${query.reviewId}`;
  const result = await sql<OwnReviewRow>`
    select r.id as review_id, r.item_id, r.assignment_id, left(c.prompt -> -1 ->> 'content', 300) as prompt_start, r.kind,
      d.verdict, d.grade, d.criterion_grades, d.aspect_grades, d.words, d.decided_at, r.author_answer as answer, r.author_words as answer_words,
      fd.verdict as final_verdict, fd.words as final_words, fd.decided_at as final_at, fd.answers as final_answers,
      f.author_answer as final_answer, f.id as final_review_id, f.id is not null as has_final,
      a.judgment_id = r.judgment_id as is_current, j.id as judgment_id, j.rubric_version, j.guideline_version, j.answers, d.answers as corrected,
      a.shown_order, c.prompt, c.responses, c.extras
    from reviews r
      join review_decisions d on d.id = r.decision_id
      join assignments a on a.id = r.assignment_id
      join judgments j on j.id = r.judgment_id
      join item_contents c on c.item_id = r.item_id
      left join reviews f on f.assignment_id = r.assignment_id and f.round = r.round and f.kind = 'final'
      left join review_decisions fd on fd.id = f.decision_id
    where r.project_id = ${query.projectId} and r.author_id = ${query.personId} and r.kind = 'first' ${one}
      and (d.verdict <> 'accepted' or fd.verdict <> 'accepted')
    order by coalesce(fd.decided_at, d.decided_at) desc limit ${query.limit}`.execute(executor);
  return result.rows;
}

/** Notes what the author did about a decision. */
export async function noteAuthorAnswer(
  transaction: Transaction,
  note: { reviewId: string; answer: 'redone' | 'disputed'; words: string; clientId: string; now: Date },
): Promise<void> {
  await transaction
    .updateTable('reviews')
    .set({
      authorAnswer: note.answer,
      authorWords: note.words,
      authorClientId: note.clientId,
      answeredAt: note.now,
    })
    .where('id', '=', note.reviewId)
    .execute();
}
