import { sql } from 'kysely';
import type { AssignmentState } from '#domain/queue/assignment.ts';
import type { Executor } from '#server/database/database.ts';

/**
 * Ends leases and gives their places back to the items. Cursors that stand behind a returned item are dropped, or
 * their owners would pass it by.
 */
export function giveBack(
  executor: Executor,
  ending: { which: ReturnType<typeof sql>; state: AssignmentState; now: Date },
) {
  return sql<{ assignmentId: string; itemId: string }>`
    with gone as (
      update assignments set state = ${ending.state}, finished_at = ${ending.now}
      where id in (${ending.which}) returning id, item_id, project_id, takes_place
    ), back as (
      update items set remaining = items.remaining + counted.places
      -- What was given out as gold or as a repeat took no place.
      from (select item_id, count(*)::int as places from gone where takes_place group by item_id) counted
      where items.id = counted.item_id returning items.project_id, items.id, items.priority
    ), hints as (
      delete from queue_cursors using back
      where queue_cursors.project_id = back.project_id and (queue_cursors.negative_priority, queue_cursors.item_id) > (-back.priority, back.id)
    )
    select id as assignment_id, item_id from gone`.execute(executor);
}

/** Ends leases that have run out; at most 500 at a time, leaving alone what somebody is submitting right now. */
export async function reapExpired(
  executor: Executor,
  query: { projectId: string; now: Date },
): Promise<number> {
  const which = sql`select id from assignments where project_id = ${query.projectId} and state = 'leased' and lease_until < ${query.now}
    order by lease_until limit 500 for update skip locked`;
  return (await giveBack(executor, { which, state: 'expired', now: query.now })).rows.length;
}

/** Gives back leases: all of a project's, or one person's. */
export async function releaseLeases(
  executor: Executor,
  query: { projectId: string; annotatorId?: string; now: Date },
): Promise<number> {
  const mine = query.annotatorId ? sql`and annotator_id = ${query.annotatorId}` : sql``;
  const which = sql`select id from assignments where project_id = ${query.projectId} and state = 'leased' ${mine} order by id for update`;
  return (await giveBack(executor, { which, state: 'released', now: query.now })).rows.length;
}

/** Gives back one lease. */
export async function releaseOne(
  executor: Executor,
  query: { assignmentId: string; now: Date },
): Promise<void> {
  await giveBack(executor, { which: sql`${query.assignmentId}::uuid`, state: 'released', now: query.now });
}

/** Extends every lease that the person holds in the project; returns the new end, or undefined where none is held. */
export async function extendLeases(
  executor: Executor,
  query: { projectId: string; annotatorId: string; assignmentId: string; now: Date },
): Promise<Date | undefined> {
  const result = await sql<{ id: string; leaseUntil: Date }>`
    update assignments set lease_until = greatest(lease_until, ${query.now}::timestamptz + projects.lease_ms * interval '1 millisecond')
    from projects where projects.id = assignments.project_id and assignments.project_id = ${query.projectId}
      and annotator_id = ${query.annotatorId} and assignments.state = 'leased'
    returning assignments.id, lease_until`.execute(executor);
  return result.rows.find((row) => row.id === query.assignmentId)?.leaseUntil;
}
