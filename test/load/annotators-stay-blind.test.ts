import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Route } from '#contract/route.ts';
import { allRoutes } from '#contract/routes.ts';
import { flagKinds, skipReasons } from '#domain/queue/assignment.ts';
import { runQuality } from '#server/features/quality/run-quality.ts';
import { askForQuality } from '#server/store/quality-store.ts';
import { bodySchemaOf } from '#test/support/contract-schemas.ts';
import { addJudgment } from '#test/support/judgments.ts';
import { addPerson, type TestPerson } from '#test/support/people.ts';
import { addProject, type TestProject, validAnswers } from '#test/support/projects.ts';
import { examplesOf } from '#test/support/schema-examples.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
let project: TestProject;
let annotator: TestPerson;
let other: TestPerson;
/** All that came back to the annotator: bodies and headers. */
const received: string[] = [];

beforeAll(async () => {
  server = await startTestServer({ withJobs: false });
  project = await addProject(server, { items: 8, overlap: 3 });
  annotator = await addPerson(server, { projectId: project.id });
  other = await addPerson(server, { projectId: project.id, name: 'canary-other-person' });
  await plant();
});
afterAll(() => server.stop());

const mediaId = 'a'.repeat(64);
const file = { mediaId, kind: 'image', name: 'canary-file.png', alt: 'A cat' };
const prompt = [
  { role: 'user', content: 'What is this?', attachments: [file], 'canary-field': 'canary-field' },
  { role: 'assistant', content: 'A dog.', attachments: [file], model: 'canary-turn-model' },
];
const responses = ['First', 'Second'].map((text, index) => ({
  ...{ id: `r${index + 1}`, text, model: `canary-model-${index + 1}`, attachments: [file], steps: [text] },
}));
/** A brief and the tests of code are there to be seen. */
const extras = {
  brief: { title: 'Title', goal: 'Shown goal', constraints: [] },
  code: { tests: [{ name: 'adds', stdin: '1', expected: 'shown expectation' }], files: [] },
  dialogue: [
    { id: 'd1', parentId: null, role: 'assistant', text: 'One way', model: 'canary-dialogue-model' },
    { id: 'd2', parentId: null, role: 'assistant', text: 'Another', 'canary-turn': 'canary-turn' },
  ],
  'canary-extra': 'canary-extra',
};

async function plantMedia(): Promise<void> {
  const { pool } = server.services.database;
  await pool.query(
    `insert into media (project_id, name, sha256, kind, content_type, bytes, created_by, created_at)
     values ($1, 'canary-file.png', $2, 'image', 'image/png', 1, $3, now())`,
    [project.id, mediaId, project.lead.id],
  );
  await pool.query('insert into item_media (item_id, sha256, project_id) select unnest($1::uuid[]), $2, $3', [
    project.itemIds,
    mediaId,
    project.id,
  ]);
}

/** A conversation of somebody with a model that failed, with all that is kept of it. */
async function plantConversation(person: TestPerson, canary: string): Promise<string> {
  const { pool } = server.services.database;
  const [endpoint, conversation, turn] = [randomUUID(), randomUUID(), randomUUID()];
  await pool.query(
    `insert into model_endpoints (id, project_id, name, base_url, model, sealed_key, parameters, state, created_by, created_at)
     values ($1, $2, $3, 'https://canary-host.example/v1', 'canary-model', 'canary-key', '{"systemPrompt": "canary-system"}', 'on', $4, now())`,
    [endpoint, project.id, `canary-endpoint of ${person.id}`, project.lead.id],
  );
  await pool.query(
    `insert into conversations (id, project_id, item_id, assignment_id, annotator_id, criterion_key, state, endpoint_ids, head_id, created_at)
     select $1, project_id, item_id, id, annotator_id, 'chat', 'open', array[$2::uuid], $3::uuid, now()
     from assignments where annotator_id = $4 and project_id = $5 order by id limit 1`,
    [conversation, endpoint, turn, person.id, project.id],
  );
  await pool.query(
    `insert into conversation_turns (id, conversation_id, kind, text, state, created_at) values ($1, $2, 'user', $3, 'complete', now())`,
    [turn, conversation, `${canary} said`],
  );
  await pool.query(
    `insert into conversation_turns (id, conversation_id, parent_id, kind, text, slot, endpoint_id, state, failure, request, facts, created_at)
     values (gen_random_uuid(), $1, $2, 'model', $3, 'A', $4, 'failed', '{"code": "rejected", "retryAt": null, "detail": "canary-detail"}',
       '{"model": "canary-model"}', '{"model": "canary-model", "latencyMs": 1}', now())`,
    [conversation, turn, `${canary} replied`, endpoint],
  );
  return conversation;
}

