import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, expectTypeOf, it } from 'vitest';
import { readSession, revokeApiKey, signIn } from '#contract/accounts.ts';
import { downloadExportFile } from '#contract/exports.ts';
import { sendUploadBytes } from '#contract/imports.ts';
import type { takeHand } from '#contract/judging.ts';
import { listProjects } from '#contract/projects.ts';
import { listItems } from '#contract/results.ts';
import type { Route } from '#contract/route.ts';
import { createClient } from './call.ts';
import { FaultError, isRefused, RefusedError, UnreachableError } from './call-errors.ts';

const someId = '0190d1c8-0000-7000-8000-000000000001';
let running: Server | undefined;

async function listen(handler: RequestListener): Promise<string> {
  const server = createServer(handler);
  running = server;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`;
}

async function readAll(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

/** Answers every request the same and keeps what was asked. */
async function listenFor(status: number, body: string, type = 'application/json') {
  const seen: { method?: string; url?: string; body?: string; headers?: IncomingMessage['headers'] } = {};
  const baseUrl = await listen(async (request, response) => {
    Object.assign(seen, { method: request.method, url: request.url, headers: request.headers });
    seen.body = await readAll(request);
    response.writeHead(status, { 'content-type': type }).end(body);
  });
  return { baseUrl, seen };
}

afterEach(async () => {
  const server = running;
  running = undefined;
  server?.closeAllConnections();
  await new Promise((resolve) => (server === undefined ? resolve(null) : server.close(resolve)));
});

describe('a call', () => {
  it('fills in the parameters and leaves empty query values out', async () => {
    const { baseUrl, seen } = await listenFor(200, '{"rows":[],"nextCursor":null}');
    const answer = await createClient({ baseUrl }).call(listItems, {
      params: { projectId: someId },
      query: { limit: 20, state: 'done', cursor: undefined },
    });
    expect(seen).toMatchObject({
      method: 'GET',
      url: `/api/v1/projects/${someId}/items?limit=20&state=done`,
    });
    expect(answer.nextCursor).toBeNull();
  });

  it('sends a body as JSON', async () => {
    const { baseUrl, seen } = await listenFor(200, '{}');
    await createClient({ baseUrl }).call(signIn, { body: { email: 'a@b.org', password: 'p' } });
    expect(seen.headers?.['content-type']).toBe('application/json');
    expect(JSON.parse(seen.body ?? '')).toEqual({ email: 'a@b.org', password: 'p' });
  });

  it('says that a write without a body is JSON too', async () => {
    const { baseUrl, seen } = await listenFor(200, '');
    const answer = await createClient({ baseUrl }).call(revokeApiKey, { params: { keyId: someId } });
    expect(seen).toMatchObject({ method: 'DELETE', body: '{}' });
    expect(seen.headers?.['content-type']).toBe('application/json');
    expect(answer).toEqual({});
  });

  it('carries the API key and further headers', async () => {
    const { baseUrl, seen } = await listenFor(200, '{"projects":[]}');
    await createClient({ baseUrl, apiKey: 'pl_1', headers: { cookie: 'c=1' } }).call(listProjects);
    expect(seen.headers).toMatchObject({ authorization: 'Bearer pl_1', cookie: 'c=1' });
  });

  it('has its types from the route', async () => {
    const client = createClient({ baseUrl: '/api', fetch: async () => Response.json({ projects: [] }) });
    const { projects } = await client.call(listProjects);
    expectTypeOf(projects[0]?.itemsTotal).toEqualTypeOf<number | undefined>();
    expectTypeOf(client.call<typeof takeHand>)
      .parameter(1)
      .toHaveProperty('params');
    const urlOf = client.urlOf as (route: Route) => string;
    expect(() => urlOf(listItems)).toThrow('needs the parameter "projectId"');
  });
});

describe('with validation', () => {
  it('throws when an answer breaks the contract', async () => {
    const { baseUrl } = await listenFor(200, '{"person":null}');
    await expect(createClient({ baseUrl, validate: true }).call(readSession)).rejects.toThrow(
      /readSession answered against the contract/,
    );
  });
});

describe('a failure', () => {
  const problem = {
    type: 'about:blank',
    title: 'Refused',
    status: 409,
    code: 'stale_draft',
    detail: 'A newer draft exists. It was loaded.',
    places: [{ path: 'baseRevision', message: 'is 1, not 2' }],
    details: { revision: 2 },
    requestId: 'r-1',
  };

  it('is a RefusedError with its code, places and details when the server refuses', async () => {
    const { baseUrl } = await listenFor(409, JSON.stringify(problem), 'application/problem+json');
    const error = await createClient({ baseUrl })
      .call(readSession)
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(RefusedError);
    expect(isRefused(error, 'stale_draft')).toBe(true);
    expect(isRefused(error, 'lease_lost')).toBe(false);
    expect(error).toMatchObject({
      message: problem.detail,
      status: 409,
      places: problem.places,
      details: { revision: 2 },
      requestId: 'r-1',
    });
  });

  it('is an UnreachableError when nobody answers', async () => {
    const { baseUrl } = await listenFor(200, '');
    running?.close();
    running = undefined;
    await expect(createClient({ baseUrl }).call(readSession)).rejects.toBeInstanceOf(UnreachableError);
  });

  it('is an UnreachableError when the connection is cut before the answer', async () => {
    const baseUrl = await listen((request) => request.socket.destroy());
    await expect(createClient({ baseUrl }).call(readSession)).rejects.toBeInstanceOf(UnreachableError);
  });

  it.each([
    ['a proxy without a server', 502, '<html>', UnreachableError],
    ['a fault without a code', 500, '{"requestId":"r-9"}', FaultError],
    ['a code that the contract does not know', 409, '{"code":"invented"}', FaultError],
    ['a page instead of JSON', 200, '<html>', FaultError],
  ])('of %s is told apart', async (_, status, body, kind) => {
    const { baseUrl } = await listenFor(status, body);
    await expect(createClient({ baseUrl }).call(readSession)).rejects.toBeInstanceOf(kind);
  });

  it('names the request id of a fault', async () => {
    const { baseUrl } = await listenFor(500, '{"requestId":"r-9"}');
    await expect(createClient({ baseUrl }).call(readSession)).rejects.toThrow('r-9');
  });

  it('passes an abort by the caller on as it is', async () => {
    const baseUrl = await listen(() => {});
    const abort = new AbortController();
    const pending = createClient({ baseUrl }).call(readSession, { signal: abort.signal });
    abort.abort();
    await expect(pending).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('bytes', () => {
  const params = { projectId: someId, uploadId: someId };

  it.each([
    ['a block', () => new TextEncoder().encode('line\n')],
    ['a stream', () => new Blob(['line\n']).stream()],
  ])('are sent as %s', async (_, bytes) => {
    const { baseUrl, seen } = await listenFor(200, '{}');
    await createClient({ baseUrl }).sendBytes(sendUploadBytes, {
      params,
      query: { offset: 0 },
      bytes: bytes(),
    });
    expect(seen).toMatchObject({ method: 'PUT', body: 'line\n' });
    expect(seen.url).toContain('offset=0');
    expect(seen.headers?.['content-type']).toBe('application/octet-stream');
  });

  it('are downloaded from an address or as an open answer', async () => {
    const { baseUrl } = await listenFor(200, 'rows', 'application/octet-stream');
    const client = createClient({ baseUrl });
    const input = { params: { projectId: someId, exportId: someId }, query: { name: 'a b.jsonl' } };
    expect(client.urlOf(downloadExportFile, input)).toMatch(/file\?name=a\+b\.jsonl$/);
    expect(await (await client.open(downloadExportFile, input)).text()).toBe('rows');
  });
});
