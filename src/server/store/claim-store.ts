import { sql } from 'kysely';
import type { Pool } from 'pg';
import type { Executor } from '#server/database/database.ts';
import { packInt4s, packUuids } from './binary-array.ts';

export interface ClaimedAssignment {
  readonly assignmentId: string;
  readonly itemId: string;
  readonly leasedAt: Date;
  readonly rubricVersion: number;
  readonly guidelineVersion: number;
  readonly responseCount: number;
}

/** What a statement that gives out a task returns of it. */
export const claimedColumns = `id as "assignmentId", item_id as "itemId", leased_at as "leasedAt", rubric_version as "rubricVersion",
  guideline_version as "guidelineVersion", cardinality(shown_order) as "responseCount"`;

export interface Claim {
  readonly projectId: string;
  readonly annotatorId: string;
  readonly assignmentId: string;
  readonly now: Date;
  readonly handSize: number;
  /** Draws the order of the responses. */
  readonly seed: number;
}

/**
 * Finds for each claim the best open item that the person has not had, takes one of its places and writes the lease, in
 * one call of the function of migration 22, so that nothing can come between. `remaining` in the locked item row is the
 * only count; `skip locked` lets claims at the same time pass each other. A claim's place among the outcomes is undefined
 * where no open item is left for its person from the cursor on.
 */
export async function claimItems(
  pool: Pool,
  claims: readonly Claim[],
): Promise<(ClaimedAssignment | undefined)[]> {
  const { rows } = await pool.query<Omit<ClaimedAssignment, 'leasedAt'>>({
    name: 'claim_items',
    text: `select assignment_id as "assignmentId", item_id as "itemId", rubric_version as "rubricVersion",
      guideline_version as "guidelineVersion", response_count as "responseCount" from claim_items($1, $2, $3, $4, $5, $6)`,
    values: [
      packUuids(claims.map((claim) => claim.projectId)),
      packUuids(claims.map((claim) => claim.annotatorId)),
      packUuids(claims.map((claim) => claim.assignmentId)),
      claims.map((claim) => claim.now),
      packInt4s(claims.map((claim) => claim.handSize)),
      claims.map((claim) => claim.seed),
    ],
  });
  const byId = new Map(rows.map((row) => [row.assignmentId, row]));
  return claims.map(({ assignmentId, now }) => {
    const found = byId.get(assignmentId);
    return found && { ...found, leasedAt: now };
  });
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
        and not exists (select 1 from assignments a where a.item_id = i.id and a.annotator_id = ${who.annotatorId} and a.state in ('leased', 'submitted', 'skipped', 'excluded'))
    ) as found`.execute(executor);
  return result.rows[0]?.found ?? false;
}