/** Puts a mark that cannot be missed into everything that annotators must not learn. */
async function plant(): Promise<void> {
  const { pool } = server.services.database;
  await plantMedia();
  await pool.query(
    `update item_contents set metadata = '{"canary-metadata": "canary-metadata"}', source_verdict = '{"canary-verdict": "canary-verdict"}',
       prompt = $1, responses = $2, extras = $3`,
    [prompt, responses, extras].map((part) => JSON.stringify(part)),
  );
  // Every second item is gold, so that the two kinds can be compared.
  for (const [at, itemId] of project.itemIds.entries()) {
    if (at % 2 === 0)
      await pool.query(
        `insert into golds (item_id, project_id, answers, source, created_by, created_at) values ($1, $2, $3, 'set_by_hand', $4, now())`,
        [itemId, project.id, { ...validAnswers(), justification: 'canary-gold' }, project.lead.id],
      );
    const judged = await addJudgment(server, {
      projectId: project.id,
      itemId,
      annotatorId: other.id,
      answers: { ...validAnswers(), justification: 'canary-other-judgment' },
    });
    await pool.query(
      `insert into flags (id, project_id, item_id, assignment_id, person_id, kind, note, quote, answers_so_far, created_at) values ($1, $2, $3, $4, $5, 'unsafe', 'canary-flag', 'canary-quote', '{"canary-so-far": 1}', now())`,
      [randomUUID(), project.id, itemId, judged.assignmentId, other.id],
    );
  }
}

async function send(method: string, path: string, body?: unknown): Promise<{ status: number; text: string }> {
  const controller = new AbortController();
  const response = await fetch(`${server.address}/api/v1${path}`, {
    method,
    headers: { cookie: annotator.cookie, origin: server.address, 'content-type': 'application/json' },
    ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
    signal: controller.signal,
  });
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
  const text = isStream ? 'an open stream' : await response.text();
  controller.abort();
  received.push(JSON.stringify([...response.headers]), text);
  return { status: response.status, text };
}

interface Held {
  readonly assignmentId: string;
  readonly itemId: string;
  readonly responses: readonly object[];
}

async function takeHand(): Promise<Held[]> {
  const { text } = await send('POST', `/projects/${project.id}/hand`, { size: 3 });
  return (JSON.parse(text) as { assignments: Held[] }).assignments;
}

const submission = () => ({ clientId: randomUUID(), answers: validAnswers(), activeMs: 1 });

/** Goes through everything that can become of a task, the refused acts included. */
async function workThrough(task: Held): Promise<void> {
  const at = `/projects/${project.id}/assignments/${task.assignmentId}`;
  const draft = { baseRevision: 0, answers: validAnswers(), activeMs: 1 };
  await send('PUT', `${at}/draft`, draft);
  await send('PUT', `${at}/draft`, { ...draft, answers: { pair: {}, response: {}, task: {} } });
  await send('POST', `${at}/heartbeat`);
  await send('POST', `${at}/flags`, { kind: flagKinds[0], note: '' });
  await send('POST', `${at}/skip`, { reason: skipReasons[0], note: '' });
  await send('POST', `${at}/unskip`);
  await send('POST', `${at}/submission`, { ...submission(), answers: { pair: {}, response: {}, task: {} } });
  const first = submission();
  await send('POST', `${at}/submission`, first);
  await send('POST', `${at}/submission`, first);
  await send('POST', `${at}/submission`, submission());
  const { text } = await send('GET', `/projects/${project.id}/own-judgments`);
  const { judgments } = JSON.parse(text) as { judgments: { judgmentId: string; itemId: string }[] };
  const own = judgments.find(({ itemId }) => itemId === task.itemId);
  expect(own).toBeDefined();
  await send('POST', `${at}/amendment`, { ...submission(), supersedes: own?.judgmentId });
}

function addressOf(route: Route, itemId: string): string {
  return route.path
    .replace(':projectId', project.id)
    .replace(':itemId', itemId)
    .replace(':version', '1')
    .replace(':token', 'x'.repeat(30))
    .replace(':personId', other.id)
    .replaceAll(/:[A-Za-z]+/g, randomUUID());
}

