import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClient } from '#client/call.ts';
import type { RefusedError } from '#client/call-errors.ts';
import * as accounts from '#contract/accounts.ts';
import { deleteProject, listProjects, readProject } from '#contract/projects.ts';
import { addPerson, anonymousClient, type TestPerson } from '#test/support/people.ts';
import { addProject } from '#test/support/projects.ts';
import { countEach, refusalOf } from '#test/support/refusals.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
const owner = { name: 'Olga', email: 'Olga@Test.example', password: 'a long enough password' };
beforeAll(async () => {
  server = await startTestServer({ withJobs: false });
});
afterAll(() => server.stop());

const url = (path: string) => `${server.address}/api/v1${path}`;

/** Signs in as a browser would and returns its cookie line. */
async function enter(email: string, password: string): Promise<{ status: number; setCookie: string }> {
  const response = await fetch(url('/session'), {
    method: 'POST',
    headers: { origin: server.address, 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  await response.text();
  return { status: response.status, setCookie: response.headers.get('set-cookie') ?? '' };
}

const cookieOf = (setCookie: string) => setCookie.split(';')[0] ?? '';
const clientWith = (cookie: string) =>
  createClient({ baseUrl: url(''), headers: { cookie, origin: server.address }, validate: true });
const clientWithKey = (apiKey: string) => createClient({ baseUrl: url(''), apiKey, validate: true });
const isIn = async (cookie: string) => (await clientWith(cookie).call(accounts.readSession)).person !== null;

async function makeKey(person: TestPerson, scopes: ('read' | 'judge' | 'manage')[] = ['read']) {
  return person.client.call(accounts.createApiKey, { body: { name: 'Key', scopes, expiresInDays: 1 } });
}

/** A person who has a password, made by the first owner's page or by SQL-free means of the app itself. */
async function addWithPassword(password = 'the first password') {
  const person = await addPerson(server);
  const { hashPassword } = await import('./passwords.ts');
  await server.services.database.pool.query('update people set password_hash = $2 where id = $1', [
    person.id,
    await hashPassword(password),
  ]);
  return { ...person, email: `${person.id}@test.example`, password };
}

describe('the first owner', () => {
  test('is created once, also when two browsers try at the same time, and then never again', async () => {
    const stranger = anonymousClient(server);
    expect((await stranger.call(accounts.readSession)).setupRequired).toBe(true);
    const tries = await Promise.all(
      Array.from({ length: 4 }, (_, at) =>
        refusalOf(
          stranger.call(accounts.setUp, {
            body: { ...owner, email: at === 0 ? owner.email : `o${at}@test.example` },
          }),
        ),
      ),
    );
    expect(countEach(tries)).toEqual({ accepted: 1, setup_already_done: 3 });
    expect((await stranger.call(accounts.readSession)).setupRequired).toBe(false);
    expect(await refusalOf(stranger.call(accounts.setUp, { body: owner }))).toBe('setup_already_done');
    const people = await server.services.database.pool.query('select deployment_role from people');
    expect(people.rows).toEqual([{ deployment_role: 'owner' }]);
  });
});

describe('signing in', () => {
  test('finds an address whatever its case, and sets a cookie that scripts cannot read', async () => {
    const person = await addWithPassword();
    const { status, setCookie } = await enter(person.email.toUpperCase(), person.password);
    expect(status).toBe(200);
    expect(setCookie).toMatch(/^plumbline_session=[\w-]{43};/);
    expect(setCookie).toContain('HttpOnly');
    expect(setCookie).toContain('SameSite=Lax');
    expect(setCookie).toContain('Path=/');
    expect(setCookie).not.toContain('Domain');
  });

  test('says the same of an unknown address, a wrong password, no password and a disabled person', async () => {
    const known = await addWithPassword();
    const without = await addPerson(server);
    const disabled = await addWithPassword();
    await server.services.database.pool.query('update people set disabled_at = now() where id = $1', [
      disabled.id,
    ]);
    const answers = await Promise.all(
      [
        { email: 'nobody@test.example', password: known.password },
        { email: known.email, password: 'not the password' },
        { email: `${without.id}@test.example`, password: 'not the password' },
        { email: disabled.email, password: disabled.password },
      ].map((body) =>
        anonymousClient(server)
          .call(accounts.signIn, { body })
          .catch(({ code, status, detail, places }: RefusedError) => ({ code, status, detail, places })),
      ),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ code: 'wrong_credentials', status: 401 });
  });

  test.each(['known', 'unknown'])(
    'thirty wrong passwords at once for one %s address are stopped after ten, and only for a while',
    async (which) => {
      const person = await addWithPassword();
      const email = which === 'known' ? person.email : `x${person.email}`;
      const stranger = anonymousClient(server);
      const tryOnce = (password: string) =>
        refusalOf(stranger.call(accounts.signIn, { body: { email, password } }));
      const tries = await Promise.all(Array.from({ length: 30 }, () => tryOnce('not the password')));
      expect(countEach(tries)).toEqual({ wrong_credentials: 10, too_many_requests: 20 });
      expect(await tryOnce(person.password)).toBe('too_many_requests');
      server.setNow(new Date(Date.now() + 16 * 60_000));
      expect(await tryOnce(person.password)).toBe(which === 'known' ? 'accepted' : 'wrong_credentials');
      server.setNow(null);
    },
  );

  test('the right password gives all tries back', async () => {
    const person = await addWithPassword();
    for (let round = 0; round < 3; round += 1) {
      for (let wrong = 0; wrong < 5; wrong += 1)
        expect((await enter(person.email, 'wrong')).status).toBe(401);
      expect((await enter(person.email, person.password)).status).toBe(200);
    }
  });

  test('a session ends after thirty days', async () => {
    const person = await addWithPassword();
    const cookie = cookieOf((await enter(person.email, person.password)).setCookie);
    expect(await isIn(cookie)).toBe(true);
    server.setNow(new Date(Date.now() + 31 * 86_400_000));
    expect(await isIn(cookie)).toBe(false);
    server.setNow(null);
  });

  test('what is stored of a session does not let anybody in', async () => {
    const person = await addWithPassword();
    const cookie = cookieOf((await enter(person.email, person.password)).setCookie);
    const { rows } = await server.services.database.pool.query<{ stored: string; token: string }>(
      `select encode(token_hash, 'escape') as stored, encode(token_hash, 'base64') as token from sessions where person_id = $1`,
      [person.id],
    );
    for (const { stored, token } of rows) {
      expect(stored).not.toContain(cookie.split('=')[1]);
      expect(await isIn(`plumbline_session=${encodeURIComponent(token)}`)).toBe(false);
    }
  });

  test('demo roles are refused where there is no demo', async () => {
    const stranger = anonymousClient(server);
    expect((await stranger.call(accounts.listDemoPeople)).people).toEqual([]);
    for (const key of ['owner', 'lead', 'annotator'])
      expect(await refusalOf(stranger.call(accounts.signInDemo, { body: { key } }))).toBe('not_found');
  });
});

describe('a session ends at once', () => {
  test('by signing out, for this browser alone', async () => {
    const person = await addWithPassword();
    const [here, there] = [
      cookieOf((await enter(person.email, person.password)).setCookie),
      cookieOf((await enter(person.email, person.password)).setCookie),
    ];
    await clientWith(here).call(accounts.signOut);
    expect([await isIn(here), await isIn(there)]).toEqual([false, true]);
  });

  test('by a new password, for every other browser', async () => {
    const person = await addWithPassword();
    const [here, there] = [
      cookieOf((await enter(person.email, person.password)).setCookie),
      cookieOf((await enter(person.email, person.password)).setCookie),
    ];
    const change = (current: string) =>
      clientWith(here).call(accounts.changePassword, { body: { current, next: 'the second password' } });
    expect(await refusalOf(change('not the password'))).toBe('wrong_credentials');
    expect(await isIn(there)).toBe(true);
    await change(person.password);
    expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
    expect((await enter(person.email, person.password)).status).toBe(401);
    expect((await enter(person.email, 'the second password')).status).toBe(200);
  });

  test('by being disabled, and API keys with it; enabled again, only the keys come back', async () => {
    const boss = await addPerson(server, { deploymentRole: 'owner' });
    const person = await addPerson(server);
    const { secret } = await makeKey(person);
    const set = (disabled: boolean) =>
      boss.client.call(accounts.updatePerson, { params: { personId: person.id }, body: { disabled } });
    const readsByKey = () => refusalOf(clientWithKey(secret).call(listProjects));
    expect([await isIn(person.cookie), await readsByKey()]).toEqual([true, 'accepted']);
    expect((await set(true)).disabledAt).not.toBeNull();
    expect([await isIn(person.cookie), await readsByKey()]).toEqual([false, 'not_signed_in']);
    expect((await set(false)).disabledAt).toBeNull();
    expect([await isIn(person.cookie), await readsByKey()]).toEqual([false, 'accepted']);
  });

  test('a demotion counts from the next request on, by cookie and by key', async () => {
    const boss = await addPerson(server, { deploymentRole: 'owner' });
    const person = await addPerson(server, { deploymentRole: 'owner' });
    const { secret } = await makeKey(person, ['manage']);
    const lists = async () => [
      await refusalOf(person.client.call(accounts.listPeople)),
      await refusalOf(clientWithKey(secret).call(accounts.listPeople)),
    ];
    expect(await lists()).toEqual(['accepted', 'accepted']);
    await boss.client.call(accounts.updatePerson, {
      params: { personId: person.id },
      body: { deploymentRole: 'member' },
    });
    expect(await lists()).toEqual(['not_allowed', 'not_allowed']);
  });
});

describe('the last owner', () => {
  test.each([{ deploymentRole: 'member' as const }, { disabled: true }])(
    'stays owner: %j is refused, also when two owners do it to each other at once',
    async (change) => {
      const own = await startTestServer({ withJobs: false });
      const [a, b] = [
        await addPerson(own, { deploymentRole: 'owner' }),
        await addPerson(own, { deploymentRole: 'owner' }),
      ];
      const outcomes = await Promise.all([
        refusalOf(a.client.call(accounts.updatePerson, { params: { personId: b.id }, body: change })),
        refusalOf(b.client.call(accounts.updatePerson, { params: { personId: a.id }, body: change })),
      ]);
      const { rows } = await own.services.database.pool.query<{ id: string }>(
        `select id from people where deployment_role = 'owner' and disabled_at is null`,
      );
      expect(rows).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(1);
      const last = rows[0]?.id === a.id ? a : b;
      const again = last.client.call(accounts.updatePerson, { params: { personId: last.id }, body: change });
      expect(await refusalOf(again)).toBe('last_owner');
      await own.stop();
    },
  );
});

describe('API keys', () => {
  test('are shown once, stored as a hash and recognised by their first characters', async () => {
    const person = await addPerson(server);
    const { key, secret } = await makeKey(person);
    expect(secret).toMatch(/^plb_[\w-]{43}$/);
    const listed = await person.client.call(accounts.listApiKeys);
    expect(listed.keys).toEqual([key]);
    expect(secret.startsWith(key.prefix)).toBe(true);
    expect(JSON.stringify(listed)).not.toContain(secret.slice(10));
    const { rows } = await server.services.database.pool.query(
      'select api_keys::text as row from api_keys where person_id = $1',
      [person.id],
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(secret.slice(10));
  });

  test('do nothing outside their scopes, and never manage keys, passwords or invitations', async () => {
    const project = await addProject(server);
    const { secret } = await makeKey(project.lead);
    const client = clientWithKey(secret);
    expect(await refusalOf(client.call(listProjects))).toBe('accepted');
    expect(await refusalOf(client.call(accounts.listApiKeys))).toBe('not_allowed');
    const password = client.call(accounts.changePassword, {
      body: { current: 'x', next: 'a long enough password' },
    });
    expect(await refusalOf(password)).toBe('not_allowed');
    const rename = client.call(accounts.updateMe, { body: { name: 'Somebody else' } });
    expect(await refusalOf(rename)).toBe('not_allowed');
  });

  test('are told which scope they lack, and what no key can do', async () => {
    const project = await addProject(server);
    const client = clientWithKey((await makeKey(project.lead)).secret);
    const remove = client.call(deleteProject, { params: { projectId: project.id } });
    await expect(remove).rejects.toMatchObject({
      code: 'not_allowed',
      detail: 'This API key lacks the scope manage: make one that has it under Settings.',
    });
    await expect(client.call(accounts.listApiKeys)).rejects.toMatchObject({
      detail: 'No API key can do this: sign in with a browser.',
    });
  });

  test('end by being revoked and by their date', async () => {
    const person = await addPerson(server);
    const [first, second] = [await makeKey(person), await makeKey(person)];
    const reads = (secret: string) => refusalOf(clientWithKey(secret).call(listProjects));
    await person.client.call(accounts.revokeApiKey, { params: { keyId: first.key.id } });
    expect([await reads(first.secret), await reads(second.secret)]).toEqual(['not_signed_in', 'accepted']);
    expect((await person.client.call(accounts.listApiKeys)).keys.map(({ id }) => id)).toEqual([
      second.key.id,
    ]);
    server.setNow(new Date(Date.now() + 2 * 86_400_000));
    expect(await reads(second.secret)).toBe('not_signed_in');
    server.setNow(null);
  });

  test('of others are neither seen nor revoked', async () => {
    const [person, other] = [await addPerson(server), await addPerson(server)];
    const { key } = await makeKey(person);
    const revoke = other.client.call(accounts.revokeApiKey, { params: { keyId: key.id } });
    expect(await refusalOf(revoke)).toBe('not_found');
    expect((await other.client.call(accounts.listApiKeys)).keys).toEqual([]);
    expect((await person.client.call(accounts.listApiKeys)).keys).toHaveLength(1);
  });

  test.each(['key', 'api_key', 'token', 'access_token', 'authorization'])(
    'are refused in the address as ?%s=',
    async (name) => {
      const person = await addPerson(server);
      const { secret } = await makeKey(person);
      const alone = await fetch(url(`/projects?${name}=${secret}`));
      expect(alone.status).toBe(401);
      const beside = await fetch(url(`/projects?${name}=${secret}`), { headers: { cookie: person.cookie } });
      expect(beside.status).toBe(422);
      expect(await beside.text()).not.toContain(secret);
    },
  );

  test('need no Origin, because no browser sends them on its own', async () => {
    const { lead, id: projectId } = await addProject(server);
    const { secret } = await makeKey(lead, ['manage']);
    const { revision } = await lead.client.call(readProject, { params: { projectId } });
    const response = await fetch(url(`/projects/${projectId}`), {
      method: 'PATCH',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify({ revision, description: 'By key' }),
    });
    expect(response.status).toBe(200);
  });

  test('that are wrong are not helped by a good cookie', async () => {
    const person = await addPerson(server);
    const response = await fetch(url('/projects'), {
      headers: { cookie: person.cookie, authorization: 'Bearer plb_wrong' },
    });
    expect(response.status).toBe(401);
  });
});

describe('the own account', () => {
  test('keeps name and preferences and nothing else', async () => {
    const person = await addPerson(server);
    const preferences = {
      theme: 'dark' as const,
      language: 'ar' as const,
      fontSizePx: 20,
      measureCharacters: 60,
      layout: 'stacked' as const,
      keys: { submit: 'Enter' },
    };
    const saved = await person.client.call(accounts.updateMe, { body: { name: '  Ada  ', preferences } });
    expect(saved).toMatchObject({ person: { name: 'Ada' }, preferences });
    for (const field of ['deploymentRole', 'email', 'id', 'createdAt', 'passwordHash']) {
      const forged = person.client.call(accounts.updateMe, { body: { [field]: 'owner' } as never });
      expect([field, await refusalOf(forged)]).toEqual([field, 'invalid_request']);
    }
    expect(await person.client.call(accounts.readSession)).toEqual(saved);
  });

  test('takes no name of white space', async () => {
    const person = await addPerson(server);
    expect(await refusalOf(person.client.call(accounts.updateMe, { body: { name: ' \t ' } }))).toBe(
      'invalid_request',
    );
  });
});
