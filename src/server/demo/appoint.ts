import type { ProjectRole } from '#domain/access/roles.ts';
import { simulatedAnnotators } from '#seeds/demo/annotator.ts';
import { demoPeople } from '#server/features/accounts/demo-people.ts';
import { setRoles } from '#server/features/projects/members.ts';
import { granted } from './granted.ts';
import type { PeopleByEmail } from './seed-people.ts';
import type { SeedServices } from './seed-services.ts';

const projectRoles: Readonly<Record<string, readonly ProjectRole[]>> = {
  owner: ['owner'],
  lead: ['owner', 'lead'],
  safety: ['safety'],
  researcher: ['researcher'],
};

/** Gives a project its people: everybody's own role, and annotator to those who work in it. */
export async function appoint(
  services: SeedServices,
  appointment: {
    readonly projectId: string;
    readonly people: PeopleByEmail;
    /** Keys of the annotators. */
    readonly annotators: readonly string[];
    /** Left out where nobody reviews. */
    readonly reviewerEmail?: string | undefined;
  },
): Promise<void> {
  const { projectId, people, annotators, reviewerEmail } = appointment;
  const roles = new Map<string, readonly ProjectRole[]>();
  for (const { key, email } of simulatedAnnotators)
    if (annotators.includes(key)) roles.set(email, ['annotator']);
  for (const { key, email } of demoPeople)
    roles.set(email, [...(projectRoles[key] ?? []), ...(roles.get(email) ?? [])]);
  if (reviewerEmail !== undefined) roles.set(reviewerEmail, ['reviewer']);
  for (const [email, theirs] of roles) {
    if (theirs.length === 0) continue;
    const personId = people.get(email) ?? '';
    granted(await setRoles(services, { projectId, personId, roles: theirs, mayAppointOwners: true }));
  }
}
