import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as contract from '#contract/gold.ts';
import * as judging from '#contract/judging.ts';
import { readItem, removeGold, setGold } from '#contract/results.ts';
import { publishRubric } from '#contract/rubrics.ts';
import type { Answers } from '#domain/judging/answers.ts';
import { rubricTemplates } from '#domain/rubrics/templates.ts';
import { addPerson } from '#test/support/people.ts';
import { addProject, type TestProject } from '#test/support/projects.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';
import { computeGoldResults } from './compute-results.ts';
import { judgeTasks, prefers, serveAsGold, setSettings, submit, takeOne } from './gold.fixture.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ withJobs: false });
});
afterAll(() => server.stop());

const at = (project: TestProject, itemId = '') => ({ params: { projectId: project.id, itemId } });
const of = (project: TestProject) => ({ params: { projectId: project.id } });

async function peopleOf(project: TestProject) {
  await computeGoldResults(server.services, project.id);
  return (await project.lead.client.call(contract.listGoldPeople, of(project))).people;
}

async function rowsOf(project: TestProject, query = {}) {
  return (await project.lead.client.call(contract.listGold, { ...of(project), query })).rows;
}

/** A project in which everybody first gets all its gold. */
async function withGold(count: number, purpose: 'test' | 'training' = 'test') {
  const project = await addProject(server, { items: count + 4 });
  const golds = project.itemIds.slice(0, count);
  await serveAsGold(project, golds, { purpose });
  await setSettings(project, { firstTasks: count, firstPurpose: purpose });
  return { project, golds };
}

async function annotator(project: TestProject, name: string) {
  return addPerson(server, { projectId: project.id, name });
}

describe('Results of gold', () => {
  test('are computed once a judgment, however often and by however many at once', async () => {
    const { project } = await withGold(3);
    const ann = await annotator(project, 'Ann');
    await judgeTasks(project, ann, { count: 2 });
    await judgeTasks(project, ann, { count: 1, answers: prefers('r2') });
    await Promise.all([1, 2, 3].map(() => computeGoldResults(server.services, project.id)));
    const stored = await server.services.database.pool.query(
      'select count(*)::int as count from gold_results where project_id = $1',
      [project.id],
    );
    expect(stored.rows[0].count).toBe(3);
    const [person] = await peopleOf(project);
    expect(person).toMatchObject({ name: 'Ann', test: { passed: 2, trials: 3 }, training: { trials: 0 } });
    expect(person?.test.low).toBeCloseTo(0.2077, 3);
    expect(person?.test.high).toBeCloseTo(0.9385, 3);
  });

  test('of a test follow the newest judgment, of training the first', async () => {
    for (const [purpose, passed] of [
      ['test', 1],
      ['training', 0],
    ] as const) {
      const { project } = await withGold(1, purpose);
      const ann = await annotator(project, 'Ann');
      const task = await takeOne(project, ann);
      if (!task) throw new Error('no task');
      const first = await submit(project, ann, { ...task, answers: prefers('r2') });
      await computeGoldResults(server.services, project.id);
      await ann.client.call(judging.amendJudgment, {
        params: { projectId: project.id, assignmentId: task.assignmentId },
        body: { clientId: randomUUID(), answers: prefers('r1'), activeMs: 1, supersedes: first.judgmentId },
      });
      expect((await peopleOf(project))[0]?.[purpose]).toMatchObject({ passed, trials: 1 });
    }
  });

  test('are computed anew when the expected answer is corrected', async () => {
    const { project, golds } = await withGold(1);
    const ann = await annotator(project, 'Ann');
    await judgeTasks(project, ann, { count: 1, answers: prefers('r2') });
    expect((await peopleOf(project))[0]?.test).toMatchObject({ passed: 0, trials: 1 });
    await project.lead.client.call(contract.saveGoldItem, {
      ...at(project, golds[0]),
      body: { answers: prefers('r2') },
    });
    expect((await peopleOf(project))[0]?.test).toMatchObject({ passed: 1, trials: 1 });
  });

  test('come with the job that a judgment asks for', { timeout: 60_000 }, async () => {
    const own = await startTestServer();
    const project = await addProject(own, { items: 3 });
    await serveAsGold(project, project.itemIds.slice(0, 1));
    await setSettings(project, { firstTasks: 1 });
    const ann = await addPerson(own, { projectId: project.id });
    await judgeTasks(project, ann, { count: 1 });
    const trials = async () =>
      (await project.lead.client.call(contract.listGoldPeople, of(project))).people[0]?.test.trials;
    await expect.poll(trials, { timeout: 30_000, interval: 200 }).toBe(1);
    await own.stop();
  });
});

