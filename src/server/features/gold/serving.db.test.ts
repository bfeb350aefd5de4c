import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { flagAssignment } from '#contract/flags.ts';
import * as contract from '#contract/gold.ts';
import * as judging from '#contract/judging.ts';
import { setMemberRoles } from '#contract/projects.ts';
import { readProgress } from '#contract/results.ts';
import { addPerson, type TestPerson } from '#test/support/people.ts';
import { addItems, addProject, type TestProject } from '#test/support/projects.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';
import { judgeTasks, prefers, serveAsGold, setSettings, submit, takeOne } from './gold.fixture.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

/** Items 0 to 3 are gold, the rest is ordinary work. */
async function goldProject(options: Parameters<typeof addProject>[1] = {}) {
  const project = await addProject(server, { items: 24, overlap: 2, ...options });
  const golds = project.itemIds.slice(0, 4);
  await serveAsGold(project, golds);
  const ann = await addPerson(server, { projectId: project.id });
  return { project, golds, ann };
}

/** What the tasks of a person were, oldest first. */
async function tasksOf(project: TestProject, person: TestPerson) {
  const result = await server.services.database.pool.query<{
    itemId: string;
    purpose: string | null;
    state: string;
  }>(
    `select item_id as "itemId", gold_purpose as purpose, state from assignments where project_id = $1 and annotator_id = $2 order by id`,
    [project.id, person.id],
  );
  return result.rows;
}

/** Places of ordinary work are open, held or done, whatever gold was given out beside. */
async function brokenItems(project: TestProject): Promise<unknown[]> {
  const result = await server.services.database.pool.query(
    `select i.id from items i where i.project_id = $1 and (
       remaining + (select count(*) from assignments a where a.item_id = i.id and a.takes_place and a.state in ('leased', 'submitted')) <> wanted
       or done <> (select count(*) from assignments a where a.item_id = i.id and a.takes_place and a.state = 'submitted'))`,
    [project.id],
  );
  return result.rows;
}

describe('Gold in the queue', () => {
  test('is not given out as ordinary work once it is served', async () => {
    const { project, golds, ann } = await goldProject();
    await judgeTasks(project, ann, { count: 30 });
    const tasks = await tasksOf(project, ann);
    expect(tasks).toHaveLength(20);
    expect(tasks.filter(({ itemId }) => golds.includes(itemId))).toEqual([]);
  });

  test('comes first where the lead asks for it, and then as a share', async () => {
    const { project, ann } = await goldProject({ items: 64 });
    await serveAsGold(project, project.itemIds.slice(4, 34));
    await setSettings(project, { firstTasks: 3, sharePercent: 50 });
    await judgeTasks(project, ann, { count: 30 });
    const kinds = (await tasksOf(project, ann)).map(({ purpose }) => purpose);
    expect(kinds.slice(0, 3)).toEqual(['test', 'test', 'test']);
    const later = kinds.slice(3).filter((purpose) => purpose !== null).length;
    expect(later).toBeGreaterThan(5);
    expect(later).toBeLessThan(22);
    expect(await brokenItems(project)).toEqual([]);
  });

  test('is never given twice to a person, nor in place of ordinary work where none is left', async () => {
    const { project, golds, ann } = await goldProject({ items: 6 });
    await setSettings(project, { firstTasks: 2, sharePercent: 50 });
    await judgeTasks(project, ann, { count: 30 });
    const tasks = await tasksOf(project, ann);
    expect(new Set(tasks.map(({ itemId }) => itemId)).size).toBe(tasks.length);
    expect(tasks.filter(({ itemId }) => !golds.includes(itemId))).toHaveLength(2);
    // The last task is ordinary: gold alone at the end of a queue would be known as gold.
    expect(tasks.at(-1)?.purpose).toBeNull();
  });

  test('does not depend on when a person comes: a task given back comes again', async () => {
    const { project, ann } = await goldProject();
    await setSettings(project, { sharePercent: 50 });
    await judgeTasks(project, ann, { count: 3 });
    for (let turn = 0; turn < 4; turn += 1) {
      await takeOne(project, ann);
      await ann.client.call(judging.releaseHand, { params: { projectId: project.id } });
    }
    const given = (await tasksOf(project, ann)).filter(({ state }) => state === 'released');
    expect(new Set(given.map(({ itemId }) => itemId)).size).toBe(1);
  });

  test('differs between people in order', async () => {
    const { project } = await goldProject();
    await setSettings(project, { firstTasks: 4 });
    const orders = new Set<string>();
    for (let turn = 0; turn < 5; turn += 1) {
      const person = await addPerson(server, { projectId: project.id });
      await judgeTasks(project, person, { count: 4 });
      orders.add((await tasksOf(project, person)).map(({ itemId }) => itemId).join());
    }
    expect(orders.size).toBeGreaterThan(1);
  });

  test('is given once where two windows of a person reach for it at once', async () => {
    const { project, ann } = await goldProject();
    await setSettings(project, { firstTasks: 4 });
    const take = () =>
      ann.client.call(judging.takeHand, { params: { projectId: project.id }, body: { size: 3 } });
    await Promise.all([take(), take(), take()]);
    const tasks = await tasksOf(project, ann);
    expect(tasks).toHaveLength(3);
    expect(new Set(tasks.map(({ itemId }) => itemId)).size).toBe(3);
    expect(await brokenItems(project)).toEqual([]);
  });

  test('is never given to who may read its answer, or could until their role was taken', async () => {
    const { project } = await goldProject();
    await setSettings(project, { firstTasks: 8 });
    const params = { projectId: project.id };
    const reviewer = await addPerson(server, { projectId: project.id, roles: ['reviewer', 'annotator'] });
    await judgeTasks(project, reviewer, { count: 3 });
    await project.lead.client.call(setMemberRoles, {
      params: { ...params, personId: reviewer.id },
      body: { roles: ['annotator'] },
    });
    await judgeTasks(project, reviewer, { count: 3 });
    expect((await tasksOf(project, reviewer)).map(({ purpose }) => purpose)).toEqual(Array(6).fill(null));
    // What became gold afterwards is news to them.
    await serveAsGold(project, project.itemIds.slice(20, 22));
    await judgeTasks(project, reviewer, { count: 3 });
    const later = (await tasksOf(project, reviewer)).slice(6);
    expect(later.map(({ purpose }) => purpose)).toEqual(['test', 'test', null]);
  });
});

