import { request } from 'node:http';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { addPerson } from '#test/support/people.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ withJobs: false });
});
afterAll(() => server.stop());

async function get(path: string, headers: Record<string, string> = {}, of = server) {
  const response = await fetch(`${of.address}${path}`, { headers });
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    text: await response.text(),
  };
}

/** Asks from another address of this machine, which is to the server somebody else; systems without such addresses say 403 themselves. */
function getFrom(localAddress: string, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = request(`${server.address}${path}`, { localAddress, agent: false }, (incoming) => {
      incoming.resume();
      resolve(incoming.statusCode ?? 0);
    });
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRNOTAVAIL') resolve(403);
      else reject(error);
    });
    outgoing.end();
  });
}

describe('/metrics', () => {
  test('speaks Prometheus and counts requests by route and status, never by address', async () => {
    const { cookie, id } = await addPerson(server);
    await get('/api/v1/projects', { cookie });
    await get(`/api/v1/projects/${id}`, { cookie });
    await get('/api/v1/none');
    const { status, type, text } = await get('/metrics');
    expect([status, type]).toEqual([200, expect.stringContaining('text/plain; version=0.0.4')]);
    expect(text).toMatch(/^plumbline_http_request_seconds_count\{route="listProjects",status="200"\} 1$/m);
    expect(text).toMatch(/^plumbline_http_request_seconds_count\{route="readProject",status="404"\} 1$/m);
    expect(text).toMatch(/^plumbline_http_request_seconds_count\{route="other",status="404"\} 1$/m);
    expect(text).toMatch(/^plumbline_database_connections\{state="open"\} \d+$/m);
    expect(text).not.toContain(id);
    for (const line of text.split('\n').filter((each) => each !== ''))
      expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|[a-z_0-9]+(\{.*\})? ([\d.e+-]+|NaN|\+Inf))$/);
  });

  test('is for this machine alone, unless there is a token', async () => {
    expect(await getFrom('127.0.0.1', '/metrics')).toBe(200);
    expect(await getFrom('127.0.0.2', '/metrics')).toBe(403);
    expect((await get('/metrics', { 'x-forwarded-for': '203.0.113.7' })).status).toBe(403);
    expect((await get('/metrics', { 'x-forwarded-for': '127.0.0.1' })).status).toBe(403);
  });

  test('behind a proxy, where everybody seems to be local, takes the token', async () => {
    const proxied = await startTestServer({ withJobs: false, publicOrigin: 'https://plumbline.example.org' });
    expect((await get('/metrics', {}, proxied)).status).toBe(403);
    await proxied.stop();
  });

  test('with a token is open to the token and to nobody else', async () => {
    const own = await startTestServer({ withJobs: false, metricsToken: 'the-token' });
    const ask = async (authorization?: string) =>
      (await get('/metrics', authorization ? { authorization } : {}, own)).status;
    expect(await ask('Bearer the-token')).toBe(200);
    for (const wrong of [undefined, 'Bearer the-tokem', 'Bearer ', 'the-token', 'Bearer the-token-and-more'])
      expect([wrong, await ask(wrong)]).toEqual([wrong, 403]);
    await own.stop();
  });
});

test('a server whose database is gone lives but is not ready, and is asked to be tried again', async () => {
  const own = await startTestServer({ withJobs: false });
  expect([(await get('/healthz', {}, own)).status, (await get('/readyz', {}, own)).status]).toEqual([
    200, 200,
  ]);
  const admin = new pg.Client({ connectionString: inject('databaseServerUrl') });
  await admin.connect();
  const name = new URL(own.services.config.databaseUrl ?? '').pathname.slice(1);
  await admin.query(`drop database ${name} with (force)`);
  await admin.end();
  const ready = await fetch(`${own.address}/readyz`);
  expect([ready.status, ready.headers.get('retry-after')]).toEqual([503, '2']);
  expect((await get('/healthz', {}, own)).status).toBe(200);
  expect((await get('/metrics', {}, own)).status).toBe(200);
  await own.stop();
});
