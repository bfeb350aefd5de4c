import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listDisputedItems } from '#contract/adjudication.ts';
import { takeHand } from '#contract/judging.ts';
import { setOverlap } from '#contract/overlap.ts';
import { listPeopleQuality } from '#contract/people-quality.ts';
import { listJudgments, readItem } from '#contract/results.ts';
import { exportFiles, parseLines } from '#server/features/exports/exports.fixture.ts';
import { judgeTasks, takeOne } from '#server/features/gold/gold.fixture.ts';
import { applyRules } from '#server/features/thresholds/apply-rules.ts';
import { addPerson, type TestPerson } from '#test/support/people.ts';
import { addItems } from '#test/support/projects.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';
import {
  addOddProject,
  addRule,
  answer,
  apply,
  codeOf,
  computeReports,
  firstFiring,
  type JudgedProject,
  ruleFor,
} from '#test/support/thresholds.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ withJobs: false });
  await server.services.jobs.start();
});
afterAll(async () => {
  await server.services.jobs.stop();
  await server.stop();
});

const exclude = ruleFor({ kind: 'exclude', since: 'window' });
const paramsOf = ({ id }: { id: string }) => ({ params: { projectId: id } });

async function addExcluded(options: { items?: number } = {}): Promise<JudgedProject> {
  const project = await addOddProject(server, options);
  await addRule(project, exclude);
  expect(await apply(project)).toBe(1);
  return project;
}

/** All that counts: items, and who judged what. */
async function countsOf(project: JudgedProject) {
  const { pool } = server.services.database;
  const items = await pool.query(
    'select id, done, remaining, wanted from items where project_id = $1 order by id',
    [project.id],
  );
  const tasks = await pool.query(
    'select id, state, judgment_id from assignments where project_id = $1 order by id',
    [project.id],
  );
  return { items: items.rows, tasks: tasks.rows };
}

const splitsOf = async ({ id }: JudgedProject) =>
  (
    await server.services.database.pool.query(
      'select item_id, criterion_key, judgments, answers, disagreement from item_splits where project_id = $1 order by 1, 2',
      [id],
    )
  ).rows;

const listDisputed = (project: JudgedProject) =>
  project.lead.client.call(listDisputedItems, { ...paramsOf(project), query: { limit: 50 } });

const totalsOf = async (project: JudgedProject) => {
  const { rows } = await server.services.database.pool.query(
    `select sum(done)::int as done, sum(remaining)::int as remaining, sum(wanted)::int as wanted,
      (select count(*)::int from assignments a where a.project_id = $1 and a.state = 'leased') as leased,
      (select count(*)::int from assignments a where a.project_id = $1 and a.state = 'submitted' and a.gold_purpose is null) as counted
     from items where project_id = $1`,
    [project.id],
  );
  return rows[0];
};

async function countExported(project: JudgedProject): Promise<number> {
  const rows = parseLines(await exportFiles(server, project, { format: 'annotations' }), 'annotations/');
  return rows.length;
}

