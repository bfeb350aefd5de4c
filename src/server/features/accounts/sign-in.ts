import type { HttpRefusal } from '#contract/refusals.ts';
import { refuse } from '#domain/outcomes/refusal.ts';
import type { Services } from '#server/services/services.ts';
import { countPeople, findPersonByEmail, insertPerson, lockSetup } from '#server/store/person-store.ts';
import { hashPassword, passwordMatches } from './passwords.ts';
import type { SignInThrottle } from './sign-in-throttle.ts';
import { startSession } from './start-session.ts';

export interface Began {
  readonly personId: string;
  readonly token: string;
}

/** Signs in with e-mail and password; the same words and time for an unknown address and a wrong password. */
export async function signIn(
  services: Services,
  input: { email: string; password: string; throttle: SignInThrottle },
): Promise<Began | HttpRefusal> {
  const wait = input.throttle.takeTry(input.email, services.now());
  if (wait > 0)
    return refuse(
      'too_many_requests',
      `Too many wrong passwords for this address: wait ${Math.max(1, Math.ceil(wait / 60))} minutes.`,
    );
  const person = await findPersonByEmail(services.database.kysely, input.email);
  const matches = await passwordMatches(person?.passwordHash, input.password);
  if (!person || !matches || person.disabledAt) {
    return refuse('wrong_credentials', 'E-mail address or password is wrong: check both and try again.');
  }
  input.throttle.succeeded(input.email);
  return { personId: person.id, token: await startSession(services, services.database.kysely, person.id) };
}

/** Creates the first owner; works once in the life of a deployment, also when two browsers try at the same time. */
export async function setUpOwner(
  services: Services,
  input: { name: string; email: string; password: string },
): Promise<Began | HttpRefusal> {
  const passwordHash = await hashPassword(input.password);
  return services.database.kysely.transaction().execute(async (transaction) => {
    await lockSetup(transaction);
    if ((await countPeople(transaction)) > 0)
      return refuse(
        'setup_already_done',
        'This deployment has an owner already: sign in, or ask for an invitation.',
      );
    const personId = services.newId();
    await insertPerson(transaction, {
      id: personId,
      email: input.email,
      name: input.name,
      passwordHash,
      deploymentRole: 'owner',
      now: services.now(),
    });
    return { personId, token: await startSession(services, transaction, personId) };
  });
}
