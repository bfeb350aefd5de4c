import { randomBytes } from 'node:crypto';
import { type Client, createClient } from '#client/call.ts';
import { acceptInvitation, createApiKey } from '#contract/accounts.ts';
import { createInvitation } from '#contract/projects.ts';
import type { SimulatedPerson } from '#domain/simulation/population.ts';

/** A simulated person with an account of their own. */
export interface Recruit extends SimulatedPerson {
  readonly personId: string;
  readonly client: Client;
}

/** Signs people up through an invitation of the lead's, as anybody would be. */
export async function recruitPeople(
  lead: Client,
  { projectId, people, run }: { projectId: string; people: readonly SimulatedPerson[]; run: string },
): Promise<Recruit[]> {
  const { token } = await lead.call(createInvitation, {
    params: { projectId },
    body: { roles: ['annotator'], uses: people.length, expiresInDays: 1 },
  });
  const baseUrl = new URL('/api/v1', lead.urlOf(acceptInvitation, { params: { token } })).href;
  const recruits: Recruit[] = [];
  for (const [index, person] of people.entries())
    recruits.push(
      await signUp({ baseUrl, token, person, email: `simulated-${run}-${index + 1}@simulated.example` }),
    );
  return recruits;
}

async function signUp(of: {
  baseUrl: string;
  token: string;
  person: SimulatedPerson;
  email: string;
}): Promise<Recruit> {
  const { baseUrl, token, person, email } = of;
  let cookie = '';
  const keepCookie: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    cookie =
      response.headers
        .getSetCookie()
        .map((each) => each.split(';')[0])
        .join('; ') || cookie;
    return response;
  };
  const origin = new URL(baseUrl).origin;
  const visitor = createClient({ baseUrl, headers: { origin }, fetch: keepCookie });
  const password = randomBytes(24).toString('base64url');
  const { person: account } = await visitor.call(acceptInvitation, {
    params: { token },
    body: { newPerson: { name: `Simulated ${person.name}`, email, password } },
  });
  if (account === null) throw new Error('The invitation was taken, but nobody is signed in.');
  const signedIn = createClient({ baseUrl, headers: { origin, cookie } });
  const { secret } = await signedIn.call(createApiKey, {
    body: { name: 'simulation', scopes: ['read', 'judge'] },
  });
  return { ...person, personId: account.id, client: createClient({ baseUrl, apiKey: secret }) };
}
