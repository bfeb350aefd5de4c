import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as judging from '#contract/judging.ts';
import { computeQuality, readQuality } from '#contract/quality.ts';
import { setItemHold } from '#contract/questions.ts';
import { askForQuality } from '#server/store/quality-store.ts';
import { addJudgment } from '#test/support/judgments.ts';
import { addPerson, type TestPerson } from '#test/support/people.ts';
import { addProject, type TestProject, validAnswers } from '#test/support/projects.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';
import { runQuality } from './run-quality.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const prefers = (responseId: string) => validAnswers({ verdict: 'prefers', responseId, strength: 2 });
const paramsOf = (project: TestProject) => ({ params: { projectId: project.id } });
const read = (project: TestProject) => project.lead.client.call(readQuality, paramsOf(project));

/** Judges the next items in order, as the web app does; says which assignments came of it. */
async function judgeNext(project: TestProject, person: TestPerson, choices: readonly string[]) {
  const judged: { assignmentId: string; judgmentId: string }[] = [];
  for (const choice of choices) {
    const hand = await person.client.call(judging.takeHand, { ...paramsOf(project), body: { size: 1 } });
    const [task] = hand.assignments;
    if (!task) throw new Error('there is no task left');
    const params = { projectId: project.id, assignmentId: task.assignmentId };
    const body = { clientId: randomUUID(), answers: prefers(choice), activeMs: 1_000 };
    const { judgmentId } = await person.client.call(judging.submitJudgment, { params, body });
    judged.push({ assignmentId: task.assignmentId, judgmentId });
  }
  return judged;
}

/** Asks for a report and waits until it is kept. */
async function compute(project: TestProject) {
  await project.lead.client.call(computeQuality, paramsOf(project));
  return expect
    .poll(async () => (await read(project)).isComputing, { timeout: 60_000, interval: 200 })
    .toBe(false)
    .then(async () => (await read(project)).kept?.report);
}

test('the report rests on current judgments of items that were not dropped', {
  timeout: 120_000,
}, async () => {
  const project = await addProject(server, { items: 13 });
  const [one, other] = [
    await addPerson(server, { projectId: project.id, name: 'One' }),
    await addPerson(server, { projectId: project.id, name: 'Other' }),
  ];
  const { pool } = server.services.database;
  await pool.query(`update item_contents set metadata = '{"domain": "law"}' where item_id = any($1)`, [
    project.itemIds.slice(0, 10),
  ]);
  expect(await read(project)).toMatchObject({ kept: null, newerJudgments: 0, isDue: true });

  await judgeNext(
    project,
    one,
    Array.from({ length: 13 }, (_, index) => (index % 2 ? 'r1' : 'r2')),
  );
  const second = await judgeNext(
    project,
    other,
    // The first four differ.
    Array.from({ length: 13 }, (_, index) => (index % 2 === (index < 4 ? 1 : 0) ? 'r2' : 'r1')),
  );
  const [amended] = second;
  if (!amended) throw new Error('there are judgments');
  await other.client.call(judging.amendJudgment, {
    params: { projectId: project.id, assignmentId: amended.assignmentId },
    body: { clientId: randomUUID(), answers: prefers('r2'), activeMs: 1_000, supersedes: amended.judgmentId },
  });
  // The second item, on which the two differ, is dropped; so two of twelve are left.
  await project.lead.client.call(setItemHold, {
    params: { projectId: project.id, itemId: project.itemIds[1] ?? '' },
    body: { hold: 'dropped' },
  });

  const report = await compute(project);
  expect(report).toMatchObject({
    judgments: 24,
    items: 12,
    sharedItems: 12,
    comparedItems: 12,
    annotators: 2,
  });
  const overall = report?.criteria.find(({ key }) => key === report.mainKey);
  // Ten of twelve agree. 10 times r1 and 14 times r2 in all: expected 2·10·14/(24·23), observed 2/12.
  expect(overall).toMatchObject({
    units: 12,
    same: { value: expect.closeTo(10 / 12, 10), n: 12 },
    sameSide: { value: expect.closeTo(10 / 12, 10) },
    alpha: { value: expect.closeTo(1 - 2 / 12 / ((2 * 10 * 14) / (24 * 23)), 10) },
  });
  const sliced = overall?.slices.map(({ dimension, name, units, alpha }) => [
    dimension,
    name,
    units,
    alpha.reason,
  ]);
  expect(sliced).toEqual([
    ['domain', 'law', 9, 'too_few_units'],
    ['model_pair', 'model-one · model-two', 12, null],
    ['guideline', '1', 12, null],
    ['week', expect.stringMatching(/^\d{4}-\d\d-\d\d$/), 12, null],
  ]);
  expect(report?.people.map(({ name, share }) => [name, share.value, share.n])).toEqual([
    [expect.any(String), expect.closeTo(10 / 12, 10), 12],
    [expect.any(String), expect.closeTo(10 / 12, 10), 12],
  ]);
  expect(report?.matrix.cells).toMatchObject([{ a: 0, b: 1, n: 12, same: expect.closeTo(10 / 12, 10) }]);
  // model-one wins four, model-two six, two are split: 7 of 12.
  expect(report?.closeness?.strata.map(({ modelPairs, units }) => [modelPairs, units])).toEqual([
    [1, 12],
    [0, 0],
    [0, 0],
  ]);
  expect(await read(project)).toMatchObject({ newerJudgments: 0, isDue: false });

  const third = await addPerson(server, { projectId: project.id });
  await addJudgment(server, {
    ...{ projectId: project.id, itemId: project.itemIds[5] ?? '', annotatorId: third.id },
    answers: prefers('r1'),
  });
  // Later than any keeping of a report that took a while to compute.
  server.setNow(new Date(Date.now() + 3_600_000));
  expect(await read(project)).toMatchObject({ newerJudgments: 1, isDue: true });
  server.setNow(null);
});

test('of many who ask at once one puts a computation in line, and later ones find it there', async () => {
  const project = await addProject(server, { items: 1 });
  const { kysely, pool } = server.services.database;
  const ask = { projectId: project.id, now: new Date(), lostBefore: new Date(Date.now() - 60_000) };
  const asked = await Promise.all(
    Array.from({ length: 8 }, () => kysely.transaction().execute((one) => askForQuality(one, ask))),
  );
  expect(asked.filter((isFirst) => isFirst)).toHaveLength(1);
  const again = await project.lead.client.call(computeQuality, paramsOf(project));
  expect(again).toMatchObject({ isComputing: true, kept: null });
  const jobs = await pool.query(`select 1 from pgboss.job where name = 'quality' and data ->> 'rowId' = $1`, [
    project.id,
  ]);
  expect(jobs.rows).toEqual([]);
  // One that was asked for too long ago has died.
  const later = { ...ask, lostBefore: new Date(ask.now.getTime() + 1) };
  expect(await kysely.transaction().execute((one) => askForQuality(one, later))).toBe(true);
});

test('the same judgments give the same report, whoever computes it', async () => {
  const project = await addProject(server, { items: 15 });
  for (const answer of ['r1', 'r2']) {
    const person = await addPerson(server, { projectId: project.id });
    for (const [index, itemId] of project.itemIds.entries())
      await addJudgment(server, {
        ...{ projectId: project.id, itemId, annotatorId: person.id },
        answers: prefers(index % 3 ? 'r1' : answer),
      });
  }
  const first = await compute(project);
  await Promise.all([runQuality(server.services, project.id), runQuality(server.services, project.id)]);
  expect((await read(project)).kept?.report).toEqual(first);
  expect(first?.criteria[0]?.alpha.low).not.toBeNull();
});
