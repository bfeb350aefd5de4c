import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { submitJudgment, takeHand } from '#contract/judging.ts';
import type { Route } from '#contract/route.ts';
import { allRoutes } from '#contract/routes.ts';
import { type Action, can } from '#domain/access/can.ts';
import {
  type DeploymentRole,
  deploymentRoles,
  keyScopes,
  type ProjectRole,
  projectRoles,
} from '#domain/access/roles.ts';
import { hashToken } from '#server/http/actor.ts';
import { insertKey } from '#server/store/api-key-store.ts';
import { addPerson, type TestPerson } from '#test/support/people.ts';
import { addProject, type TestProject, validAnswers } from '#test/support/projects.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
let project: TestProject;
const inRole = new Map<string, TestPerson>();
beforeAll(async () => {
  server = await startTestServer({ withJobs: false });
  project = await addProject(server);
  // A project that holds a judgment cannot be deleted by the very test that knocks at that door.
  await judgeOne(await addPerson(server, { projectId: project.id }));
  for (const role of projectRoles)
    inRole.set(role, await addPerson(server, { projectId: project.id, roles: [role] }));
  for (const role of deploymentRoles)
    inRole.set(`outside ${role}`, await addPerson(server, { deploymentRole: role }));
});
afterAll(() => server.stop());

async function judgeOne(person: TestPerson): Promise<void> {
  const params = { projectId: project.id };
  const hand = await person.client.call(takeHand, { params, body: { size: 1 } });
  const assignmentId = hand.assignments[0]?.assignmentId ?? '';
  const body = { clientId: randomUUID(), answers: validAnswers(), activeMs: 1 };
  await person.client.call(submitJudgment, { params: { ...params, assignmentId }, body });
}

function addressOf(route: Route): string {
  const path = route.path
    .replace(':projectId', project.id)
    .replace(':version', '1')
    .replace(':token', 'x'.repeat(30))
    .replaceAll(/:[A-Za-z]+/g, () => randomUUID());
  return `${server.address}/api/v1${path}`;
}

/** Sends a request with an empty body: whoever is let in gets past the rights to the parsing or further. */
async function knock(
  route: Route,
  headers: Record<string, string>,
): Promise<{ status: number; code: string | undefined; body: string }> {
  const controller = new AbortController();
  const response = await fetch(addressOf(route), {
    method: route.method,
    headers: { origin: server.address, 'content-type': 'application/json', ...headers },
    ...(route.method === 'GET' ? {} : { body: '{"unknown field":1}' }),
    signal: controller.signal,
  });
  if (route.transport === 'events' && response.ok) {
    controller.abort();
    return { status: response.status, code: undefined, body: '' };
  }
  const body = await response.text();
  const isProblem = response.headers.get('content-type')?.includes('problem+json');
  return {
    status: response.status,
    code: isProblem ? (JSON.parse(body) as { code: string }).code : undefined,
    body,
  };
}

const gates = new Set(['not_allowed', 'not_signed_in', 'wrong_origin']);
const guarded = allRoutes.filter((route) => route.access !== 'public');
const inProject = guarded.filter((route) => route.path.includes(':projectId'));
const inDeployment = guarded.filter((route) => !route.path.includes(':projectId'));

describe.each(guarded.map((route) => [route.id, route] as const))('%s', (_id, route) => {
  test('is closed to strangers', async () => {
    expect(await knock(route, {})).toMatchObject({ status: 401, code: 'not_signed_in' });
  });

  test('is closed to a write from another site', async () => {
    const person = inRole.get('outside owner');
    const answer = await knock(route, { cookie: person?.cookie ?? '', origin: 'https://evil.example' });
    if (route.method === 'GET') expect(answer.code).not.toBe('wrong_origin');
    else expect(answer).toMatchObject({ status: 403, code: 'wrong_origin' });
  });

  test('an API key opens it only with the right scope', async () => {
    const owner = inRole.get('outside owner');
    if (!owner) throw new Error('no owner');
    for (const scope of keyScopes) {
      const secret = randomUUID();
      const key = {
        id: randomUUID(),
        name: scope,
        prefix: 'x',
        scopes: [scope],
        createdAt: new Date(),
        lastUsedAt: null,
        expiresAt: null,
      };
      await insertKey(server.services.database.kysely, {
        ...key,
        personId: owner.id,
        tokenHash: hashToken(secret),
      });
      const actor = { personId: owner.id, deploymentRole: 'owner' as const, scopes: [scope] };
      const thing = route.path.includes(':projectId')
        ? ({ kind: 'project', roles: [] } as const)
        : ({ kind: 'deployment' } as const);
      const answer = await knock(route, { authorization: `Bearer ${secret}` });
      expect([scope, gates.has(answer.code ?? '')]).toEqual([
        scope,
        !can(actor, route.access as Action, thing),
      ]);
    }
  });
});

describe.each(inProject.map((route) => [route.id, route] as const))('%s in a project', (_id, route) => {
  test.each(projectRoles)('answers a %s as the rule says', async (role: ProjectRole) => {
    const person = inRole.get(role);
    const allowed = can(
      { personId: person?.id ?? '', deploymentRole: 'member', scopes: null },
      route.access as Action,
      { kind: 'project', roles: [role] },
    );
    const answer = await knock(route, { cookie: person?.cookie ?? '' });
    expect(gates.has(answer.code ?? '')).toBe(!allowed);
    expect(answer.status).toBeLessThan(500);
  });

  test('looks the same to outsiders whether the project exists or not', async () => {
    const outsider = inRole.get('outside lead');
    const cookie = outsider?.cookie ?? '';
    const there = await knock(route, { cookie });
    const away = await fetch(addressOf(route).replace(project.id, randomUUID()), {
      method: route.method,
      headers: { cookie, origin: server.address, 'content-type': 'application/json' },
      ...(route.method === 'GET' ? {} : { body: '{"unknown field":1}' }),
    });
    const withoutRequestId = (text: string) => text.replace(/"requestId":"[^"]+"/, '');
    expect(there).toMatchObject({ status: 404, code: 'not_found' });
    expect(withoutRequestId(await away.text())).toBe(withoutRequestId(there.body));
  });
});

describe.each(inDeployment.map((route) => [route.id, route] as const))(
  '%s in the deployment',
  (_id, route) => {
    test.each(deploymentRoles)('answers a deployment %s as the rule says', async (role: DeploymentRole) => {
      const person = inRole.get(`outside ${role}`);
      const allowed = can(
        { personId: person?.id ?? '', deploymentRole: role, scopes: null },
        route.access as Action,
        { kind: 'deployment' },
      );
      const answer = await knock(route, { cookie: person?.cookie ?? '' });
      expect(gates.has(answer.code ?? '')).toBe(!allowed);
      expect(answer.status).toBeLessThan(500);
    });
  },
);

test('every write names unknown fields instead of ignoring them', async () => {
  const owner = inRole.get('outside owner');
  const lead = project.lead;
  for (const route of guarded) {
    if (route.method === 'GET' || route.transport !== 'json' || !route.body) continue;
    const person =
      route.access === 'judge' ? inRole.get('annotator') : route.path.includes(':projectId') ? lead : owner;
    const answer = await knock(route, { cookie: person?.cookie ?? '' });
    expect([route.id, answer.status]).toEqual([route.id, 422]);
  }
});