test('a hand shows a gold item exactly as it shows any other', async () => {
  const shapes = new Map<string, Set<string>>();
  for (let round = 0; round < 3; round += 1) {
    const hand = await takeHand();
    for (const task of hand) {
      const isGold = project.itemIds.indexOf(task.itemId) % 2 === 0;
      const shape = JSON.stringify([
        Object.keys(task),
        task.responses.map((response) => Object.keys(response)),
      ]);
      const kind = isGold ? 'gold' : 'plain';
      shapes.set(kind, (shapes.get(kind) ?? new Set()).add(shape));
    }
    for (const task of hand) await workThrough(task);
  }
  expect([...(shapes.get('gold') ?? [])]).toHaveLength(1);
  expect(shapes.get('gold')).toEqual(shapes.get('plain'));
});

test('what belongs to a task is shown without the names of files, models and endpoints', async () => {
  expect(received.join('\n')).toContain('shown expectation');
  expect(received.join('\n')).toContain('"name":"image 1"');
  const link = await send('POST', `/projects/${project.id}/media-links`, { mediaIds: [mediaId] });
  expect(link.text).toContain('signature=');
  const own = await plantConversation(annotator, 'own-words');
  const read = await send('GET', `/projects/${project.id}/conversations/${own}`);
  expect(read.text).toContain('own-words replied');
  const others = await plantConversation(other, 'canary-other');
  const away = await send('GET', `/projects/${project.id}/conversations/${others}`);
  expect(away.status).toBe(404);
});

/** What is kept on people names models, too. */
async function keepReportOnPeople(): Promise<void> {
  const { kysely, pool } = server.services.database;
  await kysely
    .transaction()
    .execute((transaction) =>
      askForQuality(transaction, { projectId: project.id, now: new Date(), lostBefore: new Date(0) }),
    );
  await runQuality(server.services, project.id);
  const own = await pool.query('select report::text from person_reports where person_id = $1', [
    annotator.id,
  ]);
  expect(own.rows[0]?.report).toContain('canary-model-1');
}

test('an annotator who knocks at every route learns no model, endpoint, file name, gold, verdict, metadata or judgment of others', async () => {
  await keepReportOnPeople();
  for (const route of allRoutes) {
    if (route.id === 'signOut') continue;
    const schema = bodySchemaOf(route);
    const bodies = schema ? examplesOf(schema).slice(0, 3) : [undefined];
    for (const body of bodies) await send(route.method, addressOf(route, project.itemIds[0] ?? ''), body);
  }
  expect(received.length).toBeGreaterThan(200);
  expect(received.join('\n')).toContain('First');
  const leaks = received.filter((text) => text.includes('canary-'));
  expect(leaks.map((text) => text.slice(0, 500))).toEqual([]);
});

describe('an item that is not in hand', () => {
  const withoutRequestId = (text: string) => text.replace(/"requestId":"[^"]+"/, '');

  test('reads like one that does not exist', async () => {
    const read = async (itemId: string) => {
      const { status, text } = await send('GET', `/projects/${project.id}/items/${itemId}`);
      return [status, withoutRequestId(text)];
    };
    const away = await read(randomUUID());
    expect(away[0]).toBe(403);
    for (const itemId of project.itemIds) expect(await read(itemId)).toEqual(away);
  });

  test.each<[string, string, unknown]>([
    ['PUT', 'draft', { baseRevision: 0, answers: validAnswers(), activeMs: 1 }],
    ['POST', 'heartbeat', {}],
    ['POST', 'submission', submission()],
    ['POST', 'amendment', { ...submission(), supersedes: randomUUID() }],
    ['POST', 'skip', { reason: skipReasons[0], note: '' }],
    ['POST', 'unskip', {}],
    ['POST', 'flags', { kind: flagKinds[0], note: '' }],
  ])('%s %s on the task of another person reads like one that does not exist', async (method, act, body) => {
    const { rows } = await server.services.database.pool.query<{ id: string }>(
      'select id from assignments where annotator_id = $1 limit 1',
      [other.id],
    );
    const ask = async (assignmentId: string) => {
      const { status, text } = await send(
        method,
        `/projects/${project.id}/assignments/${assignmentId}/${act}`,
        body,
      );
      return [status, withoutRequestId(text)];
    };
    const away = await ask(randomUUID());
    expect([404, 409]).toContain(away[0]);
    expect(await ask(rows[0]?.id ?? '')).toEqual(away);
  });
});
