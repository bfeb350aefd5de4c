import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as judging from '#contract/judging.ts';
import type { Answers, Unsettled } from '#domain/judging/answers.ts';
import { addPerson, type TestPerson } from '#test/support/people.ts';
import { addProject, validAnswers } from '#test/support/projects.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ withJobs: false });
});
afterAll(() => server.stop());

const refusals: Unsettled = { section: 'Refusals', note: 'Says nothing about jokes.' };

/** Answers that leave the whole judgment to the lead. */
function unsettled(said: Unsettled = refusals): Answers {
  const { pair, ...rest } = validAnswers();
  const keys = Object.keys(pair);
  return { ...rest, pair: {}, unsettled: Object.fromEntries(keys.map((key) => [key, said])) };
}

async function oneTask() {
  const project = await addProject(server);
  const ann = await addPerson(server, { projectId: project.id });
  const hand = await ann.client.call(judging.takeHand, {
    params: { projectId: project.id },
    body: { size: 1 },
  });
  const [task] = hand.assignments;
  if (!task) throw new Error('no task');
  return { project, ann, task, params: { projectId: project.id, assignmentId: task.assignmentId } };
}

type Params = Awaited<ReturnType<typeof oneTask>>['params'];

const submit = (person: TestPerson, params: Params, answers: Answers, clientId: string = randomUUID()) =>
  person.client.call(judging.submitJudgment, { params, body: { clientId, answers, activeMs: 1_000 } });

const amend = (person: TestPerson, params: Params, supersedes: string, answers: Answers) =>
  person.client.call(judging.amendJudgment, {
    params,
    body: { clientId: randomUUID(), answers, activeMs: 1_000, supersedes },
  });

async function readFlags(projectId: string) {
  const { rows } = await server.services.database.pool.query(
    `select id, kind, criterion_key as "criterionKey", section, note, judgment_id as "judgmentId", resolved_at as "settledAt"
     from flags where project_id = $1 order by created_at, id`,
    [projectId],
  );
  return rows;
}

test('a criterion that the rubric does not settle is flagged with its section, and the judgment counts', async () => {
  const { project, ann, params, task } = await oneTask();
  const receipt = await submit(ann, params, unsettled());
  const [flag, ...others] = await readFlags(project.id);
  expect(others).toEqual([]);
  expect(flag).toMatchObject({ kind: 'rubric_unclear', ...refusals, judgmentId: receipt.judgmentId });
  const { rows } = await server.services.database.pool.query('select done from items where id = $1', [
    task.itemId,
  ]);
  expect(rows).toEqual([{ done: 1 }]);
});

test('an ordinary judgment raises no flag', async () => {
  const { project, ann, params } = await oneTask();
  await submit(ann, params, validAnswers());
  expect(await readFlags(project.id)).toEqual([]);
});

test('the same submission sent five times at once is flagged once', async () => {
  const { project, ann, params } = await oneTask();
  const clientId = randomUUID();
  const receipts = await Promise.all(
    Array.from({ length: 5 }, () => submit(ann, params, unsettled(), clientId)),
  );
  expect(new Set(receipts.map((receipt) => receipt.judgmentId)).size).toBe(1);
  expect(await readFlags(project.id)).toHaveLength(1);
});

test('an amendment that says it in other words keeps the flag, under the new judgment', async () => {
  const { project, ann, params } = await oneTask();
  const first = await submit(ann, params, unsettled());
  const [before] = await readFlags(project.id);
  const second = await amend(ann, params, first.judgmentId, unsettled({ section: 'Tone', note: '' }));
  expect(await readFlags(project.id)).toEqual([
    { ...before, section: 'Tone', note: '', judgmentId: second.judgmentId },
  ]);
});

test('an amendment that answers after all takes the flag away', async () => {
  const { project, ann, params } = await oneTask();
  const first = await submit(ann, params, unsettled());
  await amend(ann, params, first.judgmentId, validAnswers());
  expect(await readFlags(project.id)).toEqual([]);
});

test('an amendment leaves a flag that somebody has settled', async () => {
  const { project, ann, params } = await oneTask();
  const first = await submit(ann, params, unsettled());
  await server.services.database.pool.query('update flags set resolved_at = now() where project_id = $1', [
    project.id,
  ]);
  await amend(ann, params, first.judgmentId, validAnswers());
  expect(await readFlags(project.id)).toMatchObject([{ ...refusals, judgmentId: first.judgmentId }]);
});

test('an amendment can be the first to say it', async () => {
  const { project, ann, params } = await oneTask();
  const first = await submit(ann, params, validAnswers());
  const second = await amend(ann, params, first.judgmentId, unsettled());
  expect(await readFlags(project.id)).toMatchObject([{ ...refusals, judgmentId: second.judgmentId }]);
});

test('of two amendments at once one wins, and its flags are the only ones', async () => {
  const { project, ann, params } = await oneTask();
  const first = await submit(ann, params, unsettled());
  const said = [unsettled({ section: 'One', note: '' }), unsettled({ section: 'Two', note: '' })];
  const outcomes = await Promise.allSettled(
    said.map((answers) => amend(ann, params, first.judgmentId, answers)),
  );
  const won = outcomes.findIndex((outcome) => outcome.status === 'fulfilled');
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
  expect(await readFlags(project.id)).toMatchObject([{ section: ['One', 'Two'][won] }]);
});

test('a flag of one judgment and criterion cannot be written twice', async () => {
  const { project, ann, params } = await oneTask();
  await submit(ann, params, unsettled());
  const twice = server.services.database.pool.query(
    `insert into flags (id, project_id, item_id, assignment_id, person_id, kind, criterion_key, judgment_id, created_at)
     select gen_random_uuid(), project_id, item_id, assignment_id, person_id, kind, criterion_key, judgment_id, created_at from flags where project_id = $1`,
    [project.id],
  );
  await expect(twice).rejects.toMatchObject({ code: '23505' });
});
