import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as contract from '#contract/gold.ts';
import { releaseHand } from '#contract/judging.ts';
import { addPerson, type TestPerson } from '#test/support/people.ts';
import { addProject, type TestProject } from '#test/support/projects.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';
import { judgeTasks, prefers, serveAsGold, setSettings, takeOne } from './gold.fixture.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ withJobs: false });
});
afterAll(() => server.stop());

const of = (project: TestProject) => ({ params: { projectId: project.id } });
const rowsOf = async (project: TestProject, query = {}) =>
  (await project.lead.client.call(contract.listGold, { ...of(project), query })).rows;
const overviewOf = (project: TestProject) => project.lead.client.call(contract.readGoldOverview, of(project));
const idsOf = async (project: TestProject, query = {}) =>
  (await rowsOf(project, query)).map(({ itemId }) => itemId).toSorted();

async function goldProject(golds: number, settings: Parameters<typeof setSettings>[1]) {
  const project = await addProject(server, { items: golds + 20 });
  await serveAsGold(project, project.itemIds.slice(0, golds));
  await setSettings(project, { firstTasks: golds, ...settings });
  return project;
}

const addAnnotators = async (project: TestProject, count: number) => {
  const people: TestPerson[] = [];
  for (let turn = 0; turn < count; turn += 1) people.push(await addPerson(server, { projectId: project.id }));
  return people;
};

async function purposesOf(project: TestProject): Promise<string[]> {
  const result = await server.services.database.pool.query<{ annotatorId: string }>(
    `select annotator_id as "annotatorId" from assignments where project_id = $1 and gold_purpose is not null`,
    [project.id],
  );
  return result.rows.map(({ annotatorId }) => annotatorId);
}

describe('Gold that many had', () => {
  test('rests once as many people had it as the lead allows, and says so', async () => {
    const project = await goldProject(1, { mostPeople: 2 });
    const [ann, bob, cem] = await addAnnotators(project, 3);
    if (!ann || !bob || !cem) throw new Error('there are three');
    await judgeTasks(project, ann, { count: 1 });
    expect((await rowsOf(project))[0]).toMatchObject({ state: 'active', rest: null, people: 1 });
    await judgeTasks(project, bob, { count: 1 });
    await judgeTasks(project, cem, { count: 1 });
    expect(await purposesOf(project)).toEqual([ann.id, bob.id]);
    expect((await rowsOf(project))[0]).toMatchObject({ state: 'active', rest: 'people', people: 2 });
    const { states, notes } = await overviewOf(project);
    expect(states).toMatchObject({ active: 1, resting: 1 });
    expect(notes.map(({ note }) => note)).toEqual(expect.arrayContaining(['nothing_to_serve', 'resting']));
  });

  test('is given to no more people than that, however many reach for it at once', async () => {
    const project = await goldProject(1, { mostPeople: 3 });
    const people = await addAnnotators(project, 10);
    const tasks = await Promise.all(people.map((person) => takeOne(project, person)));
    expect(tasks.every((task) => task !== undefined)).toBe(true);
    expect(await purposesOf(project)).toHaveLength(3);
    expect((await rowsOf(project))[0]).toMatchObject({ people: 3, rest: 'people' });
  });

  test('counts a person once, who may have it again after giving it back', async () => {
    const project = await goldProject(1, { mostPeople: 1 });
    const [ann] = await addAnnotators(project, 1);
    if (!ann) throw new Error('there is one');
    await takeOne(project, ann);
    await ann.client.call(releaseHand, of(project));
    const again = await takeOne(project, ann);
    expect((await rowsOf(project))[0]).toMatchObject({ people: 1, served: 2 });
    await judgeTasks(project, ann, { count: 1 });
    expect(again).toBeDefined();
    expect(await purposesOf(project)).toEqual([ann.id, ann.id]);
  });

  test('is served again where the lead allows more, and stays out of the queue meanwhile', async () => {
    const project = await goldProject(1, { mostPeople: 1 });
    const [ann, bob] = await addAnnotators(project, 2);
    if (!ann || !bob) throw new Error('there are two');
    await judgeTasks(project, ann, { count: 1 });
    await judgeTasks(project, bob, { count: 30 });
    const had = await server.services.database.pool.query(
      'select 1 from assignments where annotator_id = $1 and item_id = $2',
      [bob.id, project.itemIds[0]],
    );
    expect(had.rows).toEqual([]);
    await setSettings(project, { firstTasks: 1, mostPeople: 2 });
    const [cem] = await addAnnotators(project, 1);
    if (cem) await judgeTasks(project, cem, { count: 1 });
    expect(await purposesOf(project)).toEqual([ann.id, cem?.id]);
  });
});

