import { sql } from 'kysely';
import type { Answers } from '#domain/judging/answers.ts';
import type { ReviewKind } from '#domain/review/decide-review.ts';
import { placeOf, type SampleReason } from '#domain/review/sample-judgment.ts';
import type { Executor, Transaction } from '#server/database/database.ts';

export interface CandidateRow {
  readonly judgmentId: string;
  readonly assignmentId: string;
  readonly itemId: string;
  readonly annotatorId: string;
  readonly answers: Answers;
  readonly activeMs: number;
  readonly rubricVersion: number;
  readonly responseCount: number;
  readonly characters: number;
  readonly isFlagged: boolean;
  readonly ordinal: number;
  /** The newest review of this judgment's task: its round, and what it was decided on. */
  readonly lastRound: number | null;
  readonly lastJudgmentId: string | null;
  readonly isDecided: boolean | null;
}

/** Current judgments after one, oldest first, with what sampling rests on. Dropped items are nobody's business. */
export async function listCandidates(
  executor: Executor,
  query: { projectId: string; after: string; limit: number; countUpTo: number },
): Promise<CandidateRow[]> {
  const result = await sql<CandidateRow>`
    select j.id as judgment_id, a.id as assignment_id, j.item_id, j.annotator_id, j.answers, j.active_ms, j.rubric_version, i.response_count,
      length(c.prompt::text) + length(c.responses::text) as characters,
      exists (select 1 from flags f where f.assignment_id = a.id) as is_flagged,
      (select count(*)::int + 1 from (
        select 1 from assignments o where o.project_id = a.project_id and o.annotator_id = a.annotator_id and o.state = 'submitted'
          and (o.finished_at, o.id) < (a.finished_at, a.id) limit ${query.countUpTo}) earlier) as ordinal,
      last.round as last_round, last.judgment_id as last_judgment_id, last.state = 'decided' as is_decided
    from judgments j
      join assignments a on a.id = j.assignment_id and a.judgment_id = j.id and a.state = 'submitted' and a.repeats_id is null
      join items i on i.id = j.item_id and i.dropped_at is null
      join item_contents c on c.item_id = j.item_id
      left join lateral (
        select r.round, r.judgment_id, r.state from reviews r where r.assignment_id = a.id and r.kind <> 'second'
        order by r.round desc, r.kind desc limit 1
      ) last on true
    where j.project_id = ${query.projectId} and j.id > ${query.after}
    order by j.id limit ${query.limit}`.execute(executor);
  return result.rows;
}

export interface PeerRow {
  readonly judgmentId: string;
  readonly assignmentId: string;
  readonly itemId: string;
  readonly annotatorId: string;
  readonly rubricVersion: number;
  readonly answers: Answers;
}

/** Every current judgment of some items. */
export async function listPeers(executor: Executor, itemIds: readonly string[]): Promise<PeerRow[]> {
  if (itemIds.length === 0) return [];
  const result = await sql<PeerRow>`
    select j.id as judgment_id, a.id as assignment_id, j.item_id, j.annotator_id, j.rubric_version, j.answers
    from assignments a join judgments j on j.id = a.judgment_id
    where a.item_id = any(${[...itemIds]}::uuid[]) and a.state = 'submitted' and a.repeats_id is null order by j.id`.execute(
    executor,
  );
  return result.rows;
}

export interface NewReview {
  readonly id: string;
  readonly itemId: string;
  readonly assignmentId: string;
  readonly authorId: string;
  readonly round: number;
  readonly kind: ReviewKind;
  readonly reasons: readonly SampleReason[];
}

/** Puts reviews into the queue; one that is there already stays as it is, so that each is sampled once. */
export async function insertReviews(
  transaction: Transaction,
  insert: { projectId: string; reviews: readonly NewReview[]; now: Date },
): Promise<number> {
  if (insert.reviews.length === 0) return 0;
  const result = await transaction
    .insertInto('reviews')
    .values(
      insert.reviews.map(({ reasons, ...review }) => ({
        ...review,
        projectId: insert.projectId,
        reasons: JSON.stringify(reasons),
        place: placeOf(reasons),
        state: 'waiting',
        createdAt: insert.now,
      })),
    )
    .onConflict((conflict) => conflict.columns(['assignmentId', 'round', 'kind']).doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0n);
}
