import { sql } from 'kysely';
import type { Executor } from '#server/database/database.ts';

export interface ItemCounts {
  readonly itemsTotal: number;
  readonly itemsDone: number;
  readonly itemsStarted: number;
  readonly itemsHeld: number;
  readonly judgmentsTotal: number;
  readonly judgmentsWanted: number;
}

/** Counts over the queue's small rows: about a fifth of a second for a million items. */
export async function countItems(executor: Executor, projectId: string): Promise<ItemCounts> {
  const result = await sql<ItemCounts>`
    select (count(*) filter (where set_aside_at is null or done > 0))::int as items_total,
      (count(*) filter (where done >= wanted or dropped_at is not null or (set_aside_at is not null and done > 0)))::int as items_done,
      (count(*) filter (where done < wanted and remaining < wanted and dropped_at is null and set_aside_at is null))::int as items_started,
      (count(*) filter (where held_at is not null))::int as items_held,
      coalesce(sum(done), 0)::int as judgments_total,
      -- Of an item that was dropped, or set aside for gold, nothing more is wanted than was done.
      coalesce(sum(case when dropped_at is null and set_aside_at is null then wanted else done end), 0)::int as judgments_wanted
    from items where project_id = ${projectId}`.execute(executor);
  return (
    result.rows[0] ?? {
      itemsTotal: 0,
      itemsDone: 0,
      itemsStarted: 0,
      itemsHeld: 0,
      judgmentsTotal: 0,
      judgmentsWanted: 0,
    }
  );
}

export interface LiveCounts {
  readonly judgmentsLastHour: number;
  readonly leasesLive: number;
  readonly flagsOpen: number;
  readonly medianActiveMs: number | null;
}

/** What changes from minute to minute; the median is that of the newest 2,000 judgments. */
export async function countLive(
  executor: Executor,
  query: { projectId: string; now: Date },
): Promise<LiveCounts> {
  const { projectId, now } = query;
  const result = await sql<LiveCounts>`
    select
      (select count(*)::int from assignments where project_id = ${projectId} and state = 'submitted' and takes_place
        and finished_at > ${now}::timestamptz - interval '1 hour') as judgments_last_hour,
      (select count(*)::int from assignments where project_id = ${projectId} and state = 'leased' and lease_until > ${now}) as leases_live,
      (select count(*)::int from flags where project_id = ${projectId} and resolved_at is null) as flags_open,
      (select percentile_disc(0.5) within group (order by active_ms)::int from (
        select active_ms from judgments where project_id = ${projectId} order by id desc limit 2000) newest) as median_active_ms`.execute(
    executor,
  );
  return result.rows[0] ?? { judgmentsLastHour: 0, leasesLive: 0, flagsOpen: 0, medianActiveMs: null };
}

export interface PersonDay {
  readonly personId: string;
  /** UTC, YYYY-MM-DD. */
  readonly day: string;
  readonly judgments: number;
  readonly skips: number;
  readonly lastAt: Date | null;
}

/** What each person finished on each day: one pass over the project's assignments. */
export async function countByPersonAndDay(executor: Executor, projectId: string): Promise<PersonDay[]> {
  const result = await sql<PersonDay>`
    select annotator_id as person_id, (finished_at at time zone 'UTC')::date::text as day,
      (count(*) filter (where state = 'submitted'))::int as judgments,
      (count(*) filter (where state = 'skipped'))::int as skips,
      max(finished_at) filter (where state = 'submitted') as last_at
    from assignments where project_id = ${projectId} and state in ('submitted', 'skipped') and takes_place
    group by 1, 2 order by 2, 1`.execute(executor);
  return result.rows;
}

export interface PersonPace {
  readonly personId: string;
  readonly name: string;
  readonly medianActiveMs: number | null;
}

/** Names and pace of some people; the median is that of each one's newest 500 judgments, found by index. */
export async function listPaces(
  executor: Executor,
  query: { projectId: string; personIds: readonly string[] },
): Promise<PersonPace[]> {
  if (query.personIds.length === 0) return [];
  const result = await sql<PersonPace>`
    select people.id as person_id, people.name, pace.median_active_ms
    from people left join lateral (
      select percentile_disc(0.5) within group (order by j.active_ms)::int as median_active_ms
      from (
        select judgment_id from assignments
        where project_id = ${query.projectId} and annotator_id = people.id and state = 'submitted'
        order by finished_at desc limit 500
      ) newest join judgments j on j.id = newest.judgment_id
    ) pace on true
    where people.id = any(${[...query.personIds]}::uuid[])
    order by people.name, people.id`.execute(executor);
  return result.rows;
}