describe('Old gold', () => {
  test('rests after as many days as the lead allows, and begins anew when it is served anew', async () => {
    const project = await goldProject(1, { mostDays: 30 });
    const [ann, bob] = await addAnnotators(project, 2);
    if (!ann || !bob) throw new Error('there are two');
    server.setNow(new Date(Date.now() + 30 * 86_400_000 + 60_000));
    await judgeTasks(project, ann, { count: 1 });
    expect(await purposesOf(project)).toEqual([]);
    expect((await rowsOf(project))[0]).toMatchObject({ state: 'active', rest: 'age', people: 0 });
    for (const state of ['retired', 'active'] as const)
      await project.lead.client.call(contract.setGoldState, {
        ...of(project),
        body: { itemIds: [project.itemIds[0] ?? ''], state },
      });
    await judgeTasks(project, bob, { count: 1 });
    expect(await purposesOf(project)).toEqual([bob.id]);
    expect((await rowsOf(project))[0]).toMatchObject({ rest: null });
    server.setNow(null);
  });

  test('has limits in every project from the first day on', async () => {
    const project = await addProject(server, { items: 1 });
    expect((await overviewOf(project)).settings).toMatchObject({ mostPeople: 50, mostDays: 180 });
  });
});

describe('The list of gold', () => {
  test('is narrowed by concept, difficulty, criterion, suspicion and rest', async () => {
    const project = await goldProject(4, { mostPeople: 1 });
    const [one = '', two = '', three = '', four = ''] = project.itemIds;
    const { client } = project.lead;
    const save = (itemId: string, body: object) =>
      client.call(contract.saveGoldItem, { params: { projectId: project.id, itemId }, body });
    await save(one, { concepts: ['length bias'], difficulty: 'hard' });
    await save(two, { concepts: ['refusal', 'length bias'], difficulty: 'easy' });
    const both = { pair: { ...prefers('r1').pair, helpfulness: { verdict: 'tie' } }, response: {}, task: {} };
    await save(three, { answers: both });
    await server.services.database.pool.query(
      `update golds set state = 'suspect', suspicion = '{"goodPeople": 4, "failed": 4, "expectedFailures": 0.5, "pValue": 0.001, "at": "2026-01-01T00:00:00.000Z"}' where item_id = any($1)`,
      [[three, four]],
    );
    await client.call(contract.setGoldState, { ...of(project), body: { itemIds: [four], state: 'active' } });
    await server.services.database.pool.query('update golds set people = 1 where item_id = $1', [two]);
    expect(await idsOf(project, { concept: 'length bias' })).toEqual([one, two].toSorted());
    expect(await idsOf(project, { concept: 'length bias', difficulty: 'hard' })).toEqual([one]);
    expect(await idsOf(project, { criterion: 'helpfulness' })).toEqual([three]);
    expect(await idsOf(project, { criterion: 'overall' })).toHaveLength(4);
    expect(await idsOf(project, { suspected: 'true' })).toEqual([three, four].toSorted());
    expect(await idsOf(project, { suspected: 'false' })).toEqual([one, two].toSorted());
    expect(await idsOf(project, { resting: 'true' })).toEqual([two]);
    expect(await idsOf(project, { resting: 'false', state: 'active' })).toEqual([one, four].toSorted());
    expect(await idsOf(project, { concept: 'tone' })).toEqual([]);
    const { choices } = await overviewOf(project);
    expect(choices.concepts).toEqual(['length bias', 'refusal']);
    expect(choices.criteria.map(({ key }) => key)).toContain('helpfulness');
  });
});
