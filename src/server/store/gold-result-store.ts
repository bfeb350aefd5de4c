import { sql } from 'kysely';
import type { GoldOutcome } from '#domain/gold/check-gold.ts';
import type { GoldResult, Suspicion } from '#domain/gold/find-suspects.ts';
import type { GoldPurpose, GoldState, Tolerance } from '#domain/gold/gold.ts';
import type { PersonGoldResult } from '#domain/gold/person-accuracy.ts';
import type { Answers } from '#domain/judging/answers.ts';
import type { Executor } from '#server/database/database.ts';

/** A judgment of gold with what it is held against. */
export interface GoldJudgment {
  readonly judgmentId: string;
  readonly projectId: string;
  readonly itemId: string;
  readonly personId: string;
  readonly rubricVersion: number;
  readonly answers: Answers;
  readonly submittedAt: Date;
  readonly responseCount: number;
  readonly expected: Answers;
  readonly tolerances: Readonly<Record<string, Tolerance>>;
  readonly explanations: Readonly<Record<string, string>>;
  readonly goldRubricVersion: number;
  readonly goldRevision: number;
  readonly goldState: GoldState;
  readonly isWrong: boolean;
}

const judgedGold = sql`
  select j.judgment_id, j.project_id, j.item_id, j.annotator_id as person_id, j.rubric_version, j.answers, j.submitted_at, i.response_count,
    g.answers as expected, g.tolerances, g.explanations, g.rubric_version as gold_rubric_version, g.revision as gold_revision,
    g.state as gold_state, g.is_wrong
  from gold_judgments j join golds g on g.item_id = j.item_id join items i on i.id = j.item_id`;

/** Judgments of gold without a result, or with one of an earlier revision of the gold. */
export async function listWithoutResult(
  executor: Executor,
  query: { projectId: string; limit: number },
): Promise<GoldJudgment[]> {
  const result = await sql<GoldJudgment>`${judgedGold}
    left join gold_results r on r.judgment_id = j.judgment_id
    where j.project_id = ${query.projectId} and (r.judgment_id is null or r.gold_revision <> g.revision)
    order by j.judgment_id limit ${query.limit}`.execute(executor);
  return result.rows;
}

/** Projects in which some judgment of gold has no result yet. */
export async function listProjectsWithoutResults(executor: Executor): Promise<string[]> {
  const result = await sql<{ projectId: string }>`
    select distinct j.project_id from gold_judgments j join golds g on g.item_id = j.item_id
    left join gold_results r on r.judgment_id = j.judgment_id
    where r.judgment_id is null or r.gold_revision <> g.revision`.execute(executor);
  return result.rows.map(({ projectId }) => projectId);
}

export interface TrainingJudgment extends GoldJudgment {
  readonly promptStart: string | null;
  /** A permutation of 1..n. */
  readonly shownOrder: readonly number[];
}

/** A person's own judgment of a task that was training. */
export async function findTrainingJudgment(
  executor: Executor,
  query: { projectId: string; assignmentId: string; personId: string },
): Promise<TrainingJudgment | undefined> {
  const result = await sql<TrainingJudgment>`
    select judged.*, left(c.prompt -> -1 ->> 'content', 300) as prompt_start, a.shown_order from (${judgedGold}
    where j.assignment_id = ${query.assignmentId} and j.project_id = ${query.projectId} and j.annotator_id = ${query.personId}
      and j.gold_purpose = 'training') judged
    join assignments a on a.id = ${query.assignmentId} join item_contents c on c.item_id = judged.item_id`.execute(
    executor,
  );
  return result.rows[0];
}

export interface NewGoldResult {
  readonly judgment: GoldJudgment;
  readonly outcomes: readonly GoldOutcome[];
  readonly passed: boolean | null;
}

/** Keeps one result for each judgment; what was computed of a later revision of the gold stays. */
export async function keepGoldResults(
  executor: Executor,
  { results, now }: { results: readonly NewGoldResult[]; now: Date },
): Promise<void> {
  if (results.length === 0) return;
  const of = <Value>(read: (judgment: GoldJudgment) => Value) =>
    results.map(({ judgment }) => read(judgment));
  await sql`
    insert into gold_results (judgment_id, item_id, project_id, person_id, gold_revision, outcomes, passed, judged_at, computed_at)
    select fresh.*, ${now}::timestamptz from unnest(
      ${of((judgment) => judgment.judgmentId)}::uuid[], ${of((judgment) => judgment.itemId)}::uuid[],
      ${of((judgment) => judgment.projectId)}::uuid[], ${of((judgment) => judgment.personId)}::uuid[],
      ${of((judgment) => judgment.goldRevision)}::int[],
      ${results.map(({ outcomes }) => JSON.stringify(outcomes))}::jsonb[],
      ${results.map(({ passed }) => passed)}::boolean[],
      ${of((judgment) => judgment.submittedAt.toISOString())}::timestamptz[]) as fresh
    -- Two computations at once write the same; one of an earlier revision never replaces one of a later.
    on conflict (judgment_id) do update set
      gold_revision = excluded.gold_revision, outcomes = excluded.outcomes, passed = excluded.passed, computed_at = excluded.computed_at
      where gold_results.gold_revision < excluded.gold_revision`.execute(executor);
}

/** What speaks for and against gold that is served: answers that could be compared, once a person and gold. */
export async function listEvidence(executor: Executor, projectId: string): Promise<GoldResult[]> {
  const result = await sql<GoldResult>`
    select r.item_id as gold_id, r.person_id, r.passed, (g.confirmed_at is not null and r.judged_at <= g.confirmed_at) as is_settled
    from gold_results r join gold_judgments j on j.judgment_id = r.judgment_id join golds g on g.item_id = r.item_id
    where r.project_id = ${projectId} and r.passed is not null and g.state = 'active' and r.gold_revision = g.revision`.execute(
    executor,
  );
  return result.rows;
}

/** Puts served gold under suspicion; what a lead changed meanwhile stays. */
export async function markSuspect(
  executor: Executor,
  suspect: { itemId: string; suspicion: Suspicion; now: Date },
): Promise<void> {
  const { itemId, suspicion, now } = suspect;
  await executor
    .updateTable('golds')
    .set({ state: 'suspect', suspicion: JSON.stringify({ ...suspicion, at: now }), changedAt: now })
    .where('itemId', '=', itemId)
    .where('state', '=', 'active')
    .execute();
}

/** What each person made of each gold, for their accuracy. */
export async function listPersonResults(executor: Executor, projectId: string): Promise<PersonGoldResult[]> {
  const result = await sql<PersonGoldResult & { purpose: GoldPurpose }>`
    select r.person_id, j.gold_purpose as purpose, r.passed, (g.state <> 'suspect' and not g.is_wrong) as counts, g.concepts
    from gold_results r join gold_judgments j on j.judgment_id = r.judgment_id join golds g on g.item_id = r.item_id
    where r.project_id = ${projectId} and r.gold_revision = g.revision`.execute(executor);
  return result.rows;
}

/** Gold tasks that people skipped, by person. */
export async function countGoldSkips(executor: Executor, projectId: string): Promise<Map<string, number>> {
  const result = await sql<{ personId: string; skips: number }>`
    select annotator_id as person_id, count(*)::int as skips from assignments
    where project_id = ${projectId} and gold_purpose is not null and state = 'skipped' group by 1`.execute(
    executor,
  );
  return new Map(result.rows.map(({ personId, skips }) => [personId, skips]));
}
