import { sql } from 'kysely';
import type { Pool } from 'pg';
import type { Executor } from '#server/database/database.ts';

export interface ClaimedAssignment {
  readonly assignmentId: string;
  readonly itemId: string;
  readonly leasedAt: Date;
  readonly rubricVersion: number;
  readonly guidelineVersion: number;
  readonly responseCount: number;
}

/**
 * Finds the best open item that the person has not had, takes one of its places and writes the lease: one statement,
 * so that nothing can come between. `remaining` in the locked item row is the only count; `skip locked` lets
 * claims at the same time pass each other. The cursor lets a person's search begin about where the last one ended; it is moved at one claim in
 * four, as a hint may lag and a write costs more than passing three rows.
 * `offset 0` keeps the planner from joining with the person's whole history: each candidate is looked up by index.
 */
const claimText = `
with project as (
  select id, lease_ms, rubric_version, guideline_version from projects where id = $1 and state = 'open'
), place as (
  select min(s)::smallint as slot from generate_series(1, $5::int) s
  where not exists (select 1 from assignments where project_id = $1 and annotator_id = $2 and state = 'leased' and slot = s)
), start as (
  select negative_priority, item_id from queue_cursors where project_id = $1 and annotator_id = $2
), candidate as (
  select i.id, i.priority, i.response_count from items i
  where i.project_id = $1 and i.is_open
    and ((-i.priority), i.id) >= (coalesce((select negative_priority from start), -2147483648), coalesce((select item_id from start), '00000000-0000-0000-0000-000000000000'::uuid))
    and (select slot from place) is not null and exists (select 1 from project)
    and not exists (select 1 from assignments a where a.item_id = i.id and a.annotator_id = $2 and a.state in ('leased', 'submitted', 'skipped') offset 0)
  order by (-i.priority), i.id
  limit 1
  for update of i skip locked
), taken as (
  update items set remaining = items.remaining - 1 from candidate where items.id = candidate.id
), moved as (
  insert into queue_cursors (project_id, annotator_id, negative_priority, item_id)
  select $1, $2, -priority, id from candidate where $6::bigint % 4 = 0
  on conflict (project_id, annotator_id) do update set negative_priority = excluded.negative_priority, item_id = excluded.item_id
)
insert into assignments (id, project_id, item_id, annotator_id, state, slot, shown_order, rubric_version, guideline_version, leased_at, lease_until)
select $3, $1, candidate.id, $2, 'leased', place.slot,
  array(select n::smallint from generate_series(1, candidate.response_count) n order by hashint8extended(n, $6::bigint)),
  project.rubric_version, project.guideline_version, $4::timestamptz, $4::timestamptz + project.lease_ms * interval '1 millisecond'
from candidate, place, project
returning id as "assignmentId", item_id as "itemId", leased_at as "leasedAt", rubric_version as "rubricVersion",
  guideline_version as "guidelineVersion", cardinality(shown_order) as "responseCount"`;

/** Claims one item, or nothing where no open item is left for the person from the cursor on. */
export async function claimItem(
  pool: Pool,
  claim: {
    projectId: string;
    annotatorId: string;
    assignmentId: string;
    now: Date;
    handSize: number;
    seed: number;
  },
): Promise<ClaimedAssignment | undefined> {
  const result = await pool.query<ClaimedAssignment>({
    name: 'claim',
    text: claimText,
    values: [claim.projectId, claim.annotatorId, claim.assignmentId, claim.now, claim.handSize, claim.seed],
  });
  return result.rows[0];
}

/** Lets the person's next search begin at the head of the queue. */
export async function dropCursor(
  executor: Executor,
  who: { projectId: string; annotatorId: string },
): Promise<void> {
  await executor
    .deleteFrom('queueCursors')
    .where('projectId', '=', who.projectId)
    .where('annotatorId', '=', who.annotatorId)
    .execute();
}

/** True where some open item is left that the person has not had, though all of them may be locked at this moment. */
export async function hasOpenItem(
  executor: Executor,
  who: { projectId: string; annotatorId: string },
): Promise<boolean> {
  const result = await sql<{ found: boolean }>`
    select exists (
      select 1 from items i where i.project_id = ${who.projectId} and i.is_open
        and not exists (select 1 from assignments a where a.item_id = i.id and a.annotator_id = ${who.annotatorId} and a.state in ('leased', 'submitted', 'skipped'))
    ) as found`.execute(executor);
  return result.rows[0]?.found ?? false;
}