describe('Acts on gold', () => {
  async function oneGold() {
    const { project, golds, ann } = await goldProject();
    await setSettings(project, { firstTasks: 1 });
    const task = await takeOne(project, ann);
    if (!task) throw new Error('no task');
    const params = { projectId: project.id, assignmentId: task.assignmentId };
    return { project, golds, ann, params };
  }

  test('a skip is taken like any other, and other gold comes in its place', async () => {
    const { project, golds, ann, params } = await oneGold();
    const answer = await ann.client.call(judging.skipAssignment, { params, body: { reason: 'unclear' } });
    expect(answer).toEqual({});
    await judgeTasks(project, ann, { count: 1 });
    const tasks = await tasksOf(project, ann);
    expect(tasks.map(({ state }) => state)).toEqual(['skipped', 'submitted']);
    expect(tasks.every(({ itemId }) => golds.includes(itemId))).toBe(true);
    expect(await brokenItems(project)).toEqual([]);
    const { people } = await project.lead.client.call(contract.listGoldPeople, {
      params: { projectId: project.id },
    });
    expect(people).toEqual([expect.objectContaining({ personId: ann.id, skipped: 1 })]);
  });

  test('a skip can be taken back', async () => {
    const { project, ann, params } = await oneGold();
    await ann.client.call(judging.skipAssignment, { params, body: { reason: 'unclear' } });
    expect(await ann.client.call(judging.unskipAssignment, { params })).toEqual({});
    expect(await brokenItems(project)).toEqual([]);
    await submit(project, ann, params);
  });

  test('a submission after the lease ran out is taken', async () => {
    const { project, ann, params } = await oneGold();
    server.setNow(new Date(Date.now() + 3_600_000));
    const other = await addPerson(server, { projectId: project.id });
    await takeOne(project, other);
    const receipt = await submit(project, ann, params);
    server.setNow(null);
    expect(receipt).toMatchObject({ late: true, replayed: false });
    expect(await brokenItems(project)).toEqual([]);
  });

  test('a flag that holds its item takes it from everybody', async () => {
    const { project, golds, ann, params } = await oneGold();
    await ann.client.call(flagAssignment, { params, body: { kind: 'illegal', note: '' } });
    await setSettings(project, { firstTasks: 4 });
    const other = await addPerson(server, { projectId: project.id });
    await judgeTasks(project, other, { count: 6 });
    const given = (await tasksOf(project, other)).filter(({ purpose }) => purpose !== null);
    expect(given).toHaveLength(golds.length - 1);
  });

  test('progress counts neither gold tasks nor items that are set aside', async () => {
    const { project, ann } = await goldProject();
    await setSettings(project, { firstTasks: 2 });
    await judgeTasks(project, ann, { count: 5 });
    const progress = await project.lead.client.call(readProgress, { params: { projectId: project.id } });
    expect(progress).toMatchObject({ itemsTotal: 20, judgmentsTotal: 3, judgmentsWanted: 40 });
    expect(progress.people.map(({ judgments }) => judgments)).toEqual([3]);
  });

  test('retired gold goes back into the queue', async () => {
    const { project, golds, ann } = await goldProject();
    await judgeTasks(project, ann, { count: 5 });
    await project.lead.client.call(contract.setGoldState, {
      params: { projectId: project.id },
      body: { itemIds: golds, state: 'retired' },
    });
    await judgeTasks(project, ann, { count: 30 });
    const tasks = await tasksOf(project, ann);
    expect(tasks).toHaveLength(24);
    expect(tasks.every(({ purpose }) => purpose === null)).toBe(true);
    expect(await brokenItems(project)).toEqual([]);
  });
});

