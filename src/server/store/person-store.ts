import { sql } from 'kysely';
import type { DeploymentRole } from '#domain/access/roles.ts';
import type { Executor } from '#server/database/database.ts';

export interface StoredPerson {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly deploymentRole: DeploymentRole;
  readonly preferences: unknown;
  readonly disabledAt: Date | null;
  readonly createdAt: Date;
}

const columns = ['id', 'email', 'name', 'deploymentRole', 'preferences', 'disabledAt', 'createdAt'] as const;

function asPerson<Row extends { deploymentRole: string }>(
  row: Row,
): Row & { deploymentRole: DeploymentRole } {
  return { ...row, deploymentRole: row.deploymentRole as DeploymentRole };
}

export async function findPerson(executor: Executor, id: string): Promise<StoredPerson | undefined> {
  const row = await executor.selectFrom('people').where('id', '=', id).select(columns).executeTakeFirst();
  return row && asPerson(row);
}

export async function findPersonByEmail(
  executor: Executor,
  email: string,
): Promise<(StoredPerson & { passwordHash: string | null }) | undefined> {
  const row = await executor
    .selectFrom('people')
    .where(sql`lower(email)`, '=', email.toLowerCase())
    .select([...columns, 'passwordHash'])
    .executeTakeFirst();
  return row && asPerson(row);
}

export async function listPeople(executor: Executor): Promise<StoredPerson[]> {
  const rows = await executor.selectFrom('people').select(columns).orderBy('name').orderBy('id').execute();
  return rows.map(asPerson);
}

export async function countPeople(executor: Executor): Promise<number> {
  const row = await executor
    .selectFrom('people')
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Returns false where the e-mail address is taken. */
export async function insertPerson(
  executor: Executor,
  person: {
    id: string;
    email: string;
    name: string;
    passwordHash: string | null;
    deploymentRole: DeploymentRole;
    now: Date;
  },
): Promise<boolean> {
  const result = await executor
    .insertInto('people')
    .values({
      id: person.id,
      email: person.email,
      name: person.name,
      passwordHash: person.passwordHash,
      deploymentRole: person.deploymentRole,
      createdAt: person.now,
    })
    .onConflict((conflict) => conflict.expression(sql`lower(email)`).doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function updatePersonRow(
  executor: Executor,
  change: {
    id: string;
    name?: string | undefined;
    preferences?: unknown;
    passwordHash?: string;
    deploymentRole?: DeploymentRole | undefined;
    disabledAt?: Date | null | undefined;
  },
): Promise<void> {
  const values = {
    ...(change.name === undefined ? {} : { name: change.name }),
    ...(change.preferences === undefined ? {} : { preferences: JSON.stringify(change.preferences) }),
    ...(change.passwordHash === undefined ? {} : { passwordHash: change.passwordHash }),
    ...(change.deploymentRole === undefined ? {} : { deploymentRole: change.deploymentRole }),
    ...(change.disabledAt === undefined ? {} : { disabledAt: change.disabledAt }),
  };
  if (Object.keys(values).length === 0) return;
  await executor.updateTable('people').set(values).where('id', '=', change.id).execute();
}

export async function findPasswordHash(executor: Executor, id: string): Promise<string | null> {
  const row = await executor
    .selectFrom('people')
    .where('id', '=', id)
    .select('passwordHash')
    .executeTakeFirst();
  return row?.passwordHash ?? null;
}

/**
 * Taken by acts that must see a settled number of owners: two demotions at once cannot both pass. One lock for all,
 * because locks on the owners' rows are waited for in a circle when an owner is appointed in between.
 */
export async function lockOwners(executor: Executor): Promise<string[]> {
  await sql`select pg_advisory_xact_lock(4600006)`.execute(executor);
  const rows = await executor
    .selectFrom('people')
    .where('deploymentRole', '=', 'owner')
    .where('disabledAt', 'is', null)
    .select('id')
    .execute();
  return rows.map((row) => row.id);
}

/** Lets only one first-run page win; the lock ends with the transaction. */
export async function lockSetup(executor: Executor): Promise<void> {
  await sql`select pg_advisory_xact_lock(4600002)`.execute(executor);
}

/** The names of some people by their ids. */
export async function listNames(executor: Executor, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await executor.selectFrom('people').where('id', 'in', ids).select(['id', 'name']).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
