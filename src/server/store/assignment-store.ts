import { sql } from 'kysely';
import type { Pool } from 'pg';
import type { AssignmentState, FlagKind, SkipReason } from '#domain/queue/assignment.ts';
import type { Executor, Transaction } from '#server/database/database.ts';

export interface ClaimedAssignment {
  readonly assignmentId: string;
  readonly itemId: string;
}

/**
 * Finds the best open item that the person has not had, takes one of its places and writes the lease: one statement,
 * so that nothing can come between. `remaining` in the locked item row is the only count; `skip locked` lets
 * claims at the same time pass each other. The cursor lets a person's search begin where the last one ended.
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
  where i.project_id = $1 and i.remaining > 0
    and ((-i.priority), i.id) >= (coalesce((select negative_priority from start), -2147483648), coalesce((select item_id from start), '00000000-0000-0000-0000-000000000000'::uuid))
    and (select slot from place) is not null and exists (select 1 from project)
    and not exists (select 1 from assignments a where a.item_id = i.id and a.annotator_id = $2 and a.state in ('leased', 'submitted', 'skipped'))
  order by (-i.priority), i.id
  limit 1
  for update of i skip locked
), taken as (
  update items set remaining = items.remaining - 1 from candidate where items.id = candidate.id
), moved as (
  insert into queue_cursors (project_id, annotator_id, negative_priority, item_id) select $1, $2, -priority, id from candidate
  on conflict (project_id, annotator_id) do update set negative_priority = excluded.negative_priority, item_id = excluded.item_id
)
insert into assignments (id, project_id, item_id, annotator_id, state, slot, shown_order, rubric_version, guideline_version, leased_at, lease_until)
select $3, $1, candidate.id, $2, 'leased', place.slot,
  array(select n::smallint from generate_series(1, candidate.response_count) n order by hashint8extended(n, $6::bigint)),
  project.rubric_version, project.guideline_version, $4::timestamptz, $4::timestamptz + project.lease_ms * interval '1 millisecond'
from candidate, place, project
returning id as "assignmentId", item_id as "itemId"`;

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
      select 1 from items i where i.project_id = ${who.projectId} and i.remaining > 0
        and not exists (select 1 from assignments a where a.item_id = i.id and a.annotator_id = ${who.annotatorId} and a.state in ('leased', 'submitted', 'skipped'))
    ) as found`.execute(executor);
  return result.rows[0]?.found ?? false;
}

/**
 * Ends leases and gives their places back to the items. Cursors that stand behind a returned item are dropped, or
 * their owners would pass it by.
 */
