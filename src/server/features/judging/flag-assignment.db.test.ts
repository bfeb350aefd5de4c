import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { flagAssignment } from '#contract/flags.ts';
import * as judging from '#contract/judging.ts';
import { readProject, updateProject } from '#contract/projects.ts';
import { setItemHold } from '#contract/questions.ts';
import * as results from '#contract/results.ts';
import type { BodyOf } from '#contract/route.ts';
import type { FlagKind } from '#domain/queue/assignment.ts';
import type { ItemHold } from '#domain/queue/flag.ts';
import { violationTypes } from '#domain/queue/violation-types.ts';
import { addPerson, type TestPerson } from '#test/support/people.ts';
import { addProject, validAnswers } from '#test/support/projects.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ withJobs: false });
});
afterAll(() => server.stop());

async function setUp(options: { items?: number; overlap?: number; hold?: FlagKind[] } = {}) {
  const { items = 1, overlap = 3, hold = ['policy_violation'] } = options;
  const project = await addProject(server, { items, overlap });
  const params = { projectId: project.id };
  const { revision } = await project.lead.client.call(readProject, { params });
  await project.lead.client.call(updateProject, { params, body: { revision, flagPolicy: { hold } } });
  const person = () => addPerson(server, { projectId: project.id });
  const itemId = project.itemIds[0] ?? '';
  return { project, params, itemId, person, ann: await person() };
}
type Setting = Awaited<ReturnType<typeof setUp>>;

/** The tasks in hand of a person, at most `size` of them. */
async function take(setting: Setting, person: TestPerson, size = 1) {
  const hand = await person.client.call(judging.takeHand, { params: setting.params, body: { size } });
  return hand.assignments;
}

async function takeOne(setting: Setting, person: TestPerson) {
  const [task] = await take(setting, person);
  if (!task) throw new Error('no task');
  return { ...setting.params, assignmentId: task.assignmentId };
}

type FlagBody = Partial<NonNullable<BodyOf<typeof flagAssignment>>>;
const flag = (person: TestPerson, params: { projectId: string; assignmentId: string }, body: FlagBody = {}) =>
  person.client.call(flagAssignment, { params, body: { kind: 'policy_violation', ...body } });

const setHold = ({ project, itemId, params }: Setting, hold: ItemHold) =>
  project.lead.client.call(setItemHold, { params: { ...params, itemId }, body: { hold } });

async function readItem(setting: Setting) {
  const { rows } = await server.services.database.pool.query(
    `select remaining, done, is_open as "isOpen", held_by_flag as "heldByFlag" from items where id = $1`,
    [setting.itemId],
  );
  return rows[0];
}

describe('a flag', () => {
  test('keeps the violation, the passage and what was answered so far', async () => {
    const setting = await setUp();
    const params = await takeOne(setting, setting.ann);
    const said = {
      violationType: 'dangerous_instructions',
      quote: 'First answer',
      unitId: 'r1',
      answersSoFar: validAnswers(),
      note: 'Tells how.',
    } as const;
    await flag(setting.ann, params, said);
    const item = await setting.project.lead.client.call(results.readItem, {
      params: { ...setting.params, itemId: setting.itemId },
    });
    expect(item.flags).toMatchObject([{ kind: 'policy_violation', ...said, rubricVersion: 1 }]);
    expect(item.hold).toBe('held');
  });

  test('sent again with its own id, also at the same time, is one flag that held its item once', async () => {
    const setting = await setUp();
    const params = await takeOne(setting, setting.ann);
    const clientId = server.services.newId();
    const sent = await Promise.all([1, 2, 3].map(() => flag(setting.ann, params, { clientId })));
    expect(new Set(sent.map((each) => JSON.stringify(each)))).toEqual(
      new Set([JSON.stringify({ flagId: clientId, held: true })]),
    );
    const { rows } = await server.services.database.pool.query('select id from flags where item_id = $1', [
      setting.itemId,
    ]);
    expect(rows).toEqual([{ id: clientId }]);
    await setHold(setting, 'none');
    expect(await flag(setting.ann, params, { clientId })).toEqual({ flagId: clientId, held: false });
    expect(await readItem(setting)).toMatchObject({ isOpen: true });
  });

  test('cannot take the id of somebody else’s flag', async () => {
    const setting = await setUp();
    const bo = await setting.person();
    const [own, others] = [await takeOne(setting, setting.ann), await takeOne(setting, bo)];
    const clientId = server.services.newId();
    await flag(setting.ann, own, { clientId });
    await expect(flag(bo, others, { clientId })).rejects.toMatchObject({ code: 'client_id_reused' });
  });

  test('of a task that was judged or lost meanwhile is still heard', async () => {
    const setting = await setUp();
    const params = await takeOne(setting, setting.ann);
    const body = { clientId: server.services.newId(), answers: validAnswers(), activeMs: 1_000 };
    await setting.ann.client.call(judging.submitJudgment, { params, body });
    expect(await flag(setting.ann, params, { clientId: server.services.newId() })).toMatchObject({
      held: true,
    });
  });

  test('says nothing about a violation where it reports something else', async () => {
    const setting = await setUp();
    const params = await takeOne(setting, setting.ann);
    const stray = flag(setting.ann, params, { kind: 'broken', violationType: violationTypes[0] });
    await expect(stray).rejects.toMatchObject({ code: 'invalid_request' });
  });

  test.each<[string, FlagKind[], boolean]>([
    ['holds its item where the policy names its kind', ['broken', 'policy_violation'], true],
    ['leaves its item in the queue where the policy does not', ['illegal'], false],
  ])('%s', async (_, hold, held) => {
    const setting = await setUp({ hold });
    expect(await flag(setting.ann, await takeOne(setting, setting.ann))).toMatchObject({ held });
    expect(await take(setting, await setting.person())).toHaveLength(held ? 0 : 1);
  });
});

