import type { Actor } from '#domain/access/can.ts';
import type { DeploymentRole } from '#domain/access/roles.ts';
import type { Executor } from '#server/database/database.ts';

export async function insertSession(
  executor: Executor,
  session: { tokenHash: Buffer; personId: string; now: Date; expiresAt: Date },
): Promise<void> {
  await executor
    .insertInto('sessions')
    .values({
      tokenHash: session.tokenHash,
      personId: session.personId,
      createdAt: session.now,
      lastSeenAt: session.now,
      expiresAt: session.expiresAt,
    })
    .execute();
}

export async function findActorBySession(
  executor: Executor,
  query: { tokenHash: Buffer; now: Date },
): Promise<Actor | undefined> {
  const row = await executor
    .selectFrom('sessions')
    .innerJoin('people', 'people.id', 'sessions.personId')
    .where('tokenHash', '=', query.tokenHash)
    .where('expiresAt', '>', query.now)
    .where('people.disabledAt', 'is', null)
    .select(['people.id', 'people.deploymentRole'])
    .executeTakeFirst();
  return row && { personId: row.id, deploymentRole: row.deploymentRole as DeploymentRole, scopes: null };
}

export async function deleteSession(executor: Executor, tokenHash: Buffer): Promise<void> {
  await executor.deleteFrom('sessions').where('tokenHash', '=', tokenHash).execute();
}

/** Ends a person's sessions, all or all but one. */
export async function deleteSessionsOf(
  executor: Executor,
  personId: string,
  exceptTokenHash?: Buffer,
): Promise<void> {
  let query = executor.deleteFrom('sessions').where('personId', '=', personId);
  if (exceptTokenHash) query = query.where('tokenHash', '!=', exceptTokenHash);
  await query.execute();
}