describe('Suspect gold', () => {
  /** Seven gold items and four people who pass all but the first. */
  async function suspected() {
    const { project, golds } = await withGold(7);
    const [wrong = ''] = golds;
    const people = [];
    for (const name of ['Ann', 'Bob', 'Cem', 'Dan']) {
      const person = await annotator(project, name);
      people.push(person);
      for (let turn = 0; turn < 7; turn += 1) {
        const task = await takeOne(project, person);
        if (!task) throw new Error('no task');
        const { rows } = await server.services.database.pool.query(
          'select item_id from assignments where id = $1',
          [task.assignmentId],
        );
        const answers = prefers(rows[0].item_id === wrong ? 'r2' : 'r1');
        await submit(project, person, { ...task, answers });
      }
    }
    await computeGoldResults(server.services, project.id);
    return { project, wrong, people };
  }

  const setState = (project: TestProject, itemId: string, state: 'active' | 'retired', isWrong = false) =>
    project.lead.client.call(contract.setGoldState, {
      ...of(project),
      body: { itemIds: [itemId], state, isWrong },
    });

  test('is found, not served, and counted for nobody until a lead settles it', async () => {
    const { project, wrong } = await suspected();
    const suspects = await rowsOf(project, { state: 'suspect' });
    expect(suspects.map(({ itemId }) => itemId)).toEqual([wrong]);
    expect(suspects[0]?.suspicion).toMatchObject({ goodPeople: 4, failed: 4 });
    for (const person of await peopleOf(project))
      expect(person).toMatchObject({ test: { passed: 6, trials: 6 }, notCounted: 1 });
    const eve = await annotator(project, 'Eve');
    await judgeTasks(project, eve, { count: 7 });
    const { rows } = await server.services.database.pool.query(
      'select count(*)::int as count from assignments where annotator_id = $1 and item_id = $2',
      [eve.id, wrong],
    );
    expect(rows[0].count).toBe(0);
  });

  test('counts again once it is confirmed, and is not suspected on the same answers', async () => {
    const { project, wrong } = await suspected();
    await setState(project, wrong, 'active');
    await computeGoldResults(server.services, project.id);
    expect(await rowsOf(project, { state: 'suspect' })).toEqual([]);
    for (const person of await peopleOf(project)) expect(person.test).toMatchObject({ passed: 6, trials: 7 });
    const fay = await annotator(project, 'Fay');
    await judgeTasks(project, fay, { count: 7, answers: prefers('r1') });
    await computeGoldResults(server.services, project.id);
    expect(await rowsOf(project, { state: 'suspect' })).toEqual([]);
  });

  test('counts for nobody once it is retired as wrong', async () => {
    const { project, wrong } = await suspected();
    await setState(project, wrong, 'retired', true);
    for (const person of await peopleOf(project))
      expect(person).toMatchObject({ test: { passed: 6, trials: 6 }, notCounted: 1 });
    expect((await rowsOf(project, { state: 'retired' }))[0]).toMatchObject({ isWrong: true });
  });

  test('is served again with results of the right answer once it is corrected', async () => {
    const { project, wrong } = await suspected();
    await project.lead.client.call(setGold, { ...at(project, wrong), body: { answers: prefers('r2') } });
    for (const person of await peopleOf(project)) expect(person.test).toMatchObject({ passed: 7, trials: 7 });
    expect((await rowsOf(project, { state: 'active' })).map(({ itemId }) => itemId)).toContain(wrong);
  });
});

