import { sql } from 'kysely';
import type { Transaction } from '#server/database/database.ts';
import { writeSplits } from './split-store.ts';

interface Excluded {
  readonly projectId: string;
  readonly firingId: string;
}

/**
 * Takes a person's ordinary judgments since a moment out of everything that counts, and gives their places back to the
 * items, so that somebody else replaces them. What they hold or submit later is theirs and counts. Tasks are locked before
 * items, each in the order of their ids, as everywhere else. Returns how many judgments were taken out.
 */
export async function excludeJudgments(
  transaction: Transaction,
  exclusion: Excluded & { readonly personId: string; readonly since: Date },
): Promise<number> {
  const { projectId, firingId, personId, since } = exclusion;
  await holdSplits(transaction, projectId);
  const tasks = await sql<Task>`
    select id, item_id as "itemId" from assignments
    where project_id = ${projectId} and annotator_id = ${personId} and state = 'submitted' and takes_place
      and finished_at >= ${since} order by id for update`.execute(transaction);
  const ids = await lockItems(transaction, tasks.rows);
  if (ids.tasks.length === 0) return 0;
  await sql`update assignments set state = 'excluded' where id = any(${ids.tasks}::uuid[])`.execute(
    transaction,
  );
  // Nobody judges an item twice, so each item gives one place.
  await sql`update items set done = done - 1, remaining = remaining + 1 where id = any(${ids.items}::uuid[])`.execute(
    transaction,
  );
  await sql`insert into exclusions (firing_id, assignment_id) select ${firingId}, id from unnest(${ids.tasks}::uuid[]) id`.execute(
    transaction,
  );
  // Cursors may stand behind the items that are open again.
  await sql`delete from queue_cursors where project_id = ${projectId}`.execute(transaction);
  await checkOverlap(transaction, projectId, ids.items);
  await writeSplits(transaction, { projectId, itemIds: ids.items });
  return ids.tasks.length;
}

/**
 * Lets what one exclusion took out count again. The place that was queued for a replacement is taken back; where somebody
 * has it or has filled it, the item has one judgment more than was asked for.
 */
export async function restoreJudgments(
  transaction: Transaction,
  { projectId, firingId, now }: Excluded & { readonly now: Date },
): Promise<{ restored: number; beyond: number }> {
  await holdSplits(transaction, projectId);
  const tasks = await sql<Task>`
    select a.id, a.item_id as "itemId" from exclusions e join assignments a on a.id = e.assignment_id
    where e.firing_id = ${firingId} and e.restored_at is null order by a.id for update of a`.execute(
    transaction,
  );
  const ids = await lockItems(transaction, tasks.rows);
  if (ids.tasks.length === 0) return { restored: 0, beyond: 0 };
  await sql`update assignments set state = 'submitted' where id = any(${ids.tasks}::uuid[])`.execute(
    transaction,
  );
  const beyond = await sql`
    update items set done = done + 1, wanted = wanted + 1 where id = any(${ids.items}::uuid[]) and remaining = 0 returning id`.execute(
    transaction,
  );
  const filled = new Set(beyond.rows.map((row) => (row as { id: string }).id));
  const free = ids.items.filter((itemId) => !filled.has(itemId));
  await sql`update items set done = done + 1, remaining = remaining - 1 where id = any(${free}::uuid[])`.execute(
    transaction,
  );
  await sql`update exclusions set restored_at = ${now} where firing_id = ${firingId} and restored_at is null`.execute(
    transaction,
  );
  await checkOverlap(transaction, projectId, ids.items);
  await writeSplits(transaction, { projectId, itemIds: ids.items });
  return { restored: ids.tasks.length, beyond: filled.size };
}

interface Task {
  readonly id: string;
  readonly itemId: string;
}

async function lockItems(transaction: Transaction, tasks: readonly Task[]) {
  const items = tasks.map(({ itemId }) => itemId);
  await sql`select id from items where id = any(${items}::uuid[]) order by id for no key update`.execute(
    transaction,
  );
  return { tasks: tasks.map(({ id }) => id), items };
}

/** Where answers decide how many judgments an item needs, that is to be decided anew. */
async function checkOverlap(
  transaction: Transaction,
  projectId: string,
  items: readonly string[],
): Promise<void> {
  await sql`
    insert into overlap_checks (item_id, project_id)
    select i.id, i.project_id from items i join projects p on p.id = i.project_id
    where i.id = any(${[...items]}::uuid[]) and p.id = ${projectId} and p.adaptive_overlap is not null and i.dropped_at is null
    on conflict do nothing`.execute(transaction);
}

/** Whoever looks for items on which people differ waits, as both write what is kept of that. */
async function holdSplits(transaction: Transaction, projectId: string): Promise<void> {
  await sql`select 1 from split_sweeps where project_id = ${projectId} for update`.execute(transaction);
}