describe('excluded judgments', () => {
  test('stay, count nowhere, and are queued for replacement by somebody else', async () => {
    const project = await addOddProject(server);
    const before = { exported: await countExported(project), ...(await totalsOf(project)) };
    expect(before).toMatchObject({ done: 72, remaining: 0, wanted: 72 });
    await addRule(project, exclude);
    await apply(project);
    expect(await firstFiring(project)).toMatchObject({ act: 'exclude', excluded: 24, isInForce: true });
    expect(await totalsOf(project)).toMatchObject({ done: 48, remaining: 24, wanted: 72, counted: 48 });
    const { pool } = server.services.database;
    const kept = await pool.query('select count(*)::int as n from judgments where project_id = $1', [
      project.id,
    ]);
    expect(kept.rows).toEqual([{ n: 72 }]);
    const shown = await project.lead.client.call(listJudgments, {
      ...paramsOf(project),
      query: { annotatorId: project.odd.id, limit: 50 },
    });
    expect(shown.rows).toEqual([]);
    const taken = await project.lead.client.call(listJudgments, {
      ...paramsOf(project),
      query: { annotatorId: project.odd.id, excluded: 'true', limit: 50 },
    });
    expect(taken.rows).toHaveLength(24);
    const itemId = taken.rows[0]?.itemId ?? '';
    const item = await project.lead.client.call(readItem, { params: { projectId: project.id, itemId } });
    expect(item.judgments.map(({ annotator }) => annotator.name).toSorted()).toEqual(['Ana', 'Ben']);
    expect(item.excluded.map(({ annotator }) => annotator.name)).toEqual(['Odd']);
    expect([before.exported, await countExported(project)]).toEqual([72, 48]);
    // Without Odd's, the other two always agree.
    await computeReports(server, project.id);
    const { kept: report } = await project.lead.client.call(listPeopleQuality, paramsOf(project));
    expect(report?.people.map(({ name, agreement }) => [name, agreement.value])).toEqual([
      ['Ana', 1],
      ['Ben', 1],
    ]);
    // Nobody who judged an item gets it again; somebody new gets every one, once.
    for (const person of [project.odd, project.ana, project.ben])
      expect(await takeOne(project, person)).toBeUndefined();
    const nia = await addPerson(server, { projectId: project.id });
    expect(await judgeTasks(project, nia, { count: 100 })).toHaveLength(24);
    expect(await totalsOf(project)).toMatchObject({ done: 72, remaining: 0, wanted: 72 });
  });

  test('come back exactly as they were', async () => {
    const project = await addOddProject(server);
    const before = await countsOf(project);
    await listDisputed(project);
    const splits = await splitsOf(project);
    expect(splits.length).toBeGreaterThan(0);
    await addRule(project, exclude);
    await apply(project);
    // The other two never differ.
    expect(await splitsOf(project)).toEqual([]);
    const { firingId } = await firstFiring(project);
    const reversed = await answer(project, firingId, 'reversed');
    expect(reversed.steps).toMatchObject([{ kind: 'reversed', restored: 24, beyond: 0 }]);
    expect(await countsOf(project)).toEqual(before);
    expect(await splitsOf(project)).toEqual(splits);
    await computeReports(server, project.id);
    // What was reversed is not held against them again.
    expect(await apply(project)).toBe(0);
    expect(await codeOf(answer(project, firingId, 'lifted'))).toBe('firing_over');
  });

  test('that were replaced meanwhile come back beside their replacements, and it is told', async () => {
    const project = await addExcluded();
    const nia = await addPerson(server, { projectId: project.id });
    await judgeTasks(project, nia, { count: 5 });
    // One more is in her hand.
    expect(await takeOne(project, nia)).toBeDefined();
    const { firingId } = await firstFiring(project);
    const { steps } = await answer(project, firingId, 'reversed');
    expect(steps).toMatchObject([{ restored: 24, beyond: 6 }]);
    expect(await totalsOf(project)).toMatchObject({
      done: 77,
      remaining: 0,
      wanted: 78,
      leased: 1,
      counted: 77,
    });
    await judgeTasks(project, nia, { count: 3 });
    expect(await totalsOf(project)).toMatchObject({ done: 78, remaining: 0, wanted: 78, leased: 0 });
  });

  test('are those of before; what the person judges later counts, in tasks that they did not have', async () => {
    const project = await addExcluded({ items: 24 });
    await addItems(server, { projectId: project.id, count: 2, overlap: 1 });
    expect(await judgeTasks(project, project.odd, { count: 10 })).toHaveLength(2);
    expect(await totalsOf(project)).toMatchObject({ counted: 50 });
    expect(await apply(project)).toBe(0);
  });

  test('leave an item to be decided anew where answers decide how many it gets', async () => {
    const project = await addOddProject(server);
    await project.lead.client.call(setOverlap, {
      ...paramsOf(project),
      body: { settings: { least: 2, most: 4, certainty: 0.85, extra: 0 } },
    });
    await server.services.database.pool.query('delete from overlap_checks where project_id = $1', [
      project.id,
    ]);
    await addRule(project, exclude);
    await apply(project);
    const { rows } = await server.services.database.pool.query(
      'select count(*)::int as n from overlap_checks where project_id = $1',
      [project.id],
    );
    expect(rows).toEqual([{ n: 24 }]);
  });
});

describe('two at once', () => {
  /** What holds whoever came first: places and judgments add up, and nobody has an item twice. */
  async function expectSound(project: JudgedProject): Promise<void> {
    const { pool } = server.services.database;
    const wrong = await pool.query(
      `select i.id from items i where i.project_id = $1 and (
         i.done <> (select count(*) from assignments a where a.item_id = i.id and a.state = 'submitted')
         or i.wanted <> i.remaining + i.done + (select count(*) from assignments a where a.item_id = i.id and a.state = 'leased'))`,
      [project.id],
    );
    expect(wrong.rows).toEqual([]);
    const twice = await pool.query(
      `select item_id from assignments where project_id = $1 and state in ('leased', 'submitted', 'skipped', 'excluded')
       group by item_id, annotator_id having count(*) > 1`,
      [project.id],
    );
    expect(twice.rows).toEqual([]);
  }

  const workAll = async (project: JudgedProject, people: readonly TestPerson[]) =>
    Promise.all(people.map((person) => judgeTasks(project, person, { count: 12 })));

  test('an exclusion while others claim and submit leaves every count right', async () => {
    const project = await addOddProject(server);
    await addItems(server, { projectId: project.id, count: 20, overlap: 3 });
    const people = await Promise.all([1, 2, 3, 4].map(() => addPerson(server, { projectId: project.id })));
    await addRule(project, exclude);
    await Promise.all([
      workAll(project, [...people, project.odd]),
      applyRules(server.services, project.id),
      applyRules(server.services, project.id),
    ]);
    await expectSound(project);
    expect(await firstFiring(project)).toMatchObject({ act: 'exclude' });
  });

  test('reversing while replacements are claimed and submitted leaves every count right', async () => {
    const project = await addExcluded();
    const { firingId } = await firstFiring(project);
    const people = await Promise.all([1, 2, 3, 4].map(() => addPerson(server, { projectId: project.id })));
    const [, ...answers] = await Promise.all([
      workAll(project, people),
      answer(project, firingId, 'reversed'),
      answer(project, firingId, 'reversed'),
    ]);
    await expectSound(project);
    for (const { state } of answers) expect(state).toBe('reversed');
    const counts = await totalsOf(project);
    expect(counts.counted).toBe(72 + (answers[0]?.steps.at(-1)?.beyond ?? 0) - counts.leased);
    const hand = await people[0]?.client.call(takeHand, { ...paramsOf(project), body: { size: 1 } });
    expect(hand?.shortage).toBe('queue_empty');
  });
});
