import { sql } from 'kysely';
import type { ReviewPlan } from '#domain/review/review-plan.ts';
import type { Executor, Transaction } from '#server/database/database.ts';

export interface StoredReviewPlan {
  readonly plan: ReviewPlan;
  readonly revision: number;
  readonly appliesFrom: string;
  readonly sweptThrough: string;
  readonly applyingSince: Date | null;
  readonly appliedTotal: number;
  readonly appliedDone: number;
}

export async function findReviewPlan(
  executor: Executor,
  query: { projectId: string; lock?: boolean },
): Promise<StoredReviewPlan | undefined> {
  const row = await executor
    .selectFrom('reviewPlans')
    .where('projectId', '=', query.projectId)
    .select([
      'plan',
      'revision',
      'appliesFrom',
      'sweptThrough',
      'applyingSince',
      'appliedTotal',
      'appliedDone',
    ])
    .$if(query.lock === true, (select) => select.forUpdate())
    .executeTakeFirst();
  // Plans that were saved before there were aspects have none.
  return row && { ...row, plan: { aspects: [], ...(row.plan as Omit<ReviewPlan, 'aspects'>) } };
}

/**
 * Writes a plan over the revision that was seen; false where another one is there by now. `from` is where it begins to
 * look where it was off before.
 */
export async function writeReviewPlan(
  transaction: Transaction,
  write: {
    projectId: string;
    plan: ReviewPlan;
    revision: number;
    from: string | null;
    personId: string;
    now: Date;
  },
): Promise<boolean> {
  const { projectId, revision, from, personId, now } = write;
  const plan = JSON.stringify(write.plan);
  const result =
    revision === 0
      ? await sql`insert into review_plans (project_id, plan, applies_from, swept_through, updated_by, updated_at)
          values (${projectId}, ${plan}::jsonb, ${from}, ${from}, ${personId}, ${now})
          -- Somebody else was first: theirs has to be looked at.
          on conflict do nothing returning project_id`.execute(transaction)
      : await sql`update review_plans set plan = ${plan}::jsonb, revision = revision + 1, updated_by = ${personId}, updated_at = ${now},
          applies_from = coalesce(${from}::uuid, applies_from), swept_through = coalesce(${from}::uuid, swept_through)
          where project_id = ${projectId} and revision = ${revision} returning project_id`.execute(
          transaction,
        );
  return result.rows.length === 1;
}

/** Lets the plan look at everything that is there; false where it does so already. */
export async function beginApplication(
  transaction: Transaction,
  application: { projectId: string; now: Date },
): Promise<boolean> {
  const result = await sql`
    update review_plans set applying_since = ${application.now}, applies_from = ${firstId}, swept_through = ${firstId}, applied_done = 0,
      applied_total = (select count(*) from assignments where project_id = ${application.projectId} and state = 'submitted' and repeats_id is null)
    where project_id = ${application.projectId} and applying_since is null returning project_id`.execute(
    transaction,
  );
  return result.rows.length === 1;
}

/** Before every id. */
export const firstId = '00000000-0000-0000-0000-000000000000';

/** Notes how far judgments were looked at. */
export async function moveSweep(
  transaction: Transaction,
  move: { projectId: string; sweptThrough: string; looked: number; isEnd: boolean },
): Promise<void> {
  await sql`
    update review_plans set swept_through = greatest(swept_through, ${move.sweptThrough}::uuid),
      applied_done = case when applying_since is null then applied_done else least(applied_total, applied_done + ${move.looked}::int) end,
      applying_since = case when ${move.isEnd}::boolean then null else applying_since end
    where project_id = ${move.projectId}`.execute(transaction);
}

/** Projects whose plan a killed process left half applied. */
export async function listApplyingPlans(executor: Executor): Promise<string[]> {
  const rows = await executor
    .selectFrom('reviewPlans')
    .where('applyingSince', 'is not', null)
    .select('projectId')
    .execute();
  return rows.map(({ projectId }) => projectId);
}

/** How many reviews wait, in hand or not. */
export async function countWaiting(executor: Executor, projectId: string): Promise<number> {
  const row = await executor
    .selectFrom('reviews')
    .where('projectId', '=', projectId)
    .where('state', '=', 'waiting')
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}
