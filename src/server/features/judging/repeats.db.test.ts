import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as judging from '#contract/judging.ts';
import { readRepeats, setRepeats } from '#contract/repeats.ts';
import { readProgress } from '#contract/results.ts';
import { publishRubric } from '#contract/rubrics.ts';
import type { Answers } from '#domain/judging/answers.ts';
import type { RepeatSettings } from '#domain/queue/repeats.ts';
import { rubricTemplates } from '#domain/rubrics/templates.ts';
import { addPerson, type TestPerson } from '#test/support/people.ts';
import { addProject, type TestProject, validAnswers } from '#test/support/projects.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const often: RepeatSettings = { sharePercent: 20, leastTasks: 5, leastHours: 0 };

async function repeating(settings: Partial<RepeatSettings> = {}, options: { items?: number } = {}) {
  const project = await addProject(server, { items: 60, overlap: 1, ...options });
  const ann = await addPerson(server, { projectId: project.id });
  await project.lead.client.call(setRepeats, {
    params: { projectId: project.id },
    body: { ...often, ...settings },
  });
  return { project, ann };
}

async function take(project: TestProject, person: TestPerson, size = 1) {
  return person.client.call(judging.takeHand, { params: { projectId: project.id }, body: { size } });
}

const prefersFirst = validAnswers({ verdict: 'prefers', responseId: 'r1', strength: 2 });

const submit = (
  project: TestProject,
  person: TestPerson,
  assignmentId: string,
  answers: Answers = prefersFirst,
) =>
  person.client.call(judging.submitJudgment, {
    params: { projectId: project.id, assignmentId },
    body: { clientId: randomUUID(), answers, activeMs: 1_000 },
  });

async function judge(project: TestProject, person: TestPerson, count: number) {
  for (let turn = 0; turn < count; turn += 1) {
    const [task] = (await take(project, person)).assignments;
    if (!task) return;
    await submit(project, person, task.assignmentId);
  }
}

interface TaskRow {
  readonly id: string;
  readonly itemId: string;
  readonly repeatsId: string | null;
  readonly state: string;
  readonly order: number[];
}

/** What the tasks of a person were, in the order in which they were given out. */
async function tasksOf(project: TestProject, person: TestPerson): Promise<TaskRow[]> {
  const result = await server.services.database.pool.query<TaskRow>(
    `select id, item_id as "itemId", repeats_id as "repeatsId", state, shown_order as "order" from assignments
     where project_id = $1 and annotator_id = $2 order by id`,
    [project.id, person.id],
  );
  return result.rows;
}

async function brokenItems(project: TestProject): Promise<unknown[]> {
  const result = await server.services.database.pool.query(
    `select i.id from items i where i.project_id = $1 and (
       remaining + (select count(*) from assignments a where a.item_id = i.id and a.repeats_id is null and a.state in ('leased', 'submitted')) <> wanted
       or done <> (select count(*) from assignments a where a.item_id = i.id and a.repeats_id is null and a.state = 'submitted'))`,
    [project.id],
  );
  return result.rows;
}

/** Draws are by a key: holding on until one comes. */
async function untilRepeat(project: TestProject, person: TestPerson): Promise<TaskRow> {
  for (let turn = 0; turn < 45; turn += 1) {
    await take(project, person);
    const task = (await tasksOf(project, person)).find(({ state }) => state === 'leased');
    if (task === undefined) throw new Error('nothing was given out');
    if (task.repeatsId !== null) return task;
    await submit(project, person, task.id);
  }
  throw new Error('no task came a second time');
}

