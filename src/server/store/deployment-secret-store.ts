import type { Executor } from '#server/database/database.ts';

/** Reads a secret of this deployment; the first to ask makes it of `fresh`, and everybody after reads that one. */
export async function readDeploymentSecret(
  executor: Executor,
  query: { name: string; fresh: () => Buffer; now: Date },
): Promise<Buffer> {
  const { name, now } = query;
  const read = () =>
    executor.selectFrom('deploymentSecrets').where('name', '=', name).select('value').executeTakeFirst();
  const found = await read();
  if (found) return found.value;
  await executor
    .insertInto('deploymentSecrets')
    .values({ name, value: query.fresh(), createdAt: now })
    // Somebody else was first: theirs counts.
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const made = await read();
  if (!made) throw new Error(`The deployment's secret ${name} was neither found nor made`);
  return made.value;
}
