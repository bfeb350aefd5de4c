import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { GoldSettings } from '#domain/gold/decide-serving.ts';
import type { Suspicion } from '#domain/gold/find-suspects.ts';
import type { GoldDifficulty, GoldPurpose, GoldSource, GoldState, Tolerance } from '#domain/gold/gold.ts';
import type { Answers } from '#domain/judging/answers.ts';
import type { Executor } from '#server/database/database.ts';

export interface StoredGold {
  readonly itemId: string;
  readonly promptStart: string | null;
  readonly responseCount: number;
  readonly state: GoldState;
  readonly source: GoldSource;
  readonly purpose: GoldPurpose;
  readonly difficulty: GoldDifficulty;
  readonly concepts: string[];
  readonly answers: Answers;
  readonly tolerances: Readonly<Record<string, Tolerance>>;
  readonly explanations: Readonly<Record<string, string>>;
  readonly revision: number;
  readonly rubricVersion: number;
  readonly suspicion: (Suspicion & { readonly at: string }) | null;
  readonly isWrong: boolean;
  readonly createdBy: string;
  readonly createdByName: string;
  readonly createdAt: Date;
  readonly served: number;
  readonly answered: number;
  readonly skipped: number;
  readonly passed: number;
  readonly trials: number;
  readonly people: number;
  readonly servedSince: Date | null;
}

/** When gold rests: from so many people on (0 for never), and served since then or before (null for never). */
export interface RestLimits {
  readonly mostPeople: number;
  readonly servedAfter: Date | null;
}

/** Of served gold `g`: whether it rests. */
const isResting = ({ mostPeople, servedAfter }: RestLimits) => sql<SqlBool>`(g.state = 'active'
  and ((${mostPeople}::int > 0 and g.people >= ${mostPeople}::int) or coalesce(g.served_since <= ${servedAfter}::timestamptz, false)))`;

export interface GoldFilters {
  readonly state?: GoldState | undefined;
  readonly source?: GoldSource | undefined;
  readonly purpose?: GoldPurpose | undefined;
  readonly difficulty?: GoldDifficulty | undefined;
  readonly concept?: string | undefined;
  /** The key of a criterion for which it expects an answer. */
  readonly criterion?: string | undefined;
  readonly suspected?: 'true' | 'false' | undefined;
  readonly resting?: 'true' | 'false' | undefined;
}

function conditionsOf(filters: GoldFilters, limits: RestLimits): RawBuilder<SqlBool>[] {
  const { state, source, purpose, difficulty, concept, criterion, suspected, resting } = filters;
  return [
    ...(state === undefined ? [] : [sql<SqlBool>`g.state = ${state}`]),
    ...(source === undefined ? [] : [sql<SqlBool>`g.source = ${source}`]),
    ...(purpose === undefined ? [] : [sql<SqlBool>`g.purpose = ${purpose}`]),
    ...(difficulty === undefined ? [] : [sql<SqlBool>`g.difficulty = ${difficulty}`]),
    ...(concept === undefined ? [] : [sql<SqlBool>`${concept} = any(g.concepts)`]),
    ...(criterion === undefined
      ? []
      : [
          sql<SqlBool>`exists (select 1 from jsonb_each(g.answers) part
            where jsonb_typeof(part.value) = 'object' and part.value ? ${criterion})`,
        ]),
    ...(suspected === undefined
      ? []
      : [sql<SqlBool>`(g.suspicion is not null or g.confirmed_at is not null) = ${suspected === 'true'}`]),
    ...(resting === undefined ? [] : [sql<SqlBool>`${isResting(limits)} = ${resting === 'true'}`]),
  ];
}

/** Passes and comparable answers of a gold, by the judgments that count. */
const resultsOf = (gold: RawBuilder<unknown>) => sql`(
  select (count(*) filter (where r.passed))::int as passed, (count(*) filter (where r.passed is not null))::int as trials
  from gold_results r join gold_judgments j on j.judgment_id = r.judgment_id
  where r.item_id = ${gold})`;

/** Gold of a project, the newest items first; `beforeId` is the last one of the page before. */
export async function listGoldRows(
  executor: Executor,
  query: {
    projectId: string;
    filters: GoldFilters;
    limits: RestLimits;
    beforeId: string | null;
    limit: number;
  },
): Promise<StoredGold[]> {
  return selectGold(executor, {
    conditions: [
      sql<SqlBool>`g.project_id = ${query.projectId}`,
      ...(query.beforeId === null ? [] : [sql<SqlBool>`g.item_id < ${query.beforeId}`]),
      ...conditionsOf(query.filters, query.limits),
    ],
    limit: query.limit,
  });
}