describe('Training', () => {
  test('explains itself to the person who judged it, once it is judged', async () => {
    const { project, golds } = await withGold(1, 'training');
    const key = Object.keys(prefers('r1').pair)[0] ?? '';
    await project.lead.client.call(contract.saveGoldItem, {
      ...at(project, golds[0]),
      body: { explanations: { [key]: 'Only the first one is right.' } },
    });
    const [ann, bob] = [await annotator(project, 'Ann'), await annotator(project, 'Bob')];
    const task = await takeOne(project, ann);
    if (!task) throw new Error('no task');
    const params = { projectId: project.id, assignmentId: task.assignmentId };
    const ask = (person: typeof ann) =>
      person.client
        .call(contract.readGoldFeedback, { params })
        .catch((error: { code: string }) => error.code);
    expect(await ask(ann)).toBe('not_found');
    expect(await submit(project, ann, { ...task, answers: prefers('r2') })).toMatchObject({
      hasFeedback: true,
    });
    expect(await ask(ann)).toMatchObject({
      passed: false,
      expected: { pair: { [key]: { responseId: 'r1' } } },
      given: { pair: { [key]: { responseId: 'r2' } } },
    });
    const feedback = await ann.client.call(contract.readGoldFeedback, { params });
    expect(feedback.criteria).toContainEqual({
      criterionKey: key,
      outcome: 'failed',
      explanation: 'Only the first one is right.',
      tolerance: { kind: 'side' },
    });
    expect(await ask(bob)).toBe('not_found');
  });

  test('says so again where the answer to a submission was lost', async () => {
    const { project } = await withGold(1, 'training');
    const ann = await annotator(project, 'Ann');
    const task = await takeOne(project, ann);
    if (!task) throw new Error('no task');
    const send = {
      params: { projectId: project.id, assignmentId: task.assignmentId },
      body: { clientId: randomUUID(), answers: prefers('r1'), activeMs: 1 },
    };
    await ann.client.call(judging.submitJudgment, send);
    expect(await ann.client.call(judging.submitJudgment, send)).toMatchObject({
      replayed: true,
      hasFeedback: true,
    });
  });
});

describe('Making gold', () => {
  const save = (project: TestProject, itemId: string, body: object) =>
    project.lead.client.call(contract.saveGoldItem, { ...at(project, itemId), body: body as never }).then(
      () => 'saved',
      (error: { code: string; places?: { path?: string }[] }) =>
        `${error.code} ${error.places?.[0]?.path ?? ''}`,
    );

  test('refuses an answer outside the scale with its place', async () => {
    const project = await addProject(server, { items: 1 });
    const key = Object.keys(prefers('r1').pair)[0] ?? '';
    const answers = {
      pair: { [key]: { verdict: 'prefers', responseId: 'r1', strength: 4 } },
      response: {},
      task: {},
    };
    expect(await save(project, project.itemIds[0] ?? '', { answers })).toBe(
      `answers_invalid answers.pair.${key}`,
    );
    expect(await rowsOf(project)).toEqual([]);
  });

  test('begins with answers, and leaves a draft that is still ordinary work', async () => {
    const project = await addProject(server, { items: 1 });
    const [itemId = ''] = project.itemIds;
    expect(await save(project, itemId, { difficulty: 'hard' })).toBe('not_found ');
    expect(await save(project, itemId, { answers: prefers('r1'), concepts: ['tone', 'tone '] })).toBe(
      'saved',
    );
    expect(await rowsOf(project)).toEqual([
      expect.objectContaining({ state: 'draft', source: 'set_by_hand', concepts: ['tone'], isUsable: true }),
    ]);
    const ann = await annotator(project, 'Ann');
    expect(await takeOne(project, ann)).toBeDefined();
  });

  test('takes a new answer from adjudication, and says who and from what', async () => {
    const project = await addProject(server, { items: 1 });
    const [itemId = ''] = project.itemIds;
    await save(project, itemId, { answers: prefers('r1'), source: 'adjudicated' });
    expect((await rowsOf(project, { source: 'adjudicated' }))[0]).toMatchObject({
      madeBy: { personId: project.lead.id, name: 'Lead' },
    });
    expect(await rowsOf(project, { source: 'calibration' })).toEqual([]);
  });

  test('of unanimous items needs three people, and takes those alone that still agree', async () => {
    const project = await addProject(server, { items: 3, overlap: 3 });
    const says: Record<string, Answers[]> = {
      Ann: [prefers('r1'), prefers('r1'), prefers('r1')],
      Bob: [prefers('r1'), prefers('r2'), prefers('r1')],
    };
    for (const [name, answers] of Object.entries(says)) {
      const person = await annotator(project, name);
      for (const each of answers) await judgeTasks(project, person, { count: 1, answers: each });
    }
    const list = async () =>
      (await project.lead.client.call(contract.listUnanimous, { ...of(project), query: {} })).rows;
    expect(await list()).toEqual([]);
    const cem = await annotator(project, 'Cem');
    await judgeTasks(project, cem, { count: 3 });
    const found = await list();
    expect(found.map(({ itemId }) => itemId)).toEqual([project.itemIds[0], project.itemIds[2]]);
    expect(found[0]).toMatchObject({ people: 3, answers: { pair: prefers('r1').pair } });
    const make = () =>
      project.lead.client.call(contract.makeUnanimousGold, {
        ...of(project),
        body: { itemIds: [...project.itemIds], concepts: ['clear'] },
      });
    const made = await Promise.all([make(), make()]);
    expect(made.map((each) => each.made).sort()).toEqual([0, 2]);
    expect(await list()).toEqual([]);
    expect(await rowsOf(project, { concept: 'clear', difficulty: 'easy' })).toHaveLength(2);
  });

  test('is undone for gold that nobody got, and retires what was served', async () => {
    const { project, golds } = await withGold(2);
    const ann = await annotator(project, 'Ann');
    await judgeTasks(project, ann, { count: 1 });
    for (const itemId of golds) await project.lead.client.call(removeGold, at(project, itemId));
    const left = await rowsOf(project);
    expect(left).toEqual([expect.objectContaining({ state: 'retired', answered: 1 })]);
    for (const itemId of golds)
      expect((await project.lead.client.call(readItem, at(project, itemId))).gold).toBeNull();
  });
});

