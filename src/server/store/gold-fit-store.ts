import { sql } from 'kysely';
import type { Answers } from '#domain/judging/answers.ts';
import type { Executor } from '#server/database/database.ts';

export interface UncheckedGold {
  readonly itemId: string;
  readonly answers: Answers;
  readonly rubricVersion: number;
  readonly newestVersion: number;
}

/** Gold that was not yet held against the project's newest rubric. */
export async function listUncheckedGold(
  executor: Executor,
  query: { projectId: string; limit: number },
): Promise<UncheckedGold[]> {
  const result = await sql<UncheckedGold>`
    select g.item_id, g.answers, g.rubric_version, p.rubric_version as newest_version
    from golds g join projects p on p.id = g.project_id
    where g.project_id = ${query.projectId} and g.checked_version <> p.rubric_version
    order by g.item_id limit ${query.limit}`.execute(executor);
  return result.rows;
}

/** Those of some gold of which nothing can be compared under the newest rubric. */
export async function listUnusable(
  executor: Executor,
  query: { projectId: string; itemIds: readonly string[] },
): Promise<string[]> {
  const rows = await executor
    .selectFrom('golds')
    .where('projectId', '=', query.projectId)
    .where('itemId', 'in', [...query.itemIds])
    .where('isUsable', '=', false)
    .select('itemId')
    .orderBy('itemId')
    .execute();
  return rows.map(({ itemId }) => itemId);
}

export async function keepGoldFits(
  executor: Executor,
  fits: readonly { itemId: string; isUsable: boolean; checkedVersion: number }[],
): Promise<void> {
  await sql`
    update golds set is_usable = fit.is_usable, checked_version = fit.checked_version
    from unnest(${fits.map(({ itemId }) => itemId)}::uuid[], ${fits.map(({ isUsable }) => isUsable)}::boolean[],
      ${fits.map(({ checkedVersion }) => checkedVersion)}::int[]) as fit (item_id, is_usable, checked_version)
    where golds.item_id = fit.item_id`.execute(executor);
}
