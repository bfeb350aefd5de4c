import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allRoutes } from '#contract/routes.ts';
import { addPerson, type TestPerson } from '#test/support/people.ts';
import { addProject, type TestProject } from '#test/support/projects.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
let person: TestPerson;
let project: TestProject;
beforeAll(async () => {
  server = await startTestServer({ withJobs: false });
  person = await addPerson(server, { name: 'Before', deploymentRole: 'owner' });
  project = await addProject(server);
});
afterAll(() => server.stop());

const json = { 'content-type': 'application/json' };
const changed = '{"name":"After"}';

async function nameNow(): Promise<string> {
  const { rows } = await server.services.database.pool.query('select name from people where id = $1', [
    person.id,
  ]);
  return rows[0].name;
}

async function patch(
  headers: Record<string, string>,
  body = changed,
): Promise<{ status: number; code: string }> {
  const response = await fetch(`${server.address}/api/v1/me`, {
    method: 'PATCH',
    headers: { cookie: person.cookie, ...headers },
    body,
  });
  return { status: response.status, code: ((await response.json()) as { code: string }).code };
}

describe('a write that another site could make a browser send', () => {
  test.each<[string, Record<string, string>, string, number]>([
    ['JSON from a foreign page', { ...json, origin: 'https://evil.example' }, changed, 403],
    ['JSON from a page without an address', { ...json, origin: 'null' }, changed, 403],
    ['JSON without saying from where', json, changed, 403],
    [
      'JSON from a page whose address begins like ours',
      { ...json, origin: 'http://127.0.0.1' },
      changed,
      403,
    ],
    ['JSON dressed as text', { 'content-type': 'text/plain' }, changed, 415],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'name=After', 415],
    ['a form with files', { 'content-type': 'multipart/form-data; boundary=x' }, '--x--', 415],
    ['bytes', { 'content-type': 'application/octet-stream' }, changed, 403],
  ])('%s is refused and changes nothing', async (_name, headers, body, status) => {
    expect(await patch(headers, body)).toMatchObject({ status });
    expect(await nameNow()).toBe('Before');
  });

  test('our own page may', async () => {
    expect((await patch({ ...json, origin: server.address }, '{"name":"Before"}')).status).toBe(200);
  });

  test('text from our own page is refused for what it is', async () => {
    const own = { origin: server.address };
    expect(await patch({ ...own, 'content-type': 'text/plain' })).toMatchObject({
      code: 'unsupported_media',
    });
    expect(await patch({ ...own, 'content-type': 'application/octet-stream' })).toMatchObject({
      code: 'unsupported_media',
    });
    expect(await nameNow()).toBe('Before');
  });

  test('signing in and out from a foreign page is refused too', async () => {
    for (const method of ['POST', 'DELETE']) {
      const response = await fetch(`${server.address}/api/v1/session`, {
        method,
        headers: { ...json, origin: 'https://evil.example', cookie: person.cookie },
        body: '{"email":"a@test.example","password":"x"}',
      });
      expect([method, response.status]).toEqual([method, 403]);
    }
  });
});

describe('behind https', () => {
  test('the cookie is bound to the host and sent over https only, and only the public address may write', async () => {
    const origin = 'https://plumbline.example.org';
    const own = await startTestServer({ withJobs: false, publicOrigin: origin });
    const setUp = (from: string) =>
      fetch(`${own.address}/api/v1/setup`, {
        method: 'POST',
        headers: { ...json, origin: from },
        body: JSON.stringify({
          name: 'Olga',
          email: 'olga@test.example',
          password: 'a long enough password',
        }),
      });
    expect((await setUp(own.address)).status).toBe(403);
    const response = await setUp(origin);
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^__Host-plumbline_session=/);
    for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(part);
    expect(cookie).not.toContain('Domain');
    expect(response.headers.get('strict-transport-security')).toMatch(/max-age=\d+/);
    const plain = cookie.split(';')[0]?.replace('__Host-', '') ?? '';
    const asPlain = await fetch(`${own.address}/api/v1/projects`, { headers: { cookie: plain } });
    expect(asPlain.status).toBe(401);
    await own.stop();
  });
});

test('no route that only reads writes anything', async () => {
  const url = new URL(server.services.config.databaseUrl ?? '');
  url.searchParams.set('options', '-c default_transaction_read_only=on');
  const readOnly = await startTestServer({ withJobs: false, databaseUrl: url.href });
  const faults: string[] = [];
  for (const route of allRoutes) {
    if (route.method !== 'GET') continue;
    const path = route.path
      .replace(':projectId', project.id)
      .replace(':itemId', project.itemIds[0] ?? '')
      .replace(':version', '1')
      .replace(':token', 'x'.repeat(30))
      .replaceAll(/:[A-Za-z]+/g, person.id);
    const controller = new AbortController();
    const response = await fetch(`${readOnly.address}/api/v1${path}`, {
      headers: { cookie: person.cookie },
      signal: controller.signal,
    });
    if (response.status >= 500) faults.push(`${route.id}: ${await response.text()}`);
    controller.abort();
  }
  const write = await fetch(`${readOnly.address}/api/v1/me`, {
    method: 'PATCH',
    headers: { ...json, cookie: person.cookie, origin: readOnly.address },
    body: changed,
  });
  await readOnly.stop();
  expect(faults).toEqual([]);
  expect(write.status).toBe(500);
});
