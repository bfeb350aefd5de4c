import type { ProjectRole } from '#domain/access/roles.ts';
import type { Executor } from '#server/database/database.ts';

export interface StoredInvitation {
  readonly id: string;
  readonly projectId: string | null;
  readonly projectName: string | null;
  readonly roles: ProjectRole[];
  readonly email: string | null;
  readonly usesLeft: number;
  readonly createdByName: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

function selectInvitations(executor: Executor) {
  return executor
    .selectFrom('invitations')
    .leftJoin('projects', 'projects.id', 'invitations.projectId')
    .innerJoin('people', 'people.id', 'invitations.createdBy')
    .select([
      'invitations.id',
      'invitations.projectId',
      'projects.name as projectName',
      'invitations.roles',
      'invitations.email',
      'invitations.usesLeft',
      'people.name as createdByName',
      'invitations.createdAt',
      'invitations.expiresAt',
      'invitations.revokedAt',
    ]);
}

const withRoles = (row: Omit<StoredInvitation, 'roles'> & { roles: string[] }): StoredInvitation => ({
  ...row,
  roles: row.roles as ProjectRole[],
});

/** With `lock` the row is held until the transaction ends, so that a link's last use is used once. */
export async function findInvitation(
  executor: Executor,
  query: { tokenHash: Buffer; lock: boolean },
): Promise<StoredInvitation | undefined> {
  let select = selectInvitations(executor).where('invitations.tokenHash', '=', query.tokenHash);
  if (query.lock) select = select.forUpdate('invitations');
  const row = await select.executeTakeFirst();
  return row && withRoles(row);
}

export async function listOpenInvitations(
  executor: Executor,
  query: { projectId: string; now: Date },
): Promise<StoredInvitation[]> {
  const rows = await selectInvitations(executor)
    .where('invitations.projectId', '=', query.projectId)
    .where('invitations.revokedAt', 'is', null)
    .where('invitations.usesLeft', '>', 0)
    .where('invitations.expiresAt', '>', query.now)
    .orderBy('invitations.createdAt', 'desc')
    .execute();
  return rows.map(withRoles);
}

export async function insertInvitation(
  executor: Executor,
  invitation: {
    id: string;
    tokenHash: Buffer;
    projectId: string;
    roles: readonly ProjectRole[];
    email: string | null;
    uses: number;
    createdBy: string;
    now: Date;
    expiresAt: Date;
  },
): Promise<void> {
  await executor
    .insertInto('invitations')
    .values({
      id: invitation.id,
      tokenHash: invitation.tokenHash,
      projectId: invitation.projectId,
      roles: [...invitation.roles],
      email: invitation.email,
      usesLeft: invitation.uses,
      createdBy: invitation.createdBy,
      createdAt: invitation.now,
      expiresAt: invitation.expiresAt,
    })
    .execute();
}

export async function spendInvitation(executor: Executor, id: string): Promise<void> {
  await executor
    .updateTable('invitations')
    .set((row) => ({ usesLeft: row('usesLeft', '-', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function revokeInvitationRow(
  executor: Executor,
  query: { id: string; projectId: string; now: Date },
): Promise<boolean> {
  const result = await executor
    .updateTable('invitations')
    .set({ revokedAt: query.now })
    .where('id', '=', query.id)
    .where('projectId', '=', query.projectId)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
