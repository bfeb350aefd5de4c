import { sql } from 'kysely';
import type { Answers } from '#domain/judging/answers.ts';
import type { Executor, Transaction } from '#server/database/database.ts';

export interface Amendment {
  readonly id: string;
  readonly projectId: string;
  readonly itemId: string;
  readonly assignmentId: string;
  readonly annotatorId: string;
  readonly clientId: string;
  readonly bodyHash: Buffer;
  readonly revision: number;
  readonly supersedes: string;
  readonly rubricVersion: number;
  readonly guidelineVersion: number;
  readonly answers: Answers;
  readonly activeMs: number;
  readonly late: boolean;
  readonly submittedAt: Date;
}

/** Stores a correction and makes it the judgment that counts: one statement, called under the assignment's lock. */
export async function storeAmendment(transaction: Transaction, judgment: Amendment): Promise<void> {
  await sql`
    with stored as (
      insert into judgments (id, project_id, item_id, assignment_id, annotator_id, client_id, body_hash, revision, supersedes, rubric_version, guideline_version, answers, active_ms, late, submitted_at)
      values (${judgment.id}, ${judgment.projectId}, ${judgment.itemId}, ${judgment.assignmentId}, ${judgment.annotatorId}, ${judgment.clientId}, ${judgment.bodyHash}, ${judgment.revision},
        ${judgment.supersedes}, ${judgment.rubricVersion}, ${judgment.guidelineVersion}, ${JSON.stringify(judgment.answers)}::jsonb, ${judgment.activeMs}, ${judgment.late}, ${judgment.submittedAt})
    )
    update assignments set judgment_id = ${judgment.id} where id = ${judgment.assignmentId}`.execute(
    transaction,
  );
}

export interface StoredJudgment {
  readonly id: string;
  readonly assignmentId: string;
  readonly revision: number;
  readonly bodyHash: Buffer;
  readonly late: boolean;
  readonly submittedAt: Date;
}

const columns = ['id', 'assignmentId', 'revision', 'bodyHash', 'late', 'submittedAt'] as const;

export async function findJudgmentByClientId(
  executor: Executor,
  query: { annotatorId: string; clientId: string },
): Promise<StoredJudgment | undefined> {
  return executor
    .selectFrom('judgments')
    .where('annotatorId', '=', query.annotatorId)
    .where('clientId', '=', query.clientId)
    .select(columns)
    .executeTakeFirst();
}

export interface StoredRevision extends StoredJudgment {
  readonly goldPurpose: string | null;
}

/** All revisions of one assignment, first to last. */
export async function listRevisions(executor: Executor, assignmentId: string): Promise<StoredRevision[]> {
  return executor
    .selectFrom('judgments')
    .innerJoin('assignments', 'assignments.id', 'judgments.assignmentId')
    .where('assignmentId', '=', assignmentId)
    .select([
      'judgments.id',
      'assignmentId',
      'revision',
      'bodyHash',
      'late',
      'submittedAt',
      'assignments.goldPurpose',
    ])
    .orderBy('revision')
    .execute();
}

export interface OwnJudgmentRow {
  readonly judgmentId: string;
  readonly assignmentId: string;
  readonly itemId: string;
  readonly repeatsId: string | null;
  readonly revision: number;
  readonly firstSubmittedAt: Date | null;
  readonly answers: unknown;
  readonly activeMs: number;
  readonly rubricVersion: number;
  readonly guidelineVersion: number;
  readonly shownOrder: number[];
  readonly prompt: unknown;
  readonly responses: unknown;
  readonly extras: unknown;
}

/** A person's latest judgments in a project, newest first. */
export async function listOwnJudgments(
  executor: Executor,
  query: { projectId: string; annotatorId: string; limit: number },
): Promise<OwnJudgmentRow[]> {
  return executor
    .selectFrom('assignments')
    .innerJoin('judgments', 'judgments.id', 'assignments.judgmentId')
    .innerJoin('itemContents', 'itemContents.itemId', 'assignments.itemId')
    .where('assignments.projectId', '=', query.projectId)
    .where('assignments.annotatorId', '=', query.annotatorId)
    .where('assignments.state', '=', 'submitted')
    .select([
      'judgments.id as judgmentId',
      'assignments.id as assignmentId',
      'assignments.itemId',
      'assignments.repeatsId',
      'judgments.revision',
      'assignments.finishedAt as firstSubmittedAt',
      'judgments.answers',
      'judgments.activeMs',
      'judgments.rubricVersion',
      'judgments.guidelineVersion',
      'assignments.shownOrder',
      'itemContents.prompt',
      'itemContents.responses',
      'itemContents.extras',
    ])
    .orderBy('assignments.finishedAt', 'desc')
    .limit(query.limit)
    .execute();
}

export interface OwnCounts {
  readonly doneToday: number;
  readonly doneTotal: number;
  readonly medianActiveMs: number | null;
}

/** A person's own numbers in a project, of work whether or not it counts; the median is over their latest fifty. */
export async function readOwnCounts(
  executor: Executor,
  query: { projectId: string; annotatorId: string; dayStartedAt: Date },
): Promise<OwnCounts> {
  const result = await sql<OwnCounts>`
    select
      (select count(*)::int from assignments where project_id = ${query.projectId} and annotator_id = ${query.annotatorId} and state in ('submitted', 'excluded') and finished_at >= ${query.dayStartedAt}) as done_today,
      (select count(*)::int from assignments where project_id = ${query.projectId} and annotator_id = ${query.annotatorId} and state in ('submitted', 'excluded')) as done_total,
      (select percentile_disc(0.5) within group (order by active_ms) from (
        select j.active_ms from assignments a join judgments j on j.id = a.judgment_id
        where a.project_id = ${query.projectId} and a.annotator_id = ${query.annotatorId} and a.state = 'submitted' order by a.finished_at desc limit 50) latest) as median_active_ms`.execute(
    executor,
  );
  return result.rows[0] ?? { doneToday: 0, doneTotal: 0, medianActiveMs: null };
}