function giveBack(
  executor: Executor,
  ending: { which: ReturnType<typeof sql>; state: AssignmentState; now: Date },
) {
  return sql<{ assignmentId: string; itemId: string }>`
    with gone as (
      update assignments set state = ${ending.state}, finished_at = ${ending.now}
      where id in (${ending.which}) returning id, item_id, project_id
    ), back as (
      update items set remaining = items.remaining + counted.places
      from (select item_id, count(*)::int as places from gone group by item_id) counted
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

export interface HeldRow {
  readonly assignmentId: string;
  readonly itemId: string;
  readonly leaseUntil: Date;
  readonly rubricVersion: number;
  readonly guidelineVersion: number;
  readonly shownOrder: number[];
  readonly prompt: unknown;
  readonly responses: unknown;
  readonly draftRevision: number | null;
  readonly draftAnswers: unknown;
  readonly draftActiveMs: number | null;
  readonly draftSavedAt: Date | null;
}

/** What the person holds, oldest lease first, with content and drafts. */
export async function listHeld(
  executor: Executor,
  who: { projectId: string; annotatorId: string },
): Promise<HeldRow[]> {
  return executor
    .selectFrom('assignments')
    .innerJoin('itemContents', 'itemContents.itemId', 'assignments.itemId')
    .leftJoin('drafts', 'drafts.assignmentId', 'assignments.id')
    .where('assignments.projectId', '=', who.projectId)
    .where('assignments.annotatorId', '=', who.annotatorId)
    .where('assignments.state', '=', 'leased')
    .select([
      'assignments.id as assignmentId',
      'assignments.itemId',
      'assignments.leaseUntil',
      'assignments.rubricVersion',
      'assignments.guidelineVersion',
      'assignments.shownOrder',
      'itemContents.prompt',
      'itemContents.responses',
      'drafts.revision as draftRevision',
      'drafts.answers as draftAnswers',
      'drafts.activeMs as draftActiveMs',
      'drafts.savedAt as draftSavedAt',
    ])
    .orderBy('assignments.leasedAt')
    .orderBy('assignments.id')
    .execute();
}

/** How many live leases the person holds, so that a full hand needs no claim. */
export async function countHeld(
  executor: Executor,
  who: { projectId: string; annotatorId: string },
): Promise<number> {
  const row = await executor
    .selectFrom('assignments')
    .where('projectId', '=', who.projectId)
    .where('annotatorId', '=', who.annotatorId)
    .where('state', '=', 'leased')
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
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

export interface LockedAssignment {
  readonly assignmentId: string;
  readonly itemId: string;
  readonly annotatorId: string;
  readonly state: AssignmentState;
  readonly slot: number;
  readonly leasedAt: Date;
  readonly leaseUntil: Date;
  readonly rubricVersion: number;
  readonly guidelineVersion: number;
  readonly judgmentId: string | null;
  readonly itemRemaining: number;
  readonly responseCount: number;
}

/** Locks an assignment and its item until the transaction ends: whoever else wants to change either waits. */
export async function lockAssignment(
  transaction: Transaction,
  query: { projectId: string; assignmentId: string },
): Promise<LockedAssignment | undefined> {
  const row = await transaction
    .selectFrom('assignments')
    .innerJoin('items', 'items.id', 'assignments.itemId')
    .where('assignments.id', '=', query.assignmentId)
    .where('assignments.projectId', '=', query.projectId)
    .select([
      'assignments.id as assignmentId',
      'assignments.itemId',
      'assignments.annotatorId',
      'assignments.state',
      'assignments.slot',
      'assignments.leasedAt',
      'assignments.leaseUntil',
      'assignments.rubricVersion',
      'assignments.guidelineVersion',
      'assignments.judgmentId',
      'items.remaining as itemRemaining',
      'items.responseCount',
    ])
    .forUpdate(['assignments', 'items'])
    .executeTakeFirst();
  return row && { ...row, state: row.state as AssignmentState };
}

/** Another assignment of the same item that the same person holds or has finished. */
export async function findOtherAssignment(
  executor: Executor,
  query: { itemId: string; annotatorId: string; assignmentId: string },
): Promise<string | null> {
  const row = await executor
    .selectFrom('assignments')
    .where('itemId', '=', query.itemId)
    .where('annotatorId', '=', query.annotatorId)
    .where('state', 'in', ['leased', 'submitted', 'skipped'])
    .where('id', '!=', query.assignmentId)
    .select('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Marks a locked lease as skipped and gives its place back; the person does not get the item again. */
export async function markSkipped(
  transaction: Transaction,
  skip: { assignmentId: string; reason: SkipReason; note: string; now: Date },
): Promise<void> {
  await giveBack(transaction, { which: sql`${skip.assignmentId}::uuid`, state: 'skipped', now: skip.now });
  await transaction
    .updateTable('assignments')
    .set({ skipReason: skip.reason, skipNote: skip.note })
    .where('id', '=', skip.assignmentId)
    .execute();
}

/** Takes the place back for a locked, skipped assignment. */
export async function markLeasedAgain(
  transaction: Transaction,
  lease: { assignmentId: string; itemId: string; slot: number; leaseUntil: Date },
): Promise<void> {
  await transaction
    .updateTable('assignments')
    .set({
      state: 'leased',
      slot: lease.slot,
      leaseUntil: lease.leaseUntil,
      finishedAt: null,
      skipReason: null,
      skipNote: null,
    })
    .where('id', '=', lease.assignmentId)
    .execute();
  await transaction
    .updateTable('items')
    .set((row) => ({ remaining: row('remaining', '-', 1) }))
    .where('id', '=', lease.itemId)
    .execute();
}

export async function insertFlag(
  executor: Executor,
  flag: {
    id: string;
    projectId: string;
    itemId: string;
    assignmentId: string;
    personId: string;
    kind: FlagKind;
    note: string;
    now: Date;
  },
): Promise<void> {
  await executor
    .insertInto('flags')
    .values({
      id: flag.id,
      projectId: flag.projectId,
      itemId: flag.itemId,
      assignmentId: flag.assignmentId,
      personId: flag.personId,
      kind: flag.kind,
      note: flag.note,
      createdAt: flag.now,
    })
    .execute();
}
