import type { Actor } from '#domain/access/can.ts';
import type { DeploymentRole, KeyScope } from '#domain/access/roles.ts';
import type { Executor } from '#server/database/database.ts';

export interface StoredApiKey {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: KeyScope[];
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly expiresAt: Date | null;
}

export async function findActorByKey(
  executor: Executor,
  query: { tokenHash: Buffer; now: Date },
): Promise<Actor | undefined> {
  const row = await executor
    .selectFrom('apiKeys')
    .innerJoin('people', 'people.id', 'apiKeys.personId')
    .where('tokenHash', '=', query.tokenHash)
    .where('revokedAt', 'is', null)
    .where((is) => is.or([is('expiresAt', 'is', null), is('expiresAt', '>', query.now)]))
    .where('people.disabledAt', 'is', null)
    .select([
      'people.id',
      'people.deploymentRole',
      'apiKeys.scopes',
      'apiKeys.id as keyId',
      'apiKeys.lastUsedAt',
    ])
    .executeTakeFirst();
  if (!row) return undefined;
  await touch(executor, { keyId: row.keyId, lastUsedAt: row.lastUsedAt, now: query.now });
  return {
    personId: row.id,
    deploymentRole: row.deploymentRole as DeploymentRole,
    scopes: row.scopes as KeyScope[],
  };
}

/** Notes the use at most once a minute, so that a busy key does not write at every request. */
async function touch(
  executor: Executor,
  key: { keyId: string; lastUsedAt: Date | null; now: Date },
): Promise<void> {
  if (key.lastUsedAt && key.now.getTime() - key.lastUsedAt.getTime() < 60_000) return;
  await executor.updateTable('apiKeys').set({ lastUsedAt: key.now }).where('id', '=', key.keyId).execute();
}

export async function listKeysOf(executor: Executor, personId: string): Promise<StoredApiKey[]> {
  const rows = await executor
    .selectFrom('apiKeys')
    .where('personId', '=', personId)
    .where('revokedAt', 'is', null)
    .select(['id', 'name', 'prefix', 'scopes', 'createdAt', 'lastUsedAt', 'expiresAt'])
    .orderBy('createdAt', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, scopes: row.scopes as KeyScope[] }));
}

export async function insertKey(
  executor: Executor,
  key: StoredApiKey & { personId: string; tokenHash: Buffer },
): Promise<void> {
  await executor
    .insertInto('apiKeys')
    .values({
      id: key.id,
      personId: key.personId,
      name: key.name,
      tokenHash: key.tokenHash,
      prefix: key.prefix,
      scopes: [...key.scopes],
      createdAt: key.createdAt,
      expiresAt: key.expiresAt,
    })
    .execute();
}

/** Returns false where the person has no such live key. */
export async function revokeKey(
  executor: Executor,
  key: { keyId: string; personId: string; now: Date },
): Promise<boolean> {
  const result = await executor
    .updateTable('apiKeys')
    .set({ revokedAt: key.now })
    .where('id', '=', key.keyId)
    .where('personId', '=', key.personId)
    .where('revokedAt', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
