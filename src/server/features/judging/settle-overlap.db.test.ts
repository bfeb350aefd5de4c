import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amendJudgment, submitJudgment, takeHand } from '#contract/judging.ts';
import { readOverlap, setOverlap } from '#contract/overlap.ts';
import { readProject, updateProject } from '#contract/projects.ts';
import { publishRubric } from '#contract/rubrics.ts';
import type { Answers } from '#domain/judging/answers.ts';
import { rubricTemplates } from '#domain/rubrics/templates.ts';
import { addPerson, type TestPerson } from '#test/support/people.ts';
import { addProject, type TestProject, validAnswers } from '#test/support/projects.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const settings = { least: 2, most: 4, certainty: 0.85, extra: 1 };
const first: Answers = validAnswers();
const second: Answers = validAnswers({ verdict: 'prefers', responseId: 'r2', strength: 1 });

async function adaptiveProject(options: { items?: number; settings?: typeof settings } = {}) {
  const project = await addProject(server, { items: options.items ?? 1, overlap: 3 });
  const params = { projectId: project.id };
  await project.lead.client.call(setOverlap, { params, body: { settings: options.settings ?? settings } });
  return project;
}

async function annotators(project: TestProject, count: number): Promise<TestPerson[]> {
  return Promise.all(
    Array.from({ length: count }, () => addPerson(server, { projectId: project.id, roles: ['annotator'] })),
  );
}

async function take(person: TestPerson, projectId: string) {
  const { assignments } = await person.client.call(takeHand, { params: { projectId }, body: { size: 1 } });
  return assignments[0];
}

async function judge(person: TestPerson | undefined, projectId: string, answers: Answers) {
  if (person === undefined) throw new Error('nobody there');
  const task = await take(person, projectId);
  if (task === undefined) return undefined;
  return person.client.call(submitJudgment, {
    params: { projectId, assignmentId: task.assignmentId },
    body: { clientId: randomUUID(), answers, activeMs: 1_000 },
  });
}

async function itemOf(project: TestProject) {
  const { rows } = await server.services.database.pool.query<{
    wanted: number;
    remaining: number;
    done: number;
  }>('select wanted, remaining, done from items where project_id = $1 order by id limit 1', [project.id]);
  return rows[0];
}

/** The words in which settings are refused. */
async function wordsOf(act: Promise<unknown>): Promise<string> {
  const error = await act.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ code: 'overlap_invalid' });
  return (error as Error).message;
}

const stateOf = (project: TestProject) =>
  project.lead.client.call(readOverlap, { params: { projectId: project.id } });

