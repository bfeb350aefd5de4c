import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Route } from '#contract/route.ts';
import { allRoutes } from '#contract/routes.ts';
import { type Problem, problem } from '#contract/wire.ts';
import { bodySchemaOf } from '#test/support/contract-schemas.ts';
import { addPerson, type TestPerson } from '#test/support/people.ts';
import { addProject, type TestProject } from '#test/support/projects.ts';
import { examplesOf, poisonEachText } from '#test/support/schema-examples.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
let owner: TestPerson;
let annotator: TestPerson;
let project: TestProject;
beforeAll(async () => {
  server = await startTestServer({ withJobs: false });
  owner = await addPerson(server, { deploymentRole: 'owner', name: 'Before' });
  project = await addProject(server);
  annotator = await addPerson(server, { projectId: project.id });
});
afterAll(() => server.stop());

const json = { 'content-type': 'application/json' };

async function send(
  method: string,
  path: string,
  more: { body?: string | Uint8Array<ArrayBuffer>; headers?: Record<string, string>; by?: TestPerson } = {},
): Promise<{ status: number; headers: Headers; text: string }> {
  const response = await fetch(`${server.address}${path}`, {
    method,
    headers: { ...json, origin: server.address, cookie: (more.by ?? owner).cookie, ...more.headers },
    ...(more.body === undefined ? {} : { body: more.body }),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

const patchMe = (body: string | Uint8Array<ArrayBuffer>) => send('PATCH', '/api/v1/me', { body });
const problemIn = (text: string): Problem => problem.parse(JSON.parse(text));

async function nameNow(): Promise<string> {
  const { rows } = await server.services.database.pool.query('select name from people where id = $1', [
    owner.id,
  ]);
  return rows[0].name;
}

const nested = (depth: number) => `{"name":${'['.repeat(depth - 1)}1${']'.repeat(depth - 1)}}`;
const fields = (count: number) => `{${Array.from({ length: count }, (_, at) => `"k${at}":1`).join()}}`;

describe('a body', () => {
  test.each<[string, string | Uint8Array<ArrayBuffer>, number, RegExp]>([
    ['65 levels deep', nested(65), 422, /64 levels/],
    ['7,000 levels deep', nested(7_000), 422, /64 levels/],
    ['200,000 levels deep', nested(200_000), 422, /64 levels/],
    ['200,000 opening brackets', '['.repeat(200_000), 422, /64 levels/],
    ['of 100,000 fields', fields(100_000), 422, /10000 fields/],
    ['with a list of a million values', `{"name":[${'1,'.repeat(1_000_000)}1]}`, 422, /100000 values/],
    ['of 11 MB', `{"name":"${'x'.repeat(11_000_000)}"}`, 413, /10 MB/],
    ['with a text of 9 MB', `{"name":"${'x'.repeat(9_000_000)}"}`, 422, /body\.name/],
    ['with a field twice', '{"name":"One","name":"Two"}', 422, /same field twice/],
    [
      'with a field twice inside',
      '{"preferences":{"theme":"dark","theme":"light"}}',
      422,
      /same field twice/,
    ],
    ['with a field twice, once escaped', '{"name":"One","\\u006eame":"Two"}', 422, /same field twice/],
    ['with __proto__', '{"__proto__":{"admin":true}}', 422, /__proto__/],
    ['with __proto__ escaped', '{"\\u005f_proto__":{"admin":true}}', 422, /__proto__/],
    ['with __proto__ inside', '{"preferences":{"keys":{"__proto__":"x"}}}', 422, /__proto__/],
    ['with constructor', '{"constructor":{"prototype":{"admin":true}}}', 422, /body/],
    ['with an unknown field', '{"name":"After","passwordHash":"x"}', 422, /body/],
    ['cut in the middle', '{"name":"Aft', 422, /not valid JSON/],
    ['with a comma too many', '{"name":"After",}', 422, /not valid JSON/],
    ['of two documents', '{"name":"After"}{}', 422, /not valid JSON/],
    ['with NaN', '{"name":NaN}', 422, /not valid JSON/],
    ['that is not UTF-8', new Uint8Array([0x7b, 0x22, 0x6e, 0xff, 0xfe, 0x22, 0x7d]), 422, /UTF-8/],
    ['in UTF-16', new Uint8Array(Buffer.from('{"name":"After"}', 'utf16le')), 422, /UTF-8|JSON/],
    ['that is a list', '[]', 422, /body/],
    ['that is null', 'null', 422, /body/],
    ['that is a text', '"name"', 422, /body/],
    ['that is a number', '1e400', 422, /body/],
  ])('%s is answered in words and changes nothing', async (_name, body, status, words) => {
    const answer = await patchMe(body);
    expect([answer.status, answer.text.slice(0, 2_000)]).toEqual([status, expect.stringMatching(words)]);
    expect(answer.text.length).toBeLessThan(20_000);
    expect(await nameNow()).toBe('Before');
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  test.each(['1e400', '-1e400', '"5"', '1.5', 'null', '9007199254740993', '[2]', 'true'])(
    'with %s where a whole number belongs names the field',
    async (number) => {
      const body = `{"name":"Numbers","templateKey":"pairwise_7_point","overlap":${number}}`;
      const answer = await send('POST', '/api/v1/projects', { body });
      expect(answer.status).toBe(422);
      expect(problemIn(answer.text).places?.[0]?.path).toBe('body.overlap');
    },
  );

  test.each([
    'text/plain',
    'application/xml',
    'application/x-www-form-urlencoded',
    'application/jsonx',
    'nonsense',
  ])('sent as %s is refused for its kind', async (type) => {
    const answer = await send('PATCH', '/api/v1/me', {
      body: '{"name":"After"}',
      headers: { 'content-type': type },
    });
    expect([answer.status, problemIn(answer.text).code]).toEqual([415, 'unsupported_media']);
  });

  test('where none is read is refused, unless it is empty', async () => {
    const path = `/api/v1/projects/${project.id}/hand`;
    expect((await send('DELETE', path, { body: '{"all":true}', by: annotator })).status).toBe(422);
    expect((await send('DELETE', path, { body: '{}', by: annotator })).status).toBe(200);
  });
});

const withBody = allRoutes.filter((route) => route.transport === 'json' && bodySchemaOf(route));

/** An address that the person may use, so that only the body can be at fault. */
function pathOf(route: Route): string {
  const path = route.path
    .replace(':projectId', project.id)
    .replace(':itemId', project.itemIds[0] ?? '')
    .replace(':token', 'x'.repeat(30))
    .replaceAll(/:[A-Za-z]+/g, owner.id);
  return `/api/v1${path}`;
}

describe.each(withBody.map((route) => [route.id, route] as const))('%s', (_id, route) => {
  const schema = bodySchemaOf(route) ?? {};
  test.each([
    ['U+0000', '\u0000'],
    ['a lone high surrogate', '\ud800'],
    ['a lone low surrogate', '\udc00'],
  ])('refuses %s in every text, with its place', async (_name, character) => {
    const by = route.access === 'judge' ? annotator : owner;
    const poisoned = examplesOf(schema).flatMap((value) => poisonEachText(value, character));
    expect(poisoned.length).toBeGreaterThan(0);
    const seen = new Set<string>();
    for (const { path, value, beside } of poisoned) {
      // Examples differ in one place each: everywhere else they would say the same again.
      const place = `${path} ${JSON.stringify(beside)}`;
      if (seen.has(place)) continue;
      seen.add(place);
      const body = JSON.stringify(value);
      const answer = await send(route.method, pathOf(route), { body, by });
      const places = answer.status === 422 ? (problemIn(answer.text).places ?? []) : [];
      expect([path, answer.status, places.length > 0]).toEqual([path, 422, true]);
    }
  });
});

test('none of the refused texts was stored, not even altered', async () => {
  const { pool } = server.services.database;
  const { rows: tables } = await pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'public'`,
  );
  expect(tables.length).toBeGreaterThan(10);
  for (const { name } of tables) {
    const { rows } = await pool.query(`select t::text from ${name} t where t::text like '%canar%'`);
    expect([name, rows]).toEqual([name, []]);
  }
});

describe('a query', () => {
  test.each([
    ['judgments', 'limit=0'],
    ['judgments', 'limit=-1'],
    ['judgments', 'limit=1e9'],
    ['judgments', 'limit=1000000000'],
    ['judgments', 'limit=NaN'],
    ['judgments', 'limit=1&limit=2'],
    ['judgments', 'limit='],
    ['judgments', 'cursor=nonsense'],
    ['judgments', 'cursor=%00'],
    ['judgments', 'cursor=WzFd'],
    ['judgments', 'cursor=W10'],
    ['judgments', `cursor=${'x'.repeat(501)}`],
    ['judgments', 'from=yesterday'],
    ['judgments', 'from=2026-02-30T00:00:00Z'],
    ['judgments', 'annotatorId=1'],
    ['judgments', 'minStrength=1e400'],
    ['items', 'cursor=WzFd'],
    ['items', 'cursor=W251bGwsbnVsbF0'],
    ['items', 'state=none'],
    ['progress', 'since=1'],
    ['members', 'limit=2'],
    ['own-judgments', 'limit=51'],
  ])('%s?%s is refused with its place', async (list, query) => {
    const by = list === 'own-judgments' ? annotator : owner;
    const answer = await send('GET', `/api/v1/projects/${project.id}/${list}?${query}`, { by });
    expect([answer.status, problemIn(answer.text).places?.length]).toEqual([422, 1]);
  });

  test('by any column that is not a filter is refused for each list', async () => {
    const { rows: columns } = await server.services.database.pool.query<{ name: string }>(
      `select distinct column_name as name from information_schema.columns where table_schema = 'public'`,
    );
    const names = columns.flatMap(({ name }) => [
      name,
      `sort=${name}`,
      `order_by=-${name}`,
      `filter=${name}`,
    ]);
    const odd = [
      'annotator__password_hash=a',
      'people.password_hash=a',
      'answers.pair=a',
      'gold[answers]=a',
      '$where=1',
    ];
    for (const list of ['judgments', 'items'])
      for (const name of [...names, ...odd]) {
        const query = name.includes('=') ? name : `${name}=a`;
        const answer = await send('GET', `/api/v1/projects/${project.id}/${list}?${query}`);
        expect([list, query, answer.status]).toEqual([list, query, 422]);
      }
  });

  test("a cursor of another project shows nothing of that project's", async () => {
    const other = await addProject(server, { items: 3 });
    const first = await send('GET', `/api/v1/projects/${other.id}/items?limit=1`);
    const { nextCursor } = JSON.parse(first.text) as { nextCursor: string };
    const own = await send('GET', `/api/v1/projects/${project.id}/items?cursor=${nextCursor}&limit=200`);
    const { rows } = JSON.parse(own.text) as { rows: { itemId: string }[] };
    for (const row of rows) expect(project.itemIds).toContain(row.itemId);
  });
});

describe('an address', () => {
  test.each([
    '/api/v1/projects/%00',
    '/api/v1/projects/%E0%A4%A',
    '/api/v1/projects/%ED%A0%80',
    '/api/v1/projects/..%2f..%2fetc%2fpasswd',
    `/api/v1/projects/${'x'.repeat(400)}`,
    '/api/v1/projects/%27%3B%20drop%20table%20people',
    '/api/v1//projects',
    '/api/v1/none/such',
    '/api/v1/__proto__',
    '/api/v1/invitations/%00%00%00%00%00%00%00%00%00%00%00%00%00%00%00%00%00%00%00%00%00',
    '/assets/..%2f..%2f..%2fpackage.json',
  ])('%s is answered as a problem', async (path) => {
    const answer = await send('GET', path);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(problemIn(answer.text).requestId).toBe(answer.headers.get('x-request-id'));
  });

  test.each(['OPTIONS', 'TRACE', 'PUT', 'PROPFIND', 'PURGE', 'QUERY', 'NONSENSE'])(
    'asked with %s is no fault and no permission',
    async (method) => {
      const answer = await raw(`${method} /api/v1/projects HTTP/1.1`);
      expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
      expect(answer).not.toMatch(/access-control-allow/i);
    },
  );

  test('asked with HEAD says what GET would, without a body, and follows no events', async () => {
    const get = await send('GET', '/api/v1/projects');
    const head = await send('HEAD', '/api/v1/projects');
    expect([head.status, head.text]).toEqual([get.status, '']);
    const events = await send('HEAD', `/api/v1/projects/${project.id}/events`);
    expect(events.status).toBe(404);
  });
});

/** Speaks HTTP by hand, for what no client would send. */
function raw(requestLine: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const { hostname, port, host } = new URL(server.address);
    const socket = connect(Number(port), hostname, () => {
      socket.write(`${requestLine}\r\nhost: ${host}\r\ncookie: ${owner.cookie}\r\nconnection: close\r\n\r\n`);
    });
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk.toString();
    });
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
  });
}

describe('every answer', () => {
  test.each<[string, string, string]>([
    ['a success', 'GET', '/api/v1/projects'],
    ['a refusal', 'GET', '/api/v1/projects/none'],
    ['nothing there', 'GET', '/api/v1/none'],
    ['a method that is not there', 'PUT', '/api/v1/projects'],
    ['a broken address', 'GET', '/api/v1/projects/%E0%A4%A'],
    ['the document', 'GET', '/api/openapi.json'],
    ['a sign of life', 'GET', '/healthz'],
  ])('%s forbids sniffing, framing and scripts of others', async (_name, method, path) => {
    const { headers } = await send(method, path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe/);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    if (path.startsWith('/api/')) expect(headers.get('cache-control')).toBe('no-store');
  });

  test('so does a stream of events', async () => {
    const controller = new AbortController();
    const response = await fetch(`${server.address}/api/v1/projects/${project.id}/events`, {
      headers: { cookie: owner.cookie },
      signal: controller.signal,
    });
    controller.abort();
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});