describe('a held item', () => {
  test('is given to nobody, while who has it in hand keeps and submits it', async () => {
    const setting = await setUp();
    const bo = await setting.person();
    const [annTask, boTask] = [await takeOne(setting, setting.ann), await takeOne(setting, bo)];
    await flag(setting.ann, annTask);
    expect(await take(setting, bo)).toHaveLength(1);
    const body = { clientId: server.services.newId(), answers: validAnswers(), activeMs: 1_000 };
    await bo.client.call(judging.submitJudgment, { params: boTask, body });
    await setting.ann.client.call(judging.skipAssignment, {
      params: annTask,
      body: { reason: 'distressing' },
    });
    const hand = await bo.client.call(judging.takeHand, { params: setting.params, body: {} });
    expect(hand).toMatchObject({ assignments: [], shortage: 'queue_empty' });
    expect(await readItem(setting)).toMatchObject({ remaining: 2, done: 1, isOpen: false });
  });

  test('lets the queue pass it by', async () => {
    const setting = await setUp({ items: 3 });
    await flag(setting.ann, await takeOne(setting, setting.ann));
    const rest = await take(setting, await setting.person(), 3);
    expect(rest.map((task) => task.itemId)).toEqual(setting.project.itemIds.slice(1));
  });

  test('is flagged by two at once and held by one of the flags', async () => {
    const setting = await setUp();
    const people = [setting.ann, await setting.person(), await setting.person()];
    const tasks = await Promise.all(people.map((person) => takeOne(setting, person)));
    const flags = await Promise.all(
      people.map((person, index) => flag(person, tasks[index] ?? (tasks[0] as never))),
    );
    expect(flags.every((each) => each.held)).toBe(true);
    expect(flags.map((each) => each.flagId)).toContain((await readItem(setting)).heldByFlag);
  });

  test('is flagged and claimed at once without being given out after the flag', async () => {
    const setting = await setUp({ overlap: 9 });
    const people = await Promise.all(Array.from({ length: 6 }, () => setting.person()));
    const task = await takeOne(setting, setting.ann);
    const [, ...hands] = await Promise.all([
      flag(setting.ann, task),
      ...people.map((person) => take(setting, person)),
    ]);
    const given = hands.filter((hand) => hand.length > 0).length;
    expect(await readItem(setting)).toMatchObject({ remaining: 8 - given, isOpen: false });
    expect(await take(setting, await setting.person())).toHaveLength(0);
  });

  test('released by two at once comes back with the places it had, and first in line', async () => {
    const setting = await setUp({ items: 4 });
    const bo = await setting.person();
    await flag(setting.ann, await takeOne(setting, setting.ann));
    // Bo's search stands behind the held item now.
    await take(setting, bo, 1);
    await Promise.all([setHold(setting, 'none'), setHold(setting, 'none')]);
    expect(await readItem(setting)).toMatchObject({ remaining: 2, isOpen: true, heldByFlag: null });
    const [, next] = await take(setting, bo, 2);
    expect(next?.itemId).toBe(setting.itemId);
  });

  test('released while all its places are taken stays closed until one is free', async () => {
    const setting = await setUp({ overlap: 1 });
    const task = await takeOne(setting, setting.ann);
    await flag(setting.ann, task);
    await setHold(setting, 'none');
    expect(await readItem(setting)).toMatchObject({ remaining: 0, isOpen: false });
    await setting.ann.client.call(judging.skipAssignment, { params: task, body: { reason: 'broken' } });
    expect(await take(setting, await setting.person())).toHaveLength(1);
  });

  test('stays held when its leases run out', async () => {
    const setting = await setUp();
    await flag(setting.ann, await takeOne(setting, setting.ann));
    await setting.ann.client.call(judging.releaseHand, { params: setting.params });
    expect(await readItem(setting)).toMatchObject({ remaining: 3, isOpen: false });
    expect(await take(setting, setting.ann)).toHaveLength(0);
  });
});

describe('a dropped item', () => {
  test('is wanted no more, and wanted again once it is taken back', async () => {
    const setting = await setUp({ items: 2 });
    const count = async () => {
      const { lead } = setting.project;
      const { itemsDone, itemsHeld, judgmentsWanted } = await lead.client.call(results.readProgress, {
        params: setting.params,
      });
      return { itemsDone, itemsHeld, judgmentsWanted };
    };
    await flag(setting.ann, await takeOne(setting, setting.ann));
    expect((await setHold(setting, 'dropped')).hold).toBe('dropped');
    expect(await count()).toEqual({ itemsDone: 1, itemsHeld: 0, judgmentsWanted: 3 });
    expect(await readItem(setting)).toMatchObject({ isOpen: false });
    await setHold(setting, 'none');
    expect(await readItem(setting)).toMatchObject({ isOpen: true });
  });

  test('is dropped by those who decide, in their own project only', async () => {
    const setting = await setUp();
    const [stranger, researcher] = [
      await setUp(),
      await addPerson(server, { projectId: setting.project.id, roles: ['researcher'] }),
    ];
    const params = { ...setting.params, itemId: setting.itemId };
    for (const person of [setting.ann, researcher])
      await expect(
        person.client.call(setItemHold, { params, body: { hold: 'dropped' } }),
      ).rejects.toMatchObject({ code: 'not_allowed' });
    const elsewhere = { ...stranger.params, itemId: setting.itemId };
    await expect(
      stranger.project.lead.client.call(setItemHold, { params: elsewhere, body: { hold: 'dropped' } }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});