describe('What annotators receive', () => {
  /** The form of a value: names, types and lengths, without what it says. */
  const formOf = (value: unknown): unknown =>
    Array.isArray(value)
      ? // Responses come in an order drawn for each task.
        value.map((part) => JSON.stringify(formOf(part))).sort()
      : value !== null && typeof value === 'object'
        ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, formOf(part)]))
        : typeof value === 'string'
          ? `text of ${value.length}`
          : typeof value;

  test('has the same form for gold as for other work: task, receipt, own judgments', async () => {
    // One letter for each number, so that the texts are equally long.
    const project = await addProject(server, { items: 9 });
    await serveAsGold(project, project.itemIds.slice(0, 4));
    const ann = await addPerson(server, { projectId: project.id });
    await setSettings(project, { firstTasks: 2 });
    const hand = await ann.client.call(judging.takeHand, {
      params: { projectId: project.id },
      body: { size: 3 },
    });
    const purposes = (await tasksOf(project, ann)).map(({ purpose }) => purpose);
    expect(purposes).toEqual(['test', 'test', null]);
    const forms = hand.assignments.map((task) => JSON.stringify(formOf(task)));
    expect(new Set(forms).size).toBe(1);
    const receipts = [];
    for (const task of hand.assignments) receipts.push(await submit(project, ann, task));
    expect(new Set(receipts.map((receipt) => JSON.stringify(formOf({ ...receipt })))).size).toBe(1);
    const own = await ann.client.call(judging.listOwnJudgments, {
      params: { projectId: project.id },
      query: {},
    });
    expect(new Set(own.judgments.map((judgment) => JSON.stringify(formOf(judgment)))).size).toBe(1);
    expect(own.progress.doneTotal).toBe(3);
    const everything = JSON.stringify([hand, receipts, own]);
    expect(everything).not.toMatch(/gold|training|"test"|purpose|aside|expected/i);
  });

  test('names no item by the id that tells its place in the import', async () => {
    const { project, ann } = await goldProject();
    await setSettings(project, { firstTasks: 2 });
    const hand = await ann.client.call(judging.takeHand, {
      params: { projectId: project.id },
      body: { size: 3 },
    });
    const names = hand.assignments.map(({ itemId }) => itemId);
    expect(names.filter((name) => project.itemIds.includes(name))).toEqual([]);
    expect(names).toHaveLength(3);
    const again = await ann.client.call(judging.takeHand, {
      params: { projectId: project.id },
      body: { size: 3 },
    });
    expect(again.assignments.map(({ itemId }) => itemId)).toEqual(names);
  });

  test('is the same refusal of feedback for a test, other work and what is not there', async () => {
    const { project, ann } = await goldProject();
    await setSettings(project, { firstTasks: 1 });
    const [gold = '', ordinary = ''] = await judgeTasks(project, ann, { count: 2 });
    const ask = (assignmentId: string) =>
      ann.client.call(contract.readGoldFeedback, { params: { projectId: project.id, assignmentId } }).then(
        () => 'told',
        (error: { code: string; message: string }) => `${error.code}: ${error.message}`,
      );
    const answers = [await ask(gold), await ask(ordinary), await ask(server.services.newId())];
    expect(answers[0]).toMatch(/^not_found/);
    expect(new Set(answers).size).toBe(1);
  });

  test('names items as ever where no gold is served', async () => {
    const project = await addProject(server, { items: 3 });
    const ann = await addPerson(server, { projectId: project.id });
    expect((await takeOne(project, ann))?.itemId).toBe(project.itemIds[0]);
  });
});

test('gold stays out of the queue when items are added and the overlap is raised', async () => {
  const { project, golds, ann } = await goldProject();
  await addItems(server, { projectId: project.id, count: 2, overlap: 2 });
  await judgeTasks(project, ann, { count: 40, answers: prefers('r2') });
  expect((await tasksOf(project, ann)).filter(({ itemId }) => golds.includes(itemId))).toEqual([]);
});
