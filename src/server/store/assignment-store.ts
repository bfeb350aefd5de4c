import { sql } from 'kysely';
import type { AssignmentState, SkipReason } from '#domain/queue/assignment.ts';
import type { Executor, Transaction } from '#server/database/database.ts';
import { giveBack } from './lease-store.ts';

export interface HeldRow {
  readonly assignmentId: string;
  readonly itemId: string;
  /** The person's earlier assignment that this one repeats. */
  readonly repeatsId: string | null;
  readonly leaseUntil: Date;
  readonly rubricVersion: number;
  readonly guidelineVersion: number;
  readonly shownOrder: number[];
  readonly prompt: unknown;
  readonly responses: unknown;
  readonly extras: unknown;
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
      'assignments.repeatsId',
      'assignments.leaseUntil',
      'assignments.rubricVersion',
      'assignments.guidelineVersion',
      'assignments.shownOrder',
      'itemContents.prompt',
      'itemContents.responses',
      'itemContents.extras',
      'drafts.revision as draftRevision',
      'drafts.answers as draftAnswers',
      'drafts.activeMs as draftActiveMs',
      'drafts.savedAt as draftSavedAt',
    ])
    .orderBy('assignments.leasedAt')
    .orderBy('assignments.id')
    .execute();
}

/** How many live leases the person holds, so that a full hand needs no claim, and whether a rule holds them back. */
export async function countHeld(
  executor: Executor,
  who: { projectId: string; annotatorId: string },
): Promise<{ held: number; isHeldBack: boolean }> {
  return executor
    .selectFrom('assignments')
    .where('projectId', '=', who.projectId)
    .where('annotatorId', '=', who.annotatorId)
    .where('state', '=', 'leased')
    .select([
      sql<number>`count(*)::int`.as('held'),
      sql<boolean>`exists (select 1 from threshold_firings f where f.project_id = ${who.projectId} and f.person_id = ${who.annotatorId} and f.ended_at is null and f.act in ('pause', 'calibrate'))`.as(
        'isHeldBack',
      ),
    ])
    .executeTakeFirstOrThrow();
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
      // Gold and repeats take no place, so there always is one.
      sql<number>`case when assignments.takes_place then items.remaining else 1 end`.as('itemRemaining'),
      'items.responseCount',
    ])
    .forUpdate(['assignments', 'items'])
    .executeTakeFirst();
  return row && { ...row, state: row.state as AssignmentState };
}

/** Whose an assignment is, and under which rubric. */
export async function findAssignmentOf(
  executor: Executor,
  query: { projectId: string; assignmentId: string },
): Promise<{ annotatorId: string; itemId: string; rubricVersion: number } | undefined> {
  return executor
    .selectFrom('assignments')
    .where('id', '=', query.assignmentId)
    .where('projectId', '=', query.projectId)
    .select(['annotatorId', 'itemId', 'rubricVersion'])
    .executeTakeFirst();
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
    .where('state', 'in', ['leased', 'submitted', 'skipped', 'excluded'])
    .where('id', '!=', query.assignmentId)
    // An item that came a second time has an assignment of its own.
    .where(
      sql<boolean>`(repeats_id is null) = (select o.repeats_id is null from assignments o where o.id = ${query.assignmentId}::uuid)`,
    )
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
    .where(sql<boolean>`(select takes_place from assignments where id = ${lease.assignmentId}::uuid)`)
    .execute();
}
