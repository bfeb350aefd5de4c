import type { Executor, Transaction } from '#server/database/database.ts';

export interface StoredPerson {
  readonly personId: string;
  readonly summary: unknown;
  readonly report: unknown;
}

/** Keeps reports on people in place of those before, in one transaction with the report that they belong to. */
export async function keepPeople(
  transaction: Transaction,
  kept: { projectId: string; people: readonly StoredPerson[]; all: unknown },
): Promise<void> {
  const { projectId, people, all } = kept;
  // The row is locked, so that of two computations one keeps everything after the other.
  const updated = await transaction
    .updateTable('qualityReports')
    .set({ people: JSON.stringify(all) })
    .where('projectId', '=', projectId)
    .executeTakeFirst();
  // The project was deleted meanwhile.
  if (updated.numUpdatedRows === 0n) return;
  await transaction.deleteFrom('personReports').where('projectId', '=', projectId).execute();
  const rows = people.map(({ personId, summary, report }) => ({
    projectId,
    personId,
    summary: JSON.stringify(summary),
    report: JSON.stringify(report),
  }));
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await transaction
      .insertInto('personReports')
      .values(rows.slice(from, from + rowsAtOnce))
      .execute();
}

const rowsAtOnce = 200;

/** What all people are held against; undefined until it was computed. */
export async function findPeopleAsOne(executor: Executor, projectId: string): Promise<unknown> {
  const row = await executor
    .selectFrom('qualityReports')
    .where('projectId', '=', projectId)
    .select('people')
    .executeTakeFirst();
  return row?.people ?? undefined;
}

export async function listPersonSummaries(
  executor: Executor,
  projectId: string,
): Promise<Omit<StoredPerson, 'report'>[]> {
  return executor
    .selectFrom('personReports')
    .where('projectId', '=', projectId)
    .select(['personId', 'summary'])
    .execute();
}

/** Everybody's report. */
export async function listPersonReports(
  executor: Executor,
  projectId: string,
): Promise<Omit<StoredPerson, 'summary'>[]> {
  return executor
    .selectFrom('personReports')
    .where('projectId', '=', projectId)
    .select(['personId', 'report'])
    .execute();
}

export async function findPersonReport(
  executor: Executor,
  query: { projectId: string; personId: string },
): Promise<StoredPerson | undefined> {
  return executor
    .selectFrom('personReports')
    .where('projectId', '=', query.projectId)
    .where('personId', '=', query.personId)
    .select(['personId', 'summary', 'report'])
    .executeTakeFirst();
}
