import { afterAll, beforeAll, expect, test } from 'vitest';
import { askEndpoint } from '#server/services/model-client/ask-endpoint.ts';
import type { Services } from '#server/services/services.ts';
import { listEndpoints, markEndpointRemoved } from '#server/store/model-endpoint-store.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';
import { allowScriptedModels, connectScriptedModels } from './connect-scripted-models.ts';
import { seedDemo } from './seed-demo.ts';
import { type ScriptedModels, startScriptedModels } from './start-scripted-models.ts';

let server: TestServer;
let first: ScriptedModels;
let second: ScriptedModels;
beforeAll(async () => {
  server = await startTestServer({ demo: true, withJobs: false });
  await seedDemo(server.services);
  first = await startScriptedModels();
  second = await startScriptedModels();
});
afterAll(async () => {
  await first?.stop();
  await second?.stop();
  await server?.stop();
});

function servicesFor(scripts: ScriptedModels): Services {
  return { ...server.services, config: allowScriptedModels(server.services.config, scripts) };
}

async function chatEndpoints() {
  const { rows } = await server.services.database.pool.query<{ id: string }>(
    `select id from projects where name = 'Live chat with scripts'`,
  );
  return listEndpoints(server.services.database.kysely, rows[0]?.id ?? '');
}

test('the scripts are registered once, tried, and found again on another port', async () => {
  await connectScriptedModels(servicesFor(first), { baseUrl: first.baseUrl, isNew: true });
  const before = await chatEndpoints();
  expect(before.map(({ probe }) => [probe?.works, probe?.streams])).toEqual(before.map(() => [true, true]));
  expect(before).toHaveLength(3);

  const [removed] = before;
  if (removed)
    await markEndpointRemoved(server.services.database.kysely, { ...removed, endpointId: removed.id });
  await connectScriptedModels(servicesFor(second), { baseUrl: second.baseUrl, isNew: false });
  const after = await chatEndpoints();
  expect(after.map(({ baseUrl, probe }) => [baseUrl, probe?.works])).toEqual([
    [second.baseUrl, true],
    [second.baseUrl, true],
  ]);
});

test('a reply is streamed and says that it comes from a script', async () => {
  const [endpoint] = await chatEndpoints();
  if (!endpoint) throw new Error('There is no model.');
  const pieces: string[] = [];
  const end = await askEndpoint(servicesFor(second), {
    endpoint,
    messages: [{ role: 'user', content: 'My train is late.' }],
    signal: AbortSignal.timeout(10_000),
    onText: (piece) => pieces.push(piece),
  });
  expect(end).toMatchObject({ state: 'complete', streamed: true });
  expect(pieces.length).toBeGreaterThan(5);
  expect(end.text).toContain('A script of the demo, no language model');
});
