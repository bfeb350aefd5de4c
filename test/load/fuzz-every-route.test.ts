import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startExport } from '#contract/exports.ts';
import { sendUploadBytes, startImport, startUpload } from '#contract/imports.ts';
import { takeHand } from '#contract/judging.ts';
import { createInvitation } from '#contract/projects.ts';
import { refusalStatus } from '#contract/refusals.ts';
import type { Route } from '#contract/route.ts';
import { allRoutes } from '#contract/routes.ts';
import { problem } from '#contract/wire.ts';
import { rubricTemplates } from '#domain/rubrics/templates.ts';
import { bodySchemaOf, operationOf, type Parameter } from '#test/support/contract-schemas.ts';
import { addJudgment } from '#test/support/judgments.ts';
import { addPerson, type TestPerson } from '#test/support/people.ts';
import { addProject, type TestProject } from '#test/support/projects.ts';
import { damaged, fieldOf, type Pools, sampleOf } from '#test/support/schema-arbitrary.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

const soundRequests = 60;
const damagedRequests = 60;
const seed = 4600;
const atOnce = 8;

let server: TestServer;
let project: TestProject;
const pools: Record<string, readonly unknown[]> = {
  templateKey: rubricTemplates.map(({ key }) => key),
  version: [1],
  revision: [1, 2],
  basedOn: [1],
  baseRevision: [0],
};

beforeAll(async () => {
  server = await startTestServer();
  project = await addProject(server, { items: 600, overlap: 5 });
  const other = await addProject(server);
  const judges: string[] = [];
  // What holds a judgment is not deleted by the requests that ask for it.
  for (const each of [project, other]) {
    const judge = await addPerson(server, { projectId: each.id });
    await addJudgment(server, { projectId: each.id, itemId: each.itemIds[0] ?? '', annotatorId: judge.id });
    judges.push(judge.id);
  }
  const params = { projectId: project.id };
  const { client } = project.lead;
  const upload = await client.call(startUpload, { params, body: { fileName: 'a.jsonl', sizeBytes: 9 } });
  const at = { ...params, uploadId: upload.id };
  await client.sendBytes(sendUploadBytes, {
    params: at,
    query: { offset: 0 },
    bytes: Buffer.from('{"a": 1}\n'),
  });
  const run = await client.call(startImport, {
    params,
    body: { uploadId: upload.id, format: 'trl_preference' },
  });
  const written = await client.call(startExport, { params, body: { format: 'trl-preference' } });
  const invitation = await client.call(createInvitation, {
    params,
    body: { roles: ['annotator'], uses: 500 },
  });
  Object.assign(pools, {
    projectId: [project.id, project.id, project.id, other.id],
    token: [invitation.token],
    invitationId: [invitation.invitation.id],
    personId: judges,
    annotatorId: judges,
    itemId: project.itemIds,
    uploadId: [upload.id],
    importId: [run.id],
    exportId: [written.id],
  });
});
afterAll(() => server.stop());

interface Request {
  readonly params: Record<string, unknown>;
  readonly query: Record<string, unknown>;
  readonly body: unknown;
}

function parametersOf(
  parameters: readonly Parameter[],
  place: Parameter['in'],
  known: Pools,
): fc.Arbitrary<Record<string, unknown>> {
  const here = parameters.filter((each) => each.in === place);
  const fields = here.map(({ name, schema }) => [name, fieldOf(name, schema, known)] as const);
  const requiredKeys = here.filter(({ required }) => required).map(({ name }) => name);
  return fc.record(Object.fromEntries(fields), { requiredKeys }) as fc.Arbitrary<Record<string, unknown>>;
}

function requestsOf(route: Route, known: Pools): Request[] {
  const { parameters } = operationOf(route);
  const schema = bodySchemaOf(route);
  const params = parametersOf(parameters, 'path', known);
  const query = parametersOf(parameters, 'query', known);
  const body = schema ? sampleOf(schema, known) : fc.constant(undefined);
  const sound = fc.record({ params, query, body });
  const spoilt = fc.oneof(
    ...(schema ? [{ weight: 8, arbitrary: fc.record({ params, query, body: damaged(body) }) }] : []),
    { weight: 1, arbitrary: fc.record({ params: damaged(params), query, body }) },
    { weight: 2, arbitrary: fc.record({ params, query: damaged(query), body }) },
  );
  return [
    ...fc.sample(sound, { numRuns: soundRequests, seed }),
    ...fc.sample(spoilt, { numRuns: damagedRequests, seed }),
  ] as Request[];
}

