import type { HttpRefusal } from '#contract/refusals.ts';
import type { ProjectRole } from '#domain/access/roles.ts';
import { refuse } from '#domain/outcomes/refusal.ts';
import { transact } from '#server/database/transact.ts';
import { hashToken } from '#server/http/actor.ts';
import type { Services } from '#server/services/services.ts';
import { noteFormerReader } from '#server/store/gold-writing-store.ts';
import { insertInvitation } from '#server/store/invitation-store.ts';
import { releaseLeases } from '#server/store/lease-store.ts';
import { countOwners, replaceRoles } from '#server/store/member-store.ts';
import { findPerson } from '#server/store/person-store.ts';
import { findProject } from '#server/store/project-store.ts';

interface Change {
  readonly projectId: string;
  readonly personId: string;
  /** Empty = off the project. */
  readonly roles: readonly ProjectRole[];
  readonly mayAppointOwners: boolean;
}

/** Sets a member's roles. A project keeps an owner; who is no longer an annotator gives their leases back. */
export async function setRoles(
  services: Services,
  change: Change,
): Promise<Record<string, never> | HttpRefusal> {
  return transact(
    services.database.kysely,
    async (transaction): Promise<Record<string, never> | HttpRefusal> => {
      const project = await findProject(transaction, { projectId: change.projectId, lock: true });
      const person = await findPerson(transaction, change.personId);
      if (!project || !person)
        return refuse('not_found', 'There is no such person in this deployment: invite them by link.');
      const owners = await countOwners(transaction, change.projectId);
      await noteFormerReader(transaction, { ...change, now: services.now() });
      await replaceRoles(transaction, { ...change, now: services.now() });
      const ownersNow = await countOwners(transaction, change.projectId);
      if (ownersNow !== owners && !change.mayAppointOwners)
        return undo(refuse('not_allowed', 'Only an owner of the project can appoint or remove owners.'));
      if (ownersNow === 0 && owners > 0)
        return undo(
          refuse('last_owner', 'This is the only owner of the project: make somebody else an owner first.'),
        );
      if (!change.roles.includes('annotator'))
        await releaseLeases(transaction, {
          projectId: change.projectId,
          annotatorId: change.personId,
          now: services.now(),
        });
      return {};
    },
  ).catch(catchUndo);
}

class Undo extends Error {
  readonly refusal: HttpRefusal;
  constructor(refusal: HttpRefusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/** Leaves the transaction so that it is rolled back, and carries the refusal out of it. */
function undo(refusal: HttpRefusal): never {
  throw new Undo(refusal);
}

function catchUndo(error: unknown): HttpRefusal {
  if (error instanceof Undo) return error.refusal;
  throw error;
}

interface Invite {
  readonly projectId: string;
  readonly personId: string;
  readonly roles: readonly ProjectRole[];
  readonly email: string | null;
  readonly uses: number;
  readonly expiresInDays: number;
}

/** Makes an invitation link; only its hash is kept. */
export async function createInvitation(
  services: Services,
  invite: Invite,
): Promise<{ token: string; tokenHash: Buffer }> {
  const token = services.randomBytes(24).toString('base64url');
  const tokenHash = hashToken(token);
  const now = services.now();
  await insertInvitation(services.database.kysely, {
    id: services.newId(),
    tokenHash,
    projectId: invite.projectId,
    roles: invite.roles,
    email: invite.email,
    uses: invite.uses,
    createdBy: invite.personId,
    now,
    expiresAt: new Date(now.getTime() + invite.expiresInDays * 86_400_000),
  });
  return { token, tokenHash };
}