describe('After a new version of the rubric', () => {
  async function withNewScale() {
    const { project, golds } = await withGold(2);
    const rubric = rubricTemplates.find(({ key }) => key === 'pairwise_7_point')?.rubric;
    if (!rubric) throw new Error('no template');
    await project.lead.client.call(publishRubric, {
      ...of(project),
      body: {
        basedOn: 1,
        note: '',
        rubric: {
          ...rubric,
          criteria: rubric.criteria.map((criterion) =>
            criterion.scale.kind === 'preference'
              ? { ...criterion, scale: { ...criterion.scale, steps: 2, anchors: [] } }
              : criterion,
          ),
        } as never,
      },
    });
    return { project, golds };
  }

  test('gold on a scale that changed is named, with its criteria, and not served', async () => {
    const { project, golds } = await withNewScale();
    const rows = await rowsOf(project);
    expect(rows.map(({ isUsable }) => isUsable)).toEqual([false, false]);
    expect(rows[0]?.unusable[0]).toMatchObject({ reason: 'scale_changed' });
    const overview = await project.lead.client.call(contract.readGoldOverview, of(project));
    expect(overview.notes).toContainEqual({ note: 'unusable_under_rubric', count: 2 });
    expect(overview.notes[0]).toEqual({ note: 'nothing_to_serve', count: 0 });
    const ann = await annotator(project, 'Ann');
    const task = await takeOne(project, ann);
    expect(task).toBeDefined();
    await computeGoldResults(server.services, project.id);
    expect(await peopleOf(project)).toEqual([]);
    const served = await project.lead.client.call(contract.setGoldState, {
      ...of(project),
      body: { itemIds: [...golds], state: 'active' },
    });
    expect(served).toEqual({ changed: 0, unusable: [...golds].sort() });
  });

  test('answers given anew make it usable', async () => {
    const { project, golds } = await withNewScale();
    const [itemId = ''] = golds;
    await project.lead.client.call(contract.saveGoldItem, {
      ...at(project, itemId),
      body: { answers: prefers('r1') },
    });
    const ann = await annotator(project, 'Ann');
    await judgeTasks(project, ann, { count: 1 });
    expect((await peopleOf(project))[0]?.test).toMatchObject({ passed: 1, trials: 1 });
  });
});
