import type { Executor } from '#server/database/database.ts';

export async function listUnfinishedImports(executor: Executor): Promise<string[]> {
  const rows = await executor
    .selectFrom('imports')
    .where('state', 'in', ['waiting', 'running'])
    .select('id')
    .execute();
  return rows.map((row) => row.id);
}
