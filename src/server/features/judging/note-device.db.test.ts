import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApiKey } from '#contract/accounts.ts';
import { addPerson, type TestPerson } from '#test/support/people.ts';
import { addProject, type TestProject } from '#test/support/projects.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

/** Fetches tasks as a browser does; gives back the cookie line that came with it. */
async function take(project: TestProject, headers: Readonly<Record<string, string>>): Promise<string> {
  const response = await fetch(`${server.address}/api/v1/projects/${project.id}/hand`, {
    method: 'POST',
    headers: { origin: server.address, 'content-type': 'application/json', ...headers },
    body: '{}',
  });
  expect(response.status).toBe(200);
  await response.text();
  return response.headers.get('set-cookie') ?? '';
}

const withCookies = ({ cookie }: TestPerson, ...more: readonly string[]) => ({
  cookie: [cookie, ...more].filter((each) => each !== '').join('; '),
});
const pairOf = (line: string) => line.split(';')[0] ?? '';

async function uses(project: TestProject) {
  const { rows } = await server.services.database.pool.query<{ person: string; device: string; ms: number }>(
    `select person_id as person, encode(device_hash, 'hex') as device, extract(epoch from until_at - from_at)::int * 1000 as ms
     from device_uses where project_id = $1 order by from_at, person_id`,
    [project.id],
  );
  return rows;
}

test('two accounts in one browser are noted under one hash, which is not the token', async () => {
  const project = await addProject(server);
  const [ann, ben] = [
    await addPerson(server, { projectId: project.id }),
    await addPerson(server, { projectId: project.id }),
  ];
  const line = await take(project, withCookies(ann));
  expect(line).toMatch(/^plumbline_device=[\w-]{22}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/);
  const device = pairOf(line);
  // Nothing is known before it comes back, and it is never changed afterwards.
  expect(await uses(project)).toEqual([]);
  expect([
    await take(project, withCookies(ann, device)),
    await take(project, withCookies(ben, device)),
  ]).toEqual(['', '']);
  const noted = await uses(project);
  expect(noted.map(({ person }) => person).toSorted()).toEqual([ann.id, ben.id].toSorted());
  expect(new Set(noted.map((use) => use.device)).size).toBe(1);
  expect(noted[0]?.device).not.toContain(device.split('=')[1]);
});

test('a stretch of work grows while somebody works, and a pause begins another', async () => {
  const project = await addProject(server);
  const ann = await addPerson(server, { projectId: project.id });
  const device = pairOf(await take(project, withCookies(ann)));
  const startMs = Date.now();
  for (const minutes of [0, 1, 10, 20, 90]) {
    server.setNow(new Date(startMs + minutes * 60_000));
    await take(project, withCookies(ann, device));
  }
  server.setNow(null);
  expect((await uses(project)).map(({ ms }) => ms)).toEqual([20 * 60_000, 0]);
});

test('programs with a key and what keeps no cookies are no browsers, and a made-up token is replaced', async () => {
  const project = await addProject(server);
  const ann = await addPerson(server, { projectId: project.id });
  const { secret } = await ann.client.call(createApiKey, {
    body: { name: 'Key', scopes: ['judge'], expiresInDays: 1 },
  });
  expect(await take(project, { authorization: `Bearer ${secret}` })).toBe('');
  await take(project, withCookies(ann));
  await take(project, withCookies(ann));
  expect(await take(project, withCookies(ann, 'plumbline_device=x'))).toMatch(/^plumbline_device=/);
  expect(await uses(project)).toEqual([]);
});
