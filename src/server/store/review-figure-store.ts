import { sql } from 'kysely';
import type { Answers } from '#domain/judging/answers.ts';
import type { ReviewVerdict } from '#domain/review/decide-review.ts';
import type { DecidedLook } from '#domain/review/review-figures.ts';
import type { Executor } from '#server/database/database.ts';

/** A decision with its grades as they are stored, by key. */
export interface DecidedLookRow extends Omit<DecidedLook, 'grades'> {
  readonly grade: string | null;
  readonly aspectGrades: Readonly<Record<string, string>>;
}

/** Every decision in force; of one author's work where one is named. */
export async function listDecidedLooks(
  executor: Executor,
  query: { projectId: string; authorId?: string },
): Promise<DecidedLookRow[]> {
  const ofAuthor = query.authorId === undefined ? sql`` : sql`and r.author_id = ${query.authorId}`;
  // Named as they are read: renaming the columns of so many rows takes longer than finding them.
  const result = await sql<DecidedLookRow>`
    select d.id as "decisionId", r.assignment_id as "assignmentId", r.round, r.kind, r.decided_by as "reviewerId", r.author_id as "authorId",
      d.verdict, d.active_ms as "activeMs", r.reasons @> '[{"kind": "share"}]' as "isDrawn", d.grade, d.aspect_grades as "aspectGrades"
    from reviews r join review_decisions d on d.id = r.decision_id
    where r.project_id = ${query.projectId} and r.state = 'decided' ${ofAuthor}`.execute(
    executor.withoutPlugins(),
  );
  return result.rows;
}

export interface SettledLookRow {
  readonly decisionId: string;
  readonly verdict: ReviewVerdict;
  readonly judged: Answers;
  readonly corrected: Answers | null;
  readonly final: Answers;
  readonly rubricVersion: number;
  readonly responseCount: number;
}

/** Decisions on items that got a final answer afterwards, under the same rubric. */
export async function listSettledLooks(executor: Executor, projectId: string): Promise<SettledLookRow[]> {
  const result = await sql<SettledLookRow>`
    select d.id as decision_id, d.verdict, j.answers as judged, d.answers as corrected, ad.answers as final, j.rubric_version, i.response_count
    from adjudications ad
      join reviews r on r.item_id = ad.item_id and r.state = 'decided'
      join review_decisions d on d.id = r.decision_id and d.decided_at < ad.created_at
      join judgments j on j.id = d.judgment_id and j.rubric_version = ad.rubric_version
      join items i on i.id = ad.item_id
    where ad.project_id = ${projectId} and ad.superseded_at is null and ad.answers is not null`.execute(
    executor,
  );
  return result.rows;
}

export interface CriterionFixRow {
  readonly criterionKey: string;
  readonly reviewed: number;
  readonly fixed: number;
}

/** How often the newest reviewed judgments answered each criterion, and how often what stands there is a correction. */
export async function listCriterionFixes(
  executor: Executor,
  query: { projectId: string; limit: number },
): Promise<CriterionFixRow[]> {
  const asked = ['pair', 'ranking', 'response', 'task', 'turn', 'step', 'span', 'region', 'writing'];
  const parts = [...asked, 'continuation', 'unsettled'];
  const result = await sql<CriterionFixRow>`
    with newest as (
      select j.answers, o.answers as corrected from review_outcomes o join judgments j on j.id = o.judgment_id
      where o.project_id = ${query.projectId} order by o.review_id desc limit ${query.limit}
    )
    select criterion.key as criterion_key, count(*)::int as reviewed,
      (count(*) filter (where newest.corrected is not null
        and newest.corrected -> part.key -> criterion.key is distinct from criterion.value))::int as fixed
    from newest, jsonb_each(newest.answers) part, jsonb_each(case when part.key = any(${parts}::text[]) then part.value end) criterion
    group by criterion.key`.execute(executor);
  return result.rows;
}
