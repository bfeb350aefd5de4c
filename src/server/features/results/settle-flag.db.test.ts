import { afterAll, beforeAll, expect, test } from 'vitest';
import * as contract from '#contract/results.ts';
import { addJudgment } from '#test/support/judgments.ts';
import { addPerson } from '#test/support/people.ts';
import { addProject } from '#test/support/projects.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ withJobs: false });
});
afterAll(async () => {
  await server.stop();
});

async function oneFlag() {
  const project = await addProject(server, { items: 1 });
  const itemId = project.itemIds[0] ?? '';
  const annotator = await addPerson(server, { projectId: project.id });
  const { assignmentId } = await addJudgment(server, {
    projectId: project.id,
    itemId,
    annotatorId: annotator.id,
  });
  const flagId = server.services.newId();
  await server.services.database.pool.query(
    `insert into flags (id, project_id, item_id, assignment_id, person_id, kind, created_at)
     values ($1, $2, $3, $4, $5, 'broken', now())`,
    [flagId, project.id, itemId, assignmentId, annotator.id],
  );
  return { project, itemId, annotator, flagId, params: { projectId: project.id, flagId } };
}

type Setting = Awaited<ReturnType<typeof oneFlag>>;

/** Everything that counts or lists open flags. */
async function open({ project, itemId }: Setting) {
  const params = { projectId: project.id };
  const { client } = project.lead;
  return {
    progress: (await client.call(contract.readProgress, { params })).flagsOpen,
    list: (await client.call(contract.listItems, { params, query: { state: 'flagged' } })).rows.length,
    row: (await client.call(contract.listItems, { params })).rows.find((row) => row.itemId === itemId)?.flags,
    judgments: (await client.call(contract.listJudgments, { params, query: { flagged: 'true' } })).rows
      .length,
  };
}

const settle = (setting: Setting, body: { settled: boolean; note?: string }, by = setting.project.lead) =>
  by.client.call(contract.settleFlag, { params: setting.params, body });

test('a settled flag says by whom and is open nowhere', async () => {
  const setting = await oneFlag();
  const item = await settle(setting, { settled: true, note: 'Removed from the set.' });
  const { lead } = setting.project;
  expect(item.flags[0]?.settled).toMatchObject({ by: { personId: lead.id }, note: 'Removed from the set.' });
  expect(await open(setting)).toEqual({ progress: 0, list: 0, row: 0, judgments: 0 });
});

test('a flag opened again is open everywhere', async () => {
  const setting = await oneFlag();
  await settle(setting, { settled: true });
  expect((await settle(setting, { settled: false })).flags[0]?.settled).toBeNull();
  expect(await open(setting)).toEqual({ progress: 1, list: 1, row: 1, judgments: 1 });
});

test('of two who settle a flag at once one stays its settler', async () => {
  const setting = await oneFlag();
  const other = await addPerson(server, { projectId: setting.project.id, roles: ['safety'] });
  const both = await Promise.all([
    settle(setting, { settled: true, note: 'one' }),
    settle(setting, { settled: true, note: 'other' }, other),
  ]);
  const after = await settle(setting, { settled: true, note: 'late' });
  expect(after.flags[0]?.settled?.note).toMatch(/^(one|other)$/);
  for (const { flags } of both) expect(flags[0]?.settled).toEqual(after.flags[0]?.settled);
});

test('annotators and researchers settle nothing, and a flag of another project is not found', async () => {
  const setting = await oneFlag();
  const researcher = await addPerson(server, { projectId: setting.project.id, roles: ['researcher'] });
  for (const person of [setting.annotator, researcher])
    await expect(settle(setting, { settled: true }, person)).rejects.toMatchObject({ code: 'not_allowed' });
  const stranger = await oneFlag();
  const params = { projectId: stranger.project.id, flagId: setting.flagId };
  await expect(
    stranger.project.lead.client.call(contract.settleFlag, { params, body: { settled: true } }),
  ).rejects.toMatchObject({ code: 'not_found' });
});
