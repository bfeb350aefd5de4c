import { simulatedAnnotators } from '#seeds/demo/annotator.ts';
import { demoPeople } from '#server/features/accounts/demo-people.ts';
import type { Services } from '#server/services/services.ts';
import { insertPerson } from '#server/store/person-store.ts';

/** Person id by e-mail address. */
export type PeopleByEmail = ReadonlyMap<string, string>;

const deploymentRoles: Readonly<Record<string, 'owner' | 'lead'>> = { owner: 'owner', lead: 'lead' };

/** Creates the people that a visitor may sign in as, and those who only have a past. None has a password. */
export async function seedPeople(services: Services): Promise<PeopleByEmail> {
  const signIn = demoPeople.map(({ key, name, email }) => ({
    name,
    email,
    role: deploymentRoles[key] ?? ('member' as const),
  }));
  const others = simulatedAnnotators
    .filter(({ email }) => !demoPeople.some((person) => person.email === email))
    .map(({ name, email }) => ({ name, email, role: 'member' as const }));
  const people = new Map<string, string>();
  for (const { name, email, role } of [...signIn, ...others]) {
    const id = services.newId();
    await insertPerson(services.database.kysely, {
      id,
      email,
      name,
      passwordHash: null,
      deploymentRole: role,
      now: services.now(),
    });
    people.set(email, id);
  }
  return people;
}
