import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as contract from '#contract/models.ts';
import { openKeyOf } from '#server/services/model-client/ask-endpoint.ts';
import { findEndpoint } from '#server/store/model-endpoint-store.ts';
import { type FakeModelServer, startFakeModelServer } from '#test/support/fake-model-server.ts';
import { addPerson } from '#test/support/people.ts';
import { addProject, type TestProject } from '#test/support/projects.ts';
import { refusalOf } from '#test/support/refusals.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

const key = 'sk-canary-0123456789';
let server: TestServer;
let fake: FakeModelServer;
let project: TestProject;
let params: { projectId: string };

beforeAll(async () => {
  fake = await startFakeModelServer({ key });
  server = await startTestServer({
    withJobs: false,
    models: { privateHosts: ['127.0.0.1'], silenceMs: 500 },
  });
  project = await addProject(server, { items: 1 });
  params = { projectId: project.id };
});
afterAll(async () => {
  await server.stop();
  await fake.stop();
});
afterEach(() => server.services.database.pool.query('delete from model_endpoints'));

const settings = () => ({ name: 'One', baseUrl: fake.baseUrl, model: 'model-one', key });
const add = (change: object = {}) =>
  project.lead.client.call(contract.addModelEndpoint, {
    params,
    body: { ...settings(), ...change } as never,
  });

describe('an endpoint that works', () => {
  test('is tried when it is added, and says what it can do', async () => {
    const endpoint = await add();
    expect(endpoint).toMatchObject({ name: 'One', hasKey: true, state: 'on' });
    expect(endpoint.probe).toMatchObject({
      works: true,
      problem: null,
      models: ['model-one', 'model-two', 'model-three', 'model-four'],
      streams: true,
      systemRole: true,
      usage: true,
    });
    expect(await project.lead.client.call(contract.listModelEndpoints, { params })).toEqual({
      endpoints: [endpoint],
    });
  });

  test.each<[string, () => void, object]>([
    ['knows no counting', () => fake.script('model-one', { status: 400 }), { usage: false, streams: true }],
    [
      'knows no system role',
      () => fake.script('model-one', { status: 400 }, { status: 400 }),
      { systemRole: false, streams: true },
    ],
    [
      'knows no streams',
      () => fake.script('model-one', { status: 400 }, { status: 400 }, { status: 400 }),
      { streams: false, systemRole: true },
    ],
    [
      'answers as a whole when asked for a stream',
      () => fake.script('model-one', { neverStreams: true }),
      { streams: false },
    ],
    [
      'goes on for ever about a greeting',
      () => fake.script('model-one', { steps: [{ endless: 'hello ' }] }),
      { streams: true },
    ],
  ])('may be one that %s', async (_name, script, abilities) => {
    script();
    expect((await add()).probe).toMatchObject({ works: true, ...abilities });
  });

  test('answers a test message, and nothing of it is kept', async () => {
    const { endpointId } = await add();
    const answer = await project.lead.client.call(contract.testModelEndpoint, {
      params: { ...params, endpointId },
      body: { text: 'Are you there?' },
    });
    expect(answer).toMatchObject({
      text: 'model-one answers: Are you there?',
      problem: null,
      promptTokens: 11,
    });
  });

  test('is sent the parameters of the lead', async () => {
    const parameters = { temperature: 0.2, topP: 0.9, maxTokens: 50, systemPrompt: 'Be brief.' };
    const { endpointId } = await add({ parameters });
    await project.lead.client.call(contract.testModelEndpoint, {
      params: { ...params, endpointId },
      body: { text: 'Hi' },
    });
    expect(fake.asked.at(-1)).toMatchObject({
      temperature: 0.2,
      top_p: 0.9,
      max_tokens: 50,
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'Hi' },
      ],
    });
  });
});

describe('an endpoint that does not work is kept, and says in words why', () => {
  test.each<[string, object, () => void, RegExp]>([
    ['a wrong key', { key: 'sk-wrong-canary-key' }, () => undefined, /does not accept the key/],
    ['an unknown model', { model: 'model-nine' }, () => undefined, /does not know this address or model/],
    ['a wrong path', { baseUrl: 'http://127.0.0.1:PORT/v2' }, () => undefined, /check the base URL/],
    ['a limit', {}, () => fake.script('model-one', { status: 429 }), /asks to wait/],
    ['a failure', {}, () => fake.script('model-one', { status: 500 }), /failed on its side/],
    [
      'silence',
      {},
      () => fake.script('model-one', { steps: [{ waitFor: new Promise(() => {}) }] }),
      /took too long/,
    ],
    [
      'a page instead of an API',
      {},
      () =>
        fake.script(
          'model-one',
          ...Array.from({ length: 5 }, () => ({ body: '<html>', headers: { 'content-type': 'text/html' } })),
        ),
      /not that of an OpenAI-compatible API/,
    ],
    ['nobody there', { baseUrl: 'http://127.0.0.1:1/v1' }, () => undefined, /cannot be reached/],
  ])('%s', async (_name, change, script, words) => {
    script();
    const port = new URL(fake.baseUrl).port;
    const filled = JSON.parse(JSON.stringify(change).replace('PORT', port)) as object;
    const { probe } = await add(filled);
    expect(probe).toMatchObject({ works: false, problem: expect.stringMatching(words) });
    expect(JSON.stringify(probe)).not.toContain('canary');
  });
});