describe('A task that comes a second time', () => {
  test('was judged before, far enough back, and comes in reverse order, once', async () => {
    const { project, ann } = await repeating();
    await judge(project, ann, 100);
    const tasks = await tasksOf(project, ann);
    const repeats = tasks.filter(({ repeatsId }) => repeatsId !== null);
    expect(repeats.length).toBeGreaterThan(3);
    expect(new Set(repeats.map(({ itemId }) => itemId)).size).toBe(repeats.length);
    for (const repeat of repeats) {
      const [at, before] = [tasks.indexOf(repeat), tasks.findIndex(({ id }) => id === repeat.repeatsId)];
      expect(at - before).toBeGreaterThan(often.leastTasks);
      expect(tasks[before]).toMatchObject({ itemId: repeat.itemId, order: repeat.order.toReversed() });
    }
    expect(await brokenItems(project)).toEqual([]);
    // The last task is no repeat: repeats alone at the end of a queue would be known as such.
    expect(tasks.at(-1)?.repeatsId).toBeNull();
  });

  test('never comes where nobody asked for it, nor before the hours are over, nor under another rubric', async () => {
    const off = await repeating({ sharePercent: 0 }, { items: 30 });
    await judge(off.project, off.ann, 30);
    const early = await repeating({ leastHours: 1 }, { items: 30 });
    await judge(early.project, early.ann, 20);
    const other = await repeating({}, { items: 40 });
    await judge(other.project, other.ann, 4);
    const rubric = rubricTemplates.find(({ key }) => key === 'pairwise_7_point')?.rubric;
    if (!rubric) throw new Error('there is such a template');
    await other.project.lead.client.call(publishRubric, {
      params: { projectId: other.project.id },
      body: {
        basedOn: 1,
        rubric: { ...rubric, criteria: rubric.criteria.map((each) => ({ ...each, help: 'Anew.' })) },
        note: '',
      },
    });
    await judge(other.project, other.ann, 5);
    for (const { project, ann } of [off, early, other])
      expect((await tasksOf(project, ann)).filter(({ repeatsId }) => repeatsId !== null)).toEqual([]);
    server.setNow(new Date(Date.now() + 3_700_000));
    await untilRepeat(early.project, early.ann);
    server.setNow(null);
  });

  test('counts for nothing: no place, no progress, no judgment of its item', async () => {
    const { project, ann } = await repeating();
    const repeat = await untilRepeat(project, ann);
    const before = await project.lead.client.call(readProgress, { params: { projectId: project.id } });
    await submit(project, ann, repeat.id);
    const after = await project.lead.client.call(readProgress, { params: { projectId: project.id } });
    expect(after.judgmentsTotal).toBe(before.judgmentsTotal);
    expect(after.people.map(({ judgments }) => judgments)).toEqual(
      before.people.map(({ judgments }) => judgments),
    );
    expect(await brokenItems(project)).toEqual([]);
    const state = await project.lead.client.call(readRepeats, { params: { projectId: project.id } });
    expect(state).toMatchObject({ settings: often, isPossible: true, given: 1, answered: 1, skipped: 0 });
  });

  test('that is skipped never comes again, and another one only as often as ever', async () => {
    const { project, ann } = await repeating();
    const repeat = await untilRepeat(project, ann);
    const params = { projectId: project.id, assignmentId: repeat.id };
    expect(await ann.client.call(judging.skipAssignment, { params, body: { reason: 'unclear' } })).toEqual(
      {},
    );
    await judge(project, ann, 60);
    const same = (await tasksOf(project, ann)).filter(({ itemId }) => itemId === repeat.itemId);
    expect(same.map(({ state }) => state)).toEqual(['submitted', 'skipped']);
    expect(await brokenItems(project)).toEqual([]);
  });

  test('is taken after its lease ran out, though the person judged the item before', async () => {
    const { project, ann } = await repeating();
    const repeat = await untilRepeat(project, ann);
    server.setNow(new Date(Date.now() + 3_600_000));
    await server.services.database.pool.query(
      `update assignments set state = 'expired', finished_at = now() where id = $1`,
      [repeat.id],
    );
    const receipt = await submit(project, ann, repeat.id);
    server.setNow(null);
    expect(receipt).toMatchObject({ late: true, replayed: false });
    expect(await brokenItems(project)).toEqual([]);
  });

  test('is given once where three windows of a person reach for it at once', async () => {
    const { project, ann } = await repeating();
    await judge(project, ann, 20);
    for (let turn = 0; turn < 8; turn += 1) {
      await Promise.all([take(project, ann, 3), take(project, ann, 3), take(project, ann, 3)]);
      const held = (await tasksOf(project, ann)).filter(({ state }) => state === 'leased');
      expect(held).toHaveLength(3);
      // The same task from two windows at once is one judgment.
      for (const { id } of held)
        await Promise.allSettled([submit(project, ann, id), submit(project, ann, id)]);
    }
    const repeats = (await tasksOf(project, ann)).filter(({ repeatsId }) => repeatsId !== null);
    expect(repeats.length).toBeGreaterThan(0);
    expect(new Set(repeats.map(({ itemId }) => itemId)).size).toBe(repeats.length);
    expect(await brokenItems(project)).toEqual([]);
  });

  test('cannot stand twice, whoever writes it', async () => {
    const { project, ann } = await repeating();
    const repeat = await untilRepeat(project, ann);
    const again = server.services.database.pool.query(
      `insert into assignments (id, project_id, item_id, annotator_id, state, slot, shown_order, rubric_version, guideline_version, leased_at, lease_until, repeats_id)
       select $2, project_id, item_id, annotator_id, state, 3, shown_order, 1, 0, leased_at, lease_until, repeats_id from assignments where id = $1`,
      [repeat.id, server.services.newId()],
    );
    await expect(again).rejects.toMatchObject({ constraint: 'once_per_person' });
  });
});

test('a repeat looks like any other task: form, receipt, name of the item, own judgments', async () => {
  const { project, ann } = await repeating();
  const repeat = await untilRepeat(project, ann);
  const hand = await take(project, ann, 3);
  const formOf = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map((part) => JSON.stringify(formOf(part))).sort()
      : value !== null && typeof value === 'object'
        ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, formOf(part)]))
        : typeof value;
  expect(new Set(hand.assignments.map((task) => JSON.stringify(formOf(task)))).size).toBe(1);
  const receipts = [];
  for (const { assignmentId } of hand.assignments) receipts.push(await submit(project, ann, assignmentId));
  expect(new Set(receipts.map((receipt) => JSON.stringify(formOf({ ...receipt })))).size).toBe(1);
  const own = await ann.client.call(judging.listOwnJudgments, {
    params: { projectId: project.id },
    query: { limit: 50 },
  });
  const names = own.judgments.map(({ itemId }) => itemId);
  expect(names.filter((name) => project.itemIds.includes(name))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
  expect(own.judgments.some(({ assignmentId }) => assignmentId === repeat.id)).toBe(true);
  expect(JSON.stringify([hand, receipts, own])).not.toMatch(/repeat|takesPlace|takes_place/i);
});
