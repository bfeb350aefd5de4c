import type { acceptInvitation as contract } from '#contract/accounts.ts';
import type { HttpRefusal } from '#contract/refusals.ts';
import type { BodyOf } from '#contract/route.ts';
import { isRefusal, refuse } from '#domain/outcomes/refusal.ts';
import type { Transaction } from '#server/database/database.ts';
import { hashToken } from '#server/http/actor.ts';
import type { Services } from '#server/services/services.ts';
import { findInvitation, type StoredInvitation, spendInvitation } from '#server/store/invitation-store.ts';
import { addRoles } from '#server/store/member-store.ts';
import { findPerson, insertPerson } from '#server/store/person-store.ts';
import { hashPassword } from './passwords.ts';
import { startSession } from './start-session.ts';

/** Why an invitation cannot be used, or null. */
export function whyNotUsable(invitation: StoredInvitation | undefined, now: Date): HttpRefusal | null {
  if (!invitation)
    return refuse('not_found', 'This invitation does not exist: check the link, or ask for a new one.');
  if (invitation.revokedAt)
    return refuse('invitation_over', 'This invitation was withdrawn: ask for a new one.');
  if (invitation.expiresAt <= now)
    return refuse('invitation_over', 'This invitation has expired: ask for a new one.');
  if (invitation.usesLeft === 0)
    return refuse('invitation_used', 'This invitation has been used up: ask for a new one.');
  return null;
}

interface Input {
  readonly token: string;
  readonly personId: string | null;
  readonly newPerson: BodyOf<typeof contract>['newPerson'];
}

/** Joins by link, as the person signed in or as a new one: person, roles, use of the link and session in one transaction. */
export async function acceptInvitation(
  services: Services,
  input: Input,
): Promise<{ personId: string; sessionToken: string | null } | HttpRefusal> {
  const passwordHash = input.newPerson ? await hashPassword(input.newPerson.password) : null;
  return services.database.kysely.transaction().execute(async (transaction) => {
    const invitation = await findInvitation(transaction, { tokenHash: hashToken(input.token), lock: true });
    const problem = whyNotUsable(invitation, services.now());
    if (problem || !invitation) return problem ?? refuse('not_found', 'This invitation does not exist.');
    const personId = await whoJoins(services, transaction, { ...input, passwordHash, invitation });
    if (isRefusal(personId)) return personId;
    if (invitation.projectId)
      await addRoles(transaction, {
        projectId: invitation.projectId,
        personId,
        roles: invitation.roles,
        now: services.now(),
      });
    await spendInvitation(transaction, invitation.id);
    return {
      personId,
      sessionToken: input.newPerson ? await startSession(services, transaction, personId) : null,
    };
  });
}

async function whoJoins(
  services: Services,
  transaction: Transaction,
  input: Input & { passwordHash: string | null; invitation: StoredInvitation },
): Promise<string | HttpRefusal> {
  const { newPerson, invitation } = input;
  const email = newPerson
    ? newPerson.email
    : input.personId
      ? (await findPerson(transaction, input.personId))?.email
      : undefined;
  if (!email)
    return refuse('not_signed_in', 'Sign in to accept, or give a name, an e-mail address and a password.');
  if (invitation.email && invitation.email !== email)
    return refuse(
      'invitation_for_another',
      'This invitation is for another e-mail address: sign in with that one.',
    );
  if (!newPerson) return input.personId ?? refuse('not_signed_in', 'Sign in to accept.');
  const id = services.newId();
  const inserted = await insertPerson(transaction, {
    id,
    email,
    name: newPerson.name,
    passwordHash: input.passwordHash,
    deploymentRole: 'member',
    now: services.now(),
  });
  return inserted
    ? id
    : refuse(
        'email_taken',
        'Somebody with this e-mail address has an account: sign in, then open the link again.',
      );
}