describe('the key', () => {
  test('is sealed in the database and opens only for its own host', async () => {
    const { endpointId } = await add();
    const { kysely, pool } = server.services.database;
    const stored = await findEndpoint(kysely, { ...params, endpointId });
    if (!stored) throw new Error('gone');
    expect(await openKeyOf(server.services, stored)).toBe(key);
    expect(
      await openKeyOf(server.services, { ...stored, baseUrl: 'https://elsewhere.example/v1' }),
    ).toBeUndefined();
    expect(await openKeyOf(server.services, { ...stored, id: server.services.newId() })).toBeUndefined();
    const other = { ...server.services.config, models: { ...server.services.config.models, secret: 'x' } };
    expect(await openKeyOf({ ...server.services, config: other }, stored)).toBeUndefined();
    const { rows } = await pool.query<{ whole: string }>('select e::text as whole from model_endpoints e');
    expect(rows[0]?.whole).not.toContain('canary');
    expect(rows[0]?.whole).not.toContain(Buffer.from('canary').toString('hex'));
  });

  test('must be entered again for another host, and is not sent there', async () => {
    const { endpointId, revision } = await add();
    const other = await startFakeModelServer();
    const change = (body: object) =>
      project.lead.client.call(contract.changeModelEndpoint, {
        params: { ...params, endpointId },
        body: { revision, ...body } as never,
      });
    expect(await refusalOf(change({ baseUrl: other.baseUrl }))).toBe('key_needed');
    expect(other.asked).toEqual([]);
    expect(await change({ baseUrl: other.baseUrl, key: null })).toMatchObject({
      hasKey: false,
      probe: { works: true },
    });
    await other.stop();
  });

  test('stays when the path or the model changes, and goes when the endpoint is removed', async () => {
    const { endpointId, revision } = await add();
    const at = { params: { ...params, endpointId } };
    const changed = await project.lead.client.call(contract.changeModelEndpoint, {
      ...at,
      body: { revision, model: 'model-two' },
    });
    expect(changed).toMatchObject({ hasKey: true, model: 'model-two', probe: { works: true } });
    await project.lead.client.call(contract.removeModelEndpoint, at);
    const { rows } = await server.services.database.pool.query(
      'select state, sealed_key from model_endpoints',
    );
    expect(rows).toEqual([{ state: 'removed', sealed_key: null }]);
    expect(await refusalOf(project.lead.client.call(contract.removeModelEndpoint, at))).toBe('not_found');
    expect(await add()).toMatchObject({ name: 'One' });
  });
});

describe('what is refused', () => {
  test.each([
    'https://10.0.0.1/v1',
    'https://169.254.169.254/',
    'https://metadata.google.internal/',
    'http://api.example.com/v1',
    'https://user:pw@api.example.com/',
    'file:///etc/passwd',
  ])('%s as an address', async (baseUrl) => {
    expect(await refusalOf(add({ baseUrl }))).toBe('model_address_refused');
  });

  test('two of one name, whatever the case', async () => {
    await add();
    expect(await refusalOf(add({ name: 'ONE' }))).toBe('name_taken');
  });

  test('a change of what somebody else has changed meanwhile', async () => {
    const { endpointId, revision } = await add();
    const at = { params: { ...params, endpointId } };
    const off = { ...at, body: { revision, state: 'off' as const } };
    expect(await project.lead.client.call(contract.changeModelEndpoint, off)).toMatchObject({ state: 'off' });
    expect(await refusalOf(project.lead.client.call(contract.changeModelEndpoint, off))).toBe(
      'stale_revision',
    );
  });

  test('an endpoint of another project, and every look of an annotator', async () => {
    const { endpointId } = await add();
    const elsewhere = await addProject(server, { items: 1 });
    const at = { params: { projectId: elsewhere.id, endpointId } };
    expect(await refusalOf(elsewhere.lead.client.call(contract.probeModelEndpoint, at))).toBe('not_found');
    const annotator = await addPerson(server, { projectId: project.id });
    expect(await refusalOf(annotator.client.call(contract.listModelEndpoints, { params }))).toBe(
      'not_allowed',
    );
  });
});