export async function findGold(
  executor: Executor,
  query: { projectId: string; itemId: string },
): Promise<StoredGold | undefined> {
  const conditions = [
    sql<SqlBool>`g.project_id = ${query.projectId}`,
    sql<SqlBool>`g.item_id = ${query.itemId}`,
  ];
  return (await selectGold(executor, { conditions, limit: 1 }))[0];
}

async function selectGold(
  executor: Executor,
  { conditions, limit }: { conditions: RawBuilder<SqlBool>[]; limit: number },
): Promise<StoredGold[]> {
  const result = await sql<StoredGold>`
    with page as materialized (
      select g.* from golds g where ${sql.join(conditions, sql` and `)} order by g.item_id desc limit ${limit}
    )
    select page.item_id, left(c.prompt -> -1 ->> 'content', 300) as prompt_start, i.response_count, page.state, page.source, page.purpose,
      page.difficulty, page.concepts, page.answers, page.tolerances, page.explanations, page.revision, page.rubric_version,
      page.suspicion, page.is_wrong, page.created_by, people.name as created_by_name, page.created_at,
      page.people, page.served_since,
      given.served, given.answered, given.skipped, results.passed, results.trials
    from page join items i on i.id = page.item_id join item_contents c on c.item_id = page.item_id join people on people.id = page.created_by
    cross join lateral (
      select count(*)::int as served, (count(*) filter (where a.state = 'submitted'))::int as answered,
        (count(*) filter (where a.state = 'skipped'))::int as skipped
      from assignments a where a.project_id = page.project_id and a.item_id = page.item_id and a.gold_purpose is not null
    ) given
    cross join lateral ${resultsOf(sql`page.item_id`)} results
    order by page.item_id desc`.execute(executor);
  return result.rows;
}

export async function readGoldSettings(
  executor: Executor,
  projectId: string,
): Promise<GoldSettings | undefined> {
  const row = await executor
    .selectFrom('projects')
    .where('id', '=', projectId)
    .select('gold')
    .executeTakeFirst();
  return row && (row.gold as GoldSettings);
}

export interface GoldCounts {
  readonly draft: number;
  readonly active: number;
  readonly resting: number;
  readonly suspect: number;
  readonly retired: number;
  readonly servableTests: number;
  readonly servableTraining: number;
  readonly unusable: number;
  readonly annotators: number;
}

export async function countGold(
  executor: Executor,
  { projectId, limits }: { projectId: string; limits: RestLimits },
): Promise<GoldCounts> {
  const isServable = sql`state = 'active' and is_usable and not ${isResting(limits)}`;
  const result = await sql<GoldCounts>`
    select (count(*) filter (where state = 'draft'))::int as draft, (count(*) filter (where state = 'active'))::int as active,
      (count(*) filter (where state = 'suspect'))::int as suspect, (count(*) filter (where state = 'retired'))::int as retired,
      (count(*) filter (where ${isServable} and purpose = 'test'))::int as servable_tests,
      (count(*) filter (where ${isServable} and purpose = 'training'))::int as servable_training,
      (count(*) filter (where ${isResting(limits)}))::int as resting,
      (count(*) filter (where state = 'active' and not is_usable))::int as unusable,
      (select count(*)::int from project_members where project_id = ${projectId} and role = 'annotator') as annotators
    from golds g where project_id = ${projectId}`.execute(executor);
  const row = result.rows[0];
  if (!row) throw new Error('a count gave no row');
  return row;
}

export interface ConceptCounts {
  readonly concept: string;
  readonly active: number;
  readonly easy: number;
  readonly medium: number;
  readonly hard: number;
  readonly passed: number;
  readonly trials: number;
}

/** How far active gold covers each concept; the empty one stands for gold without any. */
export async function countConcepts(executor: Executor, projectId: string): Promise<ConceptCounts[]> {
  const result = await sql<ConceptCounts>`
    select concept, count(*)::int as active,
      (count(*) filter (where difficulty = 'easy'))::int as easy, (count(*) filter (where difficulty = 'medium'))::int as medium,
      (count(*) filter (where difficulty = 'hard'))::int as hard,
      coalesce(sum(results.passed), 0)::int as passed, coalesce(sum(results.trials), 0)::int as trials
    from golds g
    cross join lateral unnest(case when cardinality(g.concepts) = 0 then array[''] else g.concepts end) as concept
    cross join lateral ${resultsOf(sql`g.item_id`)} results
    where g.project_id = ${projectId} and g.state = 'active'
    group by concept order by concept limit 200`.execute(executor);
  return result.rows;
}

/** Every concept that any gold of a project has. */
export async function listConcepts(executor: Executor, projectId: string): Promise<string[]> {
  const result = await sql<{ concept: string }>`
    select distinct unnest(concepts) as concept from golds where project_id = ${projectId} order by 1 limit 200`.execute(
    executor,
  );
  return result.rows.map(({ concept }) => concept);
}
