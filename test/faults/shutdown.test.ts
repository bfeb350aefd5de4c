import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { type Client, createClient } from '#client/call.ts';
import { createApiKey, setUp } from '#contract/accounts.ts';
import { startUpload } from '#contract/imports.ts';
import { createInvitation, createProject } from '#contract/projects.ts';
import {
  freePort,
  makeDataFolder,
  removeDataFolder,
  type SpawnedServer,
  spawnServer,
} from '#test/support/spawned-server.ts';

interface World {
  readonly server: SpawnedServer;
  readonly client: Client;
  readonly cookie: string;
  readonly projectId: string;
}

let world: World | undefined;
afterEach(async () => {
  await world?.server.terminate();
  if (world) removeDataFolder(world.server.folder);
  world = undefined;
});

const password = 'canary-password-of-olga';

async function startWorld(environment: Record<string, string> = {}): Promise<World> {
  const server = await spawnServer({ folder: makeDataFolder(), port: await freePort(), environment });
  const response = await fetch(`${server.address}/api/v1${setUp.path}`, {
    method: 'POST',
    headers: { origin: server.address, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Olga', email: 'olga@test.example', password }),
  });
  const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const headers = { origin: server.address, cookie };
  const client = createClient({ baseUrl: `${server.address}/api/v1`, headers });
  const body = { name: 'Project', templateKey: 'pairwise_7_point' };
  const project = await client.call(createProject, { body });
  world = { server, client, cookie, projectId: project.id };
  return world;
}

/** Opens a request and leaves its body to be written by hand. */
function openRequest(
  w: World,
  wanted: { method: string; path: string; type: string; bytes: number },
): { outgoing: ClientRequest; answer: Promise<{ status: number; text: string }> } {
  const outgoing = request(`${w.server.address}/api/v1${wanted.path}`, {
    method: wanted.method,
    headers: {
      cookie: w.cookie,
      origin: w.server.address,
      'content-type': wanted.type,
      'content-length': wanted.bytes,
    },
  });
  const answer = once(outgoing, 'response').then(async ([incoming]: IncomingMessage[]) => {
    let text = '';
    for await (const chunk of incoming ?? []) text += String(chunk);
    return { status: incoming?.statusCode ?? 0, text };
  });
  return { outgoing, answer };
}

/** Writes the first half and waits until the server has begun to read it. */
async function writeHalf(outgoing: ClientRequest, half: string): Promise<void> {
  await new Promise<void>((resolve) => outgoing.write(half, () => resolve()));
}

test('asked to stop, a server finishes what is in flight, ends its event streams and goes', async () => {
  const w = await startWorld({ PLUMBLINE_LOG: 'info' });
  const params = { projectId: w.projectId };
  const upload = await w.client.call(startUpload, { params, body: { fileName: 'a.jsonl', sizeBytes: 20 } });
  const events = await fetch(`${w.server.address}/api/v1/projects/${w.projectId}/events`, {
    headers: { cookie: w.cookie },
  });
  expect(events.status).toBe(200);
  const bytes = openRequest(w, {
    method: 'PUT',
    path: `/projects/${w.projectId}/uploads/${upload.id}/bytes?offset=0`,
    type: 'application/octet-stream',
    bytes: 20,
  });
  const rename = openRequest(w, { method: 'PATCH', path: '/me', type: 'application/json', bytes: 19 });
  await writeHalf(bytes.outgoing, 'x'.repeat(10));
  await writeHalf(rename.outgoing, '{"name":"');
  // Both are in the server's hands once it has answered a request that was sent after them.
  await fetch(`${w.server.address}/healthz`);

  const ended = w.server.terminate();
  while (!w.server.output().includes('stopping')) await fetchOrFail(w.server.address);
  bytes.outgoing.end('x'.repeat(10));
  rename.outgoing.end('Olga Two"}');
  const [uploaded, renamed] = await Promise.all([bytes.answer, rename.answer]);
  expect([uploaded.status, JSON.parse(uploaded.text).complete]).toEqual([200, true]);
  expect([renamed.status, JSON.parse(renamed.text).person.name]).toEqual([200, 'Olga Two']);
  expect(await events.text()).toContain('event: progress');
  expect(await ended).toBe(0);
  expect(await fetchOrFail(w.server.address)).toBe('away');
});

async function fetchOrFail(address: string): Promise<string> {
  return fetch(`${address}/healthz`).then(
    async (response) => {
      await response.text();
      return String(response.status);
    },
    () => 'away',
  );
}

test('the log names every request and never holds a password, cookie, key or token', async () => {
  const w = await startWorld({ PLUMBLINE_LOG: 'trace' });
  const { address } = w.server;
  const { secret } = await w.client.call(createApiKey, {
    body: { name: 'Key', scopes: ['read'], expiresInDays: null },
  });
  const { token } = await w.client.call(createInvitation, {
    params: { projectId: w.projectId },
    body: { roles: ['annotator'] },
  });
  const json = { origin: address, 'content-type': 'application/json' };
  const ids: string[] = [];
  const send = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${address}${path}`, init);
    ids.push(response.headers.get('x-request-id') ?? 'none');
    await response.text();
  };
  const withKey = { headers: { authorization: `Bearer ${secret}` } };
  const signIn = (typed: string) => ({
    method: 'POST',
    headers: json,
    body: JSON.stringify({ email: 'olga@test.example', password: typed }),
  });
  await send('/api/v1/session', signIn(password));
  await send('/api/v1/session', signIn('canary-password-mistyped'));
  await send('/api/v1/session', {
    method: 'POST',
    headers: json,
    body: '{"password":"canary-password-broken',
  });
  await send('/api/v1/projects', withKey);
  await send(`/api/v1/projects?api_key=${secret}`, withKey);
  await send(`/api/v1/invitations/${token}`);
  await send(`/join/${token}`);
  const newPerson = { name: 'New', email: 'new@test.example', password: 'canary-password-of-new' };
  await send(`/api/v1/invitations/${token}/acceptance`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ newPerson }),
  });
  await send('/api/v1/projects/%E0%A4%A', { headers: { cookie: w.cookie } });
  await w.server.terminate();

  const log = w.server.output();
  const entries = log
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as { reqId?: string; req?: { url: string } });
  const named = new Set(entries.map((entry) => entry.reqId));
  // An address that cannot be read is answered before anything is logged.
  expect(ids.slice(0, -1).filter((id) => !named.has(id))).toEqual([]);
  expect(ids.at(-1)).toMatch(/^[0-9a-f-]{36}$/);
  expect(entries.some((entry) => entry.req?.url === '/api/v1/invitations/…')).toBe(true);
  const sessionToken = w.cookie.split('=')[1] ?? '';
  for (const hidden of ['canary-password', sessionToken, secret, token]) {
    expect(hidden.length).toBeGreaterThan(10);
    expect(log).not.toContain(hidden);
  }
});
