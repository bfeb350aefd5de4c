import { afterAll, beforeAll, expect, test } from 'vitest';
import { readOwnDay } from '#contract/judging.ts';
import { readProject, updateProject } from '#contract/projects.ts';
import { addJudgment } from '#test/support/judgments.ts';
import { addPerson } from '#test/support/people.ts';
import { addProject, validAnswers } from '#test/support/projects.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ withJobs: false });
});
afterAll(() => server.stop());

const same = validAnswers();
const other = validAnswers({ verdict: 'prefers', responseId: 'r2', strength: 1 });

async function sharedProject(items: number, agreeing: number) {
  const project = await addProject(server, { items, overlap: 2 });
  const params = { projectId: project.id };
  const ada = await addPerson(server, params);
  const ben = await addPerson(server, params);
  for (const [index, itemId] of project.itemIds.entries()) {
    const judgment = { ...params, itemId, activeMs: 1_000 * (index + 1) };
    const submittedAt = new Date(index < 2 ? '2026-03-01T08:00:00Z' : '2026-03-02T08:00:00Z');
    await addJudgment(server, { ...judgment, annotatorId: ada.id, answers: same, submittedAt });
    const answers = index < agreeing ? same : other;
    await addJudgment(server, { ...judgment, annotatorId: ben.id, answers, submittedAt });
  }
  // As the queue would leave them.
  await server.services.database.pool.query(
    'update items set done = 2, remaining = 0 where project_id = $1',
    [project.id],
  );
  return { project, params, ada };
}

test('the day holds what was done since it began, the median time and how often others said the same', async () => {
  const { params, ada } = await sharedProject(12, 9);
  const query = { dayStartedAt: '2026-03-02T00:00:00.000Z' };
  const day = await ada.client.call(readOwnDay, { params, query });
  expect(day).toMatchObject({ doneToday: 10, doneTotal: 12, medianActiveMs: 6_000, targetPerDay: null });
  expect(day.agreement).toMatchObject({ share: 0.75, sharedItems: 12 });
});

test('nine shared items say nothing about agreement yet', async () => {
  const { params, ada } = await sharedProject(9, 9);
  expect((await ada.client.call(readOwnDay, { params, query: {} })).agreement).toBeNull();
});

test('what may still be changed is not compared: nobody learns by changing what others said', async () => {
  const { params, ada, project } = await sharedProject(12, 9);
  const { pool } = server.services.database;
  const agreement = async () => (await ada.client.call(readOwnDay, { params, query: {} })).agreement;
  await pool.query('update projects set amend_window_ms = 3600000 where id = $1', [project.id]);
  await pool.query(`update assignments set finished_at = now() where item_id = $1 and annotator_id = $2`, [
    project.itemIds[0],
    ada.id,
  ]);
  expect(await agreement()).toMatchObject({ sharedItems: 11 });
  await pool.query('update projects set amend_window_ms = 0 where id = $1', [project.id]);
  expect(await agreement()).toMatchObject({ sharedItems: 12 });
});

test('a lead sets how many judgments are asked for a day, and takes it back', async () => {
  const project = await addProject(server);
  const params = { projectId: project.id };
  const ada = await addPerson(server, params);
  const target = async () => (await ada.client.call(readOwnDay, { params, query: {} })).targetPerDay;
  for (const targetPerDay of [80, null]) {
    const { revision } = await project.lead.client.call(readProject, { params });
    await project.lead.client.call(updateProject, { params, body: { revision, targetPerDay } });
    expect(await target()).toBe(targetPerDay);
  }
});
