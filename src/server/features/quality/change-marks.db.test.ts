import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { addModelEndpoint, changeModelEndpoint } from '#contract/models.ts';
import { listChangeMarks } from '#server/store/quality-store.ts';
import { type FakeModelServer, startFakeModelServer } from '#test/support/fake-model-server.ts';
import { importThrough } from '#test/support/imports.ts';
import { addProject, type TestProject } from '#test/support/projects.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
let fake: FakeModelServer;
beforeAll(async () => {
  fake = await startFakeModelServer({ key: 'sk-canary' });
  server = await startTestServer({ models: { privateHosts: ['127.0.0.1'], silenceMs: 500 } });
});
afterAll(async () => {
  await server.stop();
  await fake.stop();
});
afterEach(() => server.setNow(null));

/** Names of models with the version, by the moment at which they came. */
async function modelsThatCame(project: TestProject): Promise<string[]> {
  const marks = await listChangeMarks(server.services.database.kysely, project.id);
  return marks
    .filter(({ kind }) => kind === 'model')
    .map(({ names, version, at }) => `${at.toISOString().slice(0, 10)} ${names.join('+')} ${version}`);
}

function pairs(modelA: string, modelB: string, count: number): string {
  const rows = Array.from(
    { length: count },
    (_, row) => `Why ${row}?,${modelA} says ${row},${modelB} says ${row},${modelA},${modelB}\n`,
  );
  return `question,response_a,response_b,model_a,model_b\n${rows.join('')}`;
}

test('a model counts as new with the first import that brings it, and those of one import come together', async () => {
  const project = await addProject(server, { items: 0 });
  const importAt = async (day: string, content: string) => {
    server.setNow(new Date(`${day}T10:00:00Z`));
    const { state, itemsAdded } = await importThrough(project.lead, project.id, { content });
    expect(state).toBe('done');
    return itemsAdded;
  };
  expect(await importAt('2026-03-02', pairs('m-1', 'm-2', 2_500))).toBe(2_500);
  expect(await importAt('2026-03-09', pairs('m-2', 'm-3', 3))).toBe(3);
  expect(await importAt('2026-03-10', pairs('m-2', 'm-3', 3))).toBe(0);
  expect(await modelsThatCame(project)).toEqual(['2026-03-02 m-1+m-2 1', '2026-03-09 m-3 1']);
});

test('a model that people talk with counts anew when it is exchanged, and not when its key or name is', async () => {
  const project = await addProject(server, { items: 1 });
  const params = { projectId: project.id };
  server.setNow(new Date('2026-03-02T10:00:00Z'));
  const { endpointId } = await project.lead.client.call(addModelEndpoint, {
    params,
    body: { name: 'Talker', baseUrl: fake.baseUrl, model: 'model-one', key: 'sk-canary' },
  });
  const change = async (revision: number, body: { key?: string; name?: string; model?: string }) => {
    server.setNow(new Date(`2026-03-0${2 + revision}T10:00:00Z`));
    await project.lead.client.call(changeModelEndpoint, {
      params: { ...params, endpointId },
      body: { revision, ...body },
    });
  };
  await change(1, { key: 'sk-canary' });
  await change(2, { name: 'Speaker' });
  await change(3, { model: 'model-two' });
  expect(await modelsThatCame(project)).toEqual(['2026-03-02 Talker 1', '2026-03-05 Speaker 4']);
});
