import { sql } from 'kysely';
import type { Executor } from '#server/database/database.ts';

export interface StoredDraft {
  readonly revision: number;
  readonly answers: unknown;
  readonly activeMs: number;
  readonly savedAt: Date;
}

export async function findDraft(executor: Executor, assignmentId: string): Promise<StoredDraft | undefined> {
  return executor
    .selectFrom('drafts')
    .where('assignmentId', '=', assignmentId)
    .select(['revision', 'answers', 'activeMs', 'savedAt'])
    .executeTakeFirst();
}

/** Writes a draft over the one before it; called under the assignment's lock. */
export async function writeDraft(
  executor: Executor,
  draft: {
    assignmentId: string;
    annotatorId: string;
    revision: number;
    answers: unknown;
    activeMs: number;
    now: Date;
  },
): Promise<void> {
  const values = {
    revision: draft.revision,
    answers: JSON.stringify(draft.answers),
    activeMs: draft.activeMs,
    savedAt: draft.now,
  };
  await executor
    .insertInto('drafts')
    .values({ assignmentId: draft.assignmentId, annotatorId: draft.annotatorId, ...values })
    .onConflict((conflict) => conflict.column('assignmentId').doUpdateSet(values))
    .execute();
}

/** Moves the drafts of leases that ran out to the assignments by which the same person got the same items again. */
export async function carryDraftsOver(
  executor: Executor,
  query: { annotatorId: string; assignmentIds: readonly string[] },
): Promise<void> {
  await sql`
    update drafts set assignment_id = fresh.id
    from assignments old, assignments fresh
    where drafts.annotator_id = ${query.annotatorId} and old.id = drafts.assignment_id and old.state in ('expired', 'released')
      and fresh.id = any(${query.assignmentIds}::uuid[]) and fresh.item_id = old.item_id and fresh.annotator_id = old.annotator_id
      and not exists (select 1 from drafts d where d.assignment_id = fresh.id)
      and old.id = (select o.id from drafts x join assignments o on o.id = x.assignment_id where x.annotator_id = ${query.annotatorId} and o.item_id = fresh.item_id order by x.saved_at desc limit 1)`.execute(
    executor,
  );
}
