import { sql } from 'kysely';
import type { AdjudicationCause } from '#domain/review/adjudication.ts';
import type { Executor, Transaction } from '#server/database/database.ts';
import { answerTo, compared } from './item-list-store.ts';

export interface SplitSweep {
  readonly sweptThrough: string;
  /** When the last look that went to the end began. */
  readonly sweptAt: Date;
  /** When the one began that has not come to the end; null where none is under way. */
  readonly beganAt: Date | null;
}

/** Holds a project's place until the transaction ends; undefined where somebody else sweeps right now. */
export async function lockSplitSweep(
  transaction: Transaction,
  { projectId, now }: { projectId: string; now: Date },
): Promise<SplitSweep | undefined> {
  const first = '00000000-0000-0000-0000-000000000000';
  await sql`insert into split_sweeps (project_id, swept_through, swept_at) values (${projectId}, ${first}, ${now})
    -- It has its place already.
    on conflict do nothing`.execute(transaction);
  // Whoever sweeps at the same time does the same: nobody needs to wait for it.
  const result = await sql<SplitSweep>`
    select swept_through, swept_at, began_at from split_sweeps where project_id = ${projectId} for update skip locked`.execute(
    transaction,
  );
  return result.rows[0];
}

export async function moveSplitSweep(
  transaction: Transaction,
  { projectId, ...move }: SplitSweep & { projectId: string },
): Promise<void> {
  await transaction.updateTable('splitSweeps').set(move).where('projectId', '=', projectId).execute();
}

/** The next judgments in the order of their ids: the last of them, how many they are, and the items they are of. */
export async function listSweptJudgments(
  executor: Executor,
  query: { projectId: string; after: string; limit: number },
): Promise<{ last: string | null; judgments: number; itemIds: string[] }> {
  const result = await sql<{ last: string | null; judgments: number; itemIds: string[] }>`
    with page as (
      select id, item_id from judgments where project_id = ${query.projectId} and id > ${query.after} order by id limit ${query.limit}
    ), ending as (select id as last from page order by id desc limit 1)
    select (select last from ending) as last, count(*)::int as judgments,
      -- An item that was judged again later is looked at then.
      coalesce(array_agg(distinct item_id) filter (where not exists (
        select 1 from judgments later where later.item_id = page.item_id and later.id > (select last from ending))), '{}') as item_ids
    from page`.execute(executor);
  return result.rows[0] ?? { last: null, judgments: 0, itemIds: [] };
}

/** Writes anew how far people differ on some items, criterion by criterion. Of a preference only the side counts. */
export async function writeSplits(
  transaction: Transaction,
  write: { projectId: string; itemIds: readonly string[] },
): Promise<void> {
  const itemIds = [...write.itemIds];
  await sql`delete from item_splits where item_id = any(${itemIds}::uuid[])`.execute(transaction);
  await sql`
    with votes as (
      select a.item_id, asked.key, asked.answer
      from assignments a
        join judgments j on j.id = a.judgment_id
        join rubric_versions rv on rv.project_id = j.project_id and rv.version = j.rubric_version
        cross join lateral (
          select '' as key, ${compared} as answer
          union all
          select criterion ->> 'key', ${answerTo(sql`(criterion ->> 'key')`)} from jsonb_array_elements(rv.rubric -> 'criteria') criterion
        ) asked
      where a.item_id = any(${itemIds}::uuid[]) and a.state = 'submitted' and a.takes_place
    ), counted as (
      select item_id, key, case when jsonb_typeof(answer) = 'object' then answer - 'strength' else answer end as said, count(*)::int as n
      from votes where answer is not null group by 1, 2, 3
    )
    insert into item_splits (item_id, project_id, criterion_key, judgments, answers, disagreement)
    select item_id, ${write.projectId}, key, sum(n)::int, count(*)::int,
      (1 - sum(n * (n - 1))::float8 / (sum(n) * (sum(n) - 1)))::float8
    from counted group by item_id, key having count(*) > 1`.execute(transaction);
}

export interface DisputedRow {
  readonly itemId: string;
  readonly promptStart: string | null;
  readonly judgments: number;
  readonly answers: number;
  readonly disagreement: number;
  readonly cause: AdjudicationCause | null;
  /** Of a settled item. */
  readonly adjudicationId: string | null;
}

export interface DisputedPlace {
  readonly disagreement: number;
  readonly judgments: number;
  readonly itemId: string;
}

const isOpen = sql`i.dropped_at is null and not exists (
  select 1 from adjudications ad where ad.item_id = s.item_id and ad.superseded_at is null)`;
const promptStart = sql`left(c.prompt -> -1 ->> 'content', 300)`;

/** Items on which people differ and that nobody settled, most first, from the list's own order. */
export async function listOpenSplits(
  executor: Executor,
  query: { projectId: string; criterion: string; after: DisputedPlace | null; limit: number },
): Promise<DisputedRow[]> {
  const { projectId, criterion, after, limit } = query;
  const beyond =
    after === null
      ? sql``
      : sql`and (s.disagreement, s.judgments, s.item_id) < (${after.disagreement}::float8, ${after.judgments}::int, ${after.itemId}::uuid)`;
  const result = await sql<DisputedRow>`
    with page as materialized (
      select s.* from item_splits s join items i on i.id = s.item_id
      where s.project_id = ${projectId} and s.criterion_key = ${criterion} and ${isOpen} ${beyond}
      order by s.disagreement desc, s.judgments desc, s.item_id desc limit ${limit}
    )
    select page.item_id, ${promptStart} as prompt_start, page.judgments, page.answers, page.disagreement, null as cause, null as adjudication_id
    from page join item_contents c on c.item_id = page.item_id
    order by page.disagreement desc, page.judgments desc, page.item_id desc`.execute(executor);
  return result.rows;
}

/** Settled items, newest first; where people said the same of the criterion there is nothing to differ. */
export async function listSettledSplits(
  executor: Executor,
  query: { projectId: string; criterion: string; beforeId: string | null; limit: number },
): Promise<DisputedRow[]> {
  const { projectId, criterion, beforeId, limit } = query;
  const result = await sql<DisputedRow>`
    select ad.item_id, ${promptStart} as prompt_start, coalesce(s.judgments, i.done) as judgments, coalesce(s.answers, 1) as answers,
      coalesce(s.disagreement, 0) as disagreement, ad.cause, ad.id as adjudication_id
    from adjudications ad
      join items i on i.id = ad.item_id
      join item_contents c on c.item_id = ad.item_id
      left join item_splits s on s.item_id = ad.item_id and s.criterion_key = ${criterion}
    where ad.project_id = ${projectId} and ad.superseded_at is null ${beforeId === null ? sql`` : sql`and ad.id < ${beforeId}`}
    order by ad.id desc limit ${limit}`.execute(executor);
  return result.rows;
}

/** How many items a list holds, counted no further than to `upTo`. */
export async function countDisputed(
  executor: Executor,
  query: { projectId: string; criterion: string; isSettled: boolean; upTo: number },
): Promise<number> {
  const { projectId, criterion, isSettled, upTo } = query;
  const counted = isSettled
    ? sql`select 1 from adjudications where project_id = ${projectId} and superseded_at is null limit ${upTo}`
    : sql`select 1 from item_splits s join items i on i.id = s.item_id
        where s.project_id = ${projectId} and s.criterion_key = ${criterion} and ${isOpen} limit ${upTo}`;
  const result = await sql<{
    total: number;
  }>`select count(*)::int as total from (${counted}) counted`.execute(executor);
  return result.rows[0]?.total ?? 0;
}