describe('where answers decide how many judgments an item gets', () => {
  it('two that agree settle it, and the place that is left goes to other items', async () => {
    const project = await adaptiveProject();
    const [ann, ben, cal] = await annotators(project, 3);
    await judge(ann, project.id, first);
    expect(await itemOf(project)).toEqual({ wanted: 3, remaining: 2, done: 1 });
    await judge(ben, project.id, first);
    expect(await itemOf(project)).toEqual({ wanted: 2, remaining: 0, done: 2 });
    expect(await judge(cal, project.id, first)).toBeUndefined();
    expect(await stateOf(project)).toMatchObject({ settled: 1, split: 0, balance: 2 });
  });

  it('three that do not agree get a fourth, who may still find it behind their place in the queue', async () => {
    const project = await adaptiveProject();
    const [ann, ben, cal, dee] = await annotators(project, 4);
    await judge(ann, project.id, first);
    await judge(ben, project.id, second);
    await judge(cal, project.id, validAnswers({ verdict: 'tie' }));
    expect(await itemOf(project)).toEqual({ wanted: 4, remaining: 1, done: 3 });
    expect(await stateOf(project)).toMatchObject({ extended: 1, balance: 0, open: 1 });
    await judge(dee, project.id, second);
    expect(await itemOf(project)).toMatchObject({ remaining: 0, done: 4 });
    const { split, splitItems } = await stateOf(project);
    expect(split).toBe(1);
    expect(splitItems).toMatchObject([{ itemId: project.itemIds[0], label: 'r2', judgments: 4 }]);
  });

  it('no place is added beyond what the lead allowed', async () => {
    const project = await adaptiveProject({ settings: { ...settings, extra: 0 } });
    const [ann, ben, cal] = await annotators(project, 3);
    await judge(ann, project.id, first);
    await judge(ben, project.id, second);
    await judge(cal, project.id, validAnswers({ verdict: 'tie' }));
    expect(await itemOf(project)).toEqual({ wanted: 3, remaining: 0, done: 3 });
    expect(await stateOf(project)).toMatchObject({ split: 1, extended: 0, balance: 0 });
  });

  it('an amended answer is weighed again', async () => {
    const project = await adaptiveProject();
    const [ann, ben, cal] = await annotators(project, 3);
    await judge(ann, project.id, first);
    const task = ben && (await take(ben, project.id));
    if (ben === undefined || task === undefined) throw new Error('no task');
    const params = { projectId: project.id, assignmentId: task.assignmentId };
    const { judgmentId } = await ben.client.call(submitJudgment, {
      params,
      body: { clientId: randomUUID(), answers: second, activeMs: 1 },
    });
    expect(await stateOf(project)).toMatchObject({ settled: 0, open: 1 });
    await ben.client.call(amendJudgment, {
      params,
      body: { clientId: randomUUID(), answers: first, activeMs: 1, supersedes: judgmentId },
    });
    expect(await stateOf(project)).toMatchObject({ settled: 1, open: 0 });
    expect(await judge(cal, project.id, first)).toBeUndefined();
  });

  it('what a killed process left undecided is decided when somebody asks for a task', async () => {
    const project = await adaptiveProject({ items: 2 });
    const [ann, ben, cal] = await annotators(project, 3);
    await judge(ann, project.id, first);
    await judge(ben, project.id, first);
    const { pool } = server.services.database;
    await pool.query('update items set wanted = 3, remaining = 1 where project_id = $1 and done = 2', [
      project.id,
    ]);
    await pool.query(
      'insert into overlap_checks (item_id, project_id) select id, project_id from items where project_id = $1 and done = 2',
      [project.id],
    );
    // Leases are looked after at most once a second, and so is this.
    server.setNow(new Date(Date.now() + 5_000));
    const task = cal && (await take(cal, project.id));
    server.setNow(null);
    expect(task?.itemId).toBe(project.itemIds[1]);
  });

  it('new settings are carried out on what was judged before', async () => {
    const project = await addProject(server, { items: 30, overlap: 3 });
    const [ann, ben] = await annotators(project, 2);
    for (const person of [ann, ben])
      for (let count = 0; count < 25; count += 1) await judge(person, project.id, first);
    const params = { projectId: project.id };
    await project.lead.client.call(setOverlap, { params, body: { settings } });
    await expect.poll(async () => (await stateOf(project)).settled, { timeout: 20_000 }).toBe(25);
    expect(await stateOf(project)).toMatchObject({ open: 0, balance: 26 });
  });

  it('many who submit at once leave the counts right', async () => {
    const project = await adaptiveProject({ items: 6, settings: { ...settings, extra: 3 } });
    const people = await annotators(project, 8);
    await Promise.all(
      people.map(async (person, index) => {
        while ((await judge(person, project.id, index % 2 === 0 ? first : second)) !== undefined);
      }),
    );
    const { rows } = await server.services.database.pool.query<{ off: number; most: number; wanted: number }>(
      `select count(*) filter (where i.remaining + i.done + (select count(*) from assignments a where a.item_id = i.id and a.state = 'leased') <> i.wanted)::int as off,
        max(i.done)::int as most, sum(i.wanted)::int as wanted from items i where i.project_id = $1`,
      [project.id],
    );
    expect(rows[0]).toMatchObject({ off: 0 });
    expect(rows[0]?.most).toBeLessThanOrEqual(4);
    const { balance } = await stateOf(project);
    expect((rows[0]?.wanted ?? 0) + balance).toBe(6 * 3 + 3);
  });

  it('another number of judgments leaves alone what is settled', async () => {
    const project = await adaptiveProject({ items: 2 });
    const [ann, ben] = await annotators(project, 2);
    await judge(ann, project.id, first);
    await judge(ben, project.id, first);
    const { client } = project.lead;
    const params = { projectId: project.id };
    const { revision } = await client.call(readProject, { params });
    await client.call(updateProject, { params, body: { revision, overlap: 4 } });
    expect(await itemOf(project)).toEqual({ wanted: 2, remaining: 0, done: 2 });
  });
});

describe('settings that cannot be', () => {
  it.each([
    ['fewer at most than at least', { least: 4, most: 2 }],
    ['items that begin outside the bounds', { least: 4, most: 5 }],
  ])('are refused in words: %s', async (_, given) => {
    const project = await addProject(server, { items: 0, overlap: 3 });
    const refusal = await wordsOf(
      project.lead.client.call(setOverlap, {
        params: { projectId: project.id },
        body: { settings: { ...settings, ...given } },
      }),
    );
    expect(refusal).toMatch(/at most|the most/);
  });

  it('are refused where answers are numbers only', async () => {
    const project = await addProject(server, { items: 0, overlap: 3 });
    const rubric = rubricTemplates.find(({ key }) => key === 'helpsteer_five_attributes')?.rubric;
    if (rubric === undefined) throw new Error('no template');
    await project.lead.client.call(publishRubric, {
      params: { projectId: project.id },
      body: { rubric: rubric as never, note: '', basedOn: 1 },
    });
    const call = project.lead.client.call(setOverlap, {
      params: { projectId: project.id },
      body: { settings },
    });
    expect(await wordsOf(call)).toContain('overall preference');
  });
});
