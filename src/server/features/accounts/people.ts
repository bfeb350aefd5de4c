import type { HttpRefusal } from '#contract/refusals.ts';
import type { DeploymentRole } from '#domain/access/roles.ts';
import { refuse } from '#domain/outcomes/refusal.ts';
import type { Services } from '#server/services/services.ts';
import {
  findPasswordHash,
  findPerson,
  lockOwners,
  type StoredPerson,
  updatePersonRow,
} from '#server/store/person-store.ts';
import { deleteSessionsOf } from '#server/store/session-store.ts';
import { hashPassword, passwordMatches } from './passwords.ts';

/** Changes a deployment role or disables a person; a deployment never loses its last owner. */
export async function updatePerson(
  services: Services,
  input: { personId: string; deploymentRole?: DeploymentRole | undefined; disabled?: boolean | undefined },
): Promise<StoredPerson | HttpRefusal> {
  return services.database.kysely.transaction().execute(async (transaction) => {
    const owners = await lockOwners(transaction);
    const person = await findPerson(transaction, input.personId);
    if (!person) return refuse('not_found', 'There is no such person.');
    const staysOwner =
      (input.deploymentRole ?? person.deploymentRole) === 'owner' &&
      !(input.disabled ?? person.disabledAt !== null);
    if (!staysOwner && owners.length === 1 && owners[0] === person.id) {
      return refuse('last_owner', 'This is the only owner: make somebody else an owner first.');
    }
    const disabledAt = input.disabled === undefined ? undefined : input.disabled ? services.now() : null;
    await updatePersonRow(transaction, { id: person.id, deploymentRole: input.deploymentRole, disabledAt });
    if (input.disabled) await deleteSessionsOf(transaction, person.id);
    return {
      ...person,
      deploymentRole: input.deploymentRole ?? person.deploymentRole,
      disabledAt: disabledAt === undefined ? person.disabledAt : disabledAt,
    };
  });
}

/** Changes the own password and ends every session but the one that asks. */
export async function changePassword(
  services: Services,
  input: { personId: string; current: string; next: string; keepTokenHash: Buffer | null },
): Promise<Record<string, never> | HttpRefusal> {
  const stored = await findPasswordHash(services.database.kysely, input.personId);
  if (!(await passwordMatches(stored, input.current)))
    return refuse('wrong_credentials', 'The current password is wrong: type it again.');
  const passwordHash = await hashPassword(input.next);
  await services.database.kysely.transaction().execute(async (transaction) => {
    await updatePersonRow(transaction, { id: input.personId, passwordHash });
    await deleteSessionsOf(transaction, input.personId, input.keepTokenHash ?? undefined);
  });
  return {};
}
