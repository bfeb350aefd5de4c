import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Answers } from '#domain/judging/answers.ts';
import type { Executor } from '#server/database/database.ts';

/** A judgment that nothing supersedes, as results show it. */
export interface ResultJudgment {
  readonly judgmentId: string;
  readonly itemId: string;
  readonly annotatorId: string;
  readonly annotatorName: string;
  readonly submittedAt: Date;
  readonly activeMs: number;
  readonly revision: number;
  readonly rubricVersion: number;
  readonly guidelineVersion: number;
  readonly answers: Answers;
  /** A permutation of 1..n. */
  readonly shownOrder: readonly number[];
  readonly promptStart: string | null;
  readonly flagged: boolean;
}

export interface JudgmentFilters {
  readonly annotatorId?: string | undefined;
  readonly itemId?: string | undefined;
  readonly verdict?: 'prefers' | 'tie' | 'both_bad' | undefined;
  readonly minStrength?: number | undefined;
  readonly flagged?: boolean | undefined;
  readonly from?: Date | undefined;
  readonly until?: Date | undefined;
  /** What an exclusion took out, in place of what counts. */
  readonly isExcluded?: boolean;
}

const flaggedHere = sql<boolean>`exists (select 1 from flags f where f.assignment_id = a.id and f.resolved_at is null)`;
/** The answer that stands for the whole judgment, under the rubric by which it was made. */
const overall = sql`(j.answers -> 'pair' -> (rv.rubric ->> 'overallKey'))`;
/** The beginning of the last message; the whole of a long conversation is never read for a list. */
const promptStart = sql`left(c.prompt -> -1 ->> 'content', 300)`;

function conditionsOf(filters: JudgmentFilters): RawBuilder<SqlBool>[] {
  const { annotatorId, itemId, verdict, minStrength, flagged, from, until } = filters;
  return [
    ...(annotatorId === undefined ? [] : [sql<SqlBool>`j.annotator_id = ${annotatorId}`]),
    ...(itemId === undefined ? [] : [sql<SqlBool>`j.item_id = ${itemId}`]),
    ...(verdict === undefined ? [] : [sql<SqlBool>`${overall} ->> 'verdict' = ${verdict}`]),
    ...(minStrength === undefined ? [] : [sql<SqlBool>`(${overall} ->> 'strength')::int >= ${minStrength}`]),
    ...(flagged === undefined ? [] : [sql<SqlBool>`${flaggedHere} = ${flagged}`]),
    ...(from === undefined ? [] : [sql<SqlBool>`j.submitted_at >= ${from}`]),
    ...(until === undefined ? [] : [sql<SqlBool>`j.submitted_at < ${until}`]),
  ];
}

/** Current judgments, newest first; `beforeId` is the last one of the page before. */
export async function listResultJudgments(
  executor: Executor,
  query: { projectId: string; filters: JudgmentFilters; beforeId: string | null; limit: number },
): Promise<ResultJudgment[]> {
  const conditions = [
    sql<SqlBool>`j.project_id = ${query.projectId}`,
    // Of one item everything is told that counts, also what people said of it as gold.
    query.filters.itemId === undefined ? sql<SqlBool>`a.takes_place` : sql<SqlBool>`a.repeats_id is null`,
    ...(query.beforeId === null ? [] : [sql<SqlBool>`j.id < ${query.beforeId}`]),
    ...conditionsOf(query.filters),
  ];
  const result = await sql<ResultJudgment>`
    select j.id as judgment_id, j.item_id, j.annotator_id, people.name as annotator_name, j.submitted_at, j.active_ms,
      j.revision, j.rubric_version, j.guideline_version, j.answers, a.shown_order, ${promptStart} as prompt_start,
      ${flaggedHere} as flagged
    from judgments j
      join assignments a on a.id = j.assignment_id and a.judgment_id = j.id and a.state = ${query.filters.isExcluded === true ? 'excluded' : 'submitted'}
      join people on people.id = j.annotator_id
      join item_contents c on c.item_id = j.item_id
      join rubric_versions rv on rv.project_id = j.project_id and rv.version = j.rubric_version
    where ${sql.join(conditions, sql` and `)}
    order by j.id desc limit ${query.limit}`.execute(executor);
  return result.rows;
}

export interface ResultItemContent {
  readonly itemId: string;
  readonly wanted: number;
  readonly heldAt: Date | null;
  readonly droppedAt: Date | null;
  readonly responseCount: number;
  readonly prompt: unknown;
  readonly responses: unknown;
  readonly extras: unknown;
  readonly metadata: unknown;
  readonly sourceVerdict: unknown;
  readonly goldAnswers: Answers | null;
  readonly goldSource: string | null;
  readonly goldCreatedAt: Date | null;
}

/** One item of this project with its known answer. */
export async function findResultItem(
  executor: Executor,
  query: { projectId: string; itemId: string },
): Promise<ResultItemContent | undefined> {
  const result = await sql<ResultItemContent>`
    select i.id as item_id, i.wanted, i.held_at, i.dropped_at, i.response_count, c.prompt, c.responses, c.extras, c.metadata, c.source_verdict,
      golds.answers as gold_answers, golds.source as gold_source, golds.created_at as gold_created_at
    from items i join item_contents c on c.item_id = i.id left join golds on golds.item_id = i.id and golds.state <> 'retired'
    where i.id = ${query.itemId} and i.project_id = ${query.projectId}`.execute(executor);
  return result.rows[0];
}

export interface ItemSkip {
  readonly reason: string | null;
  readonly note: string | null;
  readonly personId: string;
  readonly name: string;
  readonly at: Date | null;
}

export async function listSkipsOf(executor: Executor, itemId: string): Promise<ItemSkip[]> {
  return executor
    .selectFrom('assignments')
    .innerJoin('people', 'people.id', 'assignments.annotatorId')
    .where('itemId', '=', itemId)
    .where('state', '=', 'skipped')
    .select([
      'skipReason as reason',
      'skipNote as note',
      'annotatorId as personId',
      'people.name',
      'finishedAt as at',
    ])
    .orderBy('finishedAt')
    .execute();
}
