import type { z } from 'zod';
import { type Person, preferences, type session } from '#contract/accounts.ts';
import type { Services } from '#server/services/services.ts';
import type { StoredInvitation } from '#server/store/invitation-store.ts';
import type { StoredPerson } from '#server/store/person-store.ts';
import { countPeople, findPerson } from '#server/store/person-store.ts';
import { appVersion } from '#server/version.ts';

export type SessionBody = z.infer<typeof session>;

export function presentPerson(person: StoredPerson): Person {
  return {
    id: person.id,
    email: person.email,
    name: person.name,
    deploymentRole: person.deploymentRole,
    disabledAt: person.disabledAt?.toISOString() ?? null,
    createdAt: person.createdAt.toISOString(),
  };
}

/** What GET /session says for a person, or for nobody. */
export async function presentSession(services: Services, personId: string | null): Promise<SessionBody> {
  const person = personId ? await findPerson(services.database.kysely, personId) : undefined;
  const setupRequired = person ? false : (await countPeople(services.database.kysely)) === 0;
  const stored = preferences.safeParse(person?.preferences ?? {});
  return {
    person: person ? presentPerson(person) : null,
    preferences: stored.success ? stored.data : preferences.parse({}),
    setupRequired,
    demo: services.config.demo,
    version: appVersion,
  };
}

export function presentInvitation(invitation: StoredInvitation) {
  return {
    id: invitation.id,
    projectId: invitation.projectId,
    projectName: invitation.projectName,
    roles: invitation.roles,
    email: invitation.email,
    usesLeft: invitation.usesLeft,
    expiresAt: invitation.expiresAt.toISOString(),
    createdAt: invitation.createdAt.toISOString(),
    createdByName: invitation.createdByName,
  };
}