const asRecord = (value: unknown) => (typeof value === 'object' && value !== null ? value : { value });
/** Node itself ends connections whose first lines are longer than 16 kB. */
const wellFormed = (value: unknown) =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 1_000).toWellFormed();

function addressOf(route: Route, request: Request): string {
  const params = asRecord(request.params) as Record<string, unknown>;
  const path = route.path.replaceAll(/:([A-Za-z]+)/g, (_match, name: string) =>
    encodeURIComponent(wellFormed(params[name] ?? 'none')),
  );
  const query = Object.entries(asRecord(request.query)).map(([name, value]) => [name, wellFormed(value)]);
  const search = new URLSearchParams(query).toString();
  return `${server.address}/api/v1${path}${search === '' ? '' : `?${search}`}`;
}

/** What is wrong with the answer; undefined where nothing is. */
async function tryOne(route: Route, request: Request, person: TestPerson): Promise<string | undefined> {
  const body = route.method === 'GET' ? undefined : (JSON.stringify(request.body) ?? '');
  const response = await fetch(addressOf(route, request), {
    method: route.method,
    headers: { cookie: person.cookie, origin: server.address, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  const fault = explain(route, request, { status: response.status, text });
  return (
    fault &&
    `${fault}: ${addressOf(route, request).slice(0, 300)} ${body?.slice(0, 300)} → ${text.slice(0, 300)}`
  );
}

function explain(
  route: Route,
  request: Request,
  answer: { status: number; text: string },
): string | undefined {
  if (answer.status >= 500) return `status ${answer.status}`;
  const parsed: unknown = JSON.parse(answer.text);
  if (answer.status < 300) {
    if (answer.status !== route.status) return `status ${answer.status} instead of ${route.status}`;
    const held = route.response.safeParse(parsed);
    if (!held.success) return `not as the contract says: ${held.error.message}`;
    const schema: Route['body'] | undefined = route.body;
    const accepted = schema ? schema.safeParse(request.body ?? {}).success : true;
    return accepted ? undefined : 'accepted against the contract';
  }
  const refusal = problem.safeParse(parsed);
  if (!refusal.success) return 'not a problem as documented';
  const { code, status } = refusal.data;
  if (status !== answer.status || refusalStatus[code as keyof typeof refusalStatus] !== status)
    return `code ${code} with status ${answer.status}`;
  return undefined;
}

async function runAll(route: Route, requests: readonly Request[], person: TestPerson): Promise<string[]> {
  const faults: string[] = [];
  for (let at = 0; at < requests.length; at += atOnce) {
    const some = requests.slice(at, at + atOnce);
    const found = await Promise.all(some.map((request) => tryOne(route, request, person)));
    faults.push(...found.filter((fault) => fault !== undefined));
  }
  return faults;
}

const jsonRoutes = allRoutes.filter((route) => route.transport === 'json');

describe.each(jsonRoutes.map((route) => [route.id, route] as const))('%s', (_id, route) => {
  test.each(['annotator', 'owner'] as const)('stands whatever an %s sends', async (role) => {
    // Somebody new each time: some requests end the own session, or take the person off the project.
    const person = await addPerson(server, {
      deploymentRole: role === 'owner' ? 'owner' : 'member',
      projectId: project.id,
      roles: ['annotator'],
    });
    // Whatever an earlier request did to the project, this one finds it open and something in hand.
    const { pool } = server.services.database;
    await pool.query(`update projects set state = 'open' where id = $1`, [project.id]);
    await pool.query(
      'update items set held_at = null, held_by_flag = null, dropped_at = null where project_id = $1',
      [project.id],
    );
    const hand = await person.client.call(takeHand, { params: { projectId: project.id }, body: { size: 3 } });
    const assignmentId = hand.assignments.map((task) => task.assignmentId);
    expect(assignmentId.length).toBeGreaterThan(0);
    const requests = requestsOf(route, { ...pools, assignmentId });
    expect((await runAll(route, requests, person)).slice(0, 5)).toEqual([]);
  });
});
