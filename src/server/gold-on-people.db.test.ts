import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveGoldItem, setGoldState } from '#contract/gold.ts';
import { readOwnQuality, readPersonQuality } from '#contract/people-quality.ts';
import { readProject, updateProject } from '#contract/projects.ts';
import { computeGoldResults } from '#server/features/gold/compute-results.ts';
import { judgeTasks, prefers, serveAsGold, setSettings } from '#server/features/gold/gold.fixture.ts';
import { runQuality } from '#server/features/quality/run-quality.ts';
import { askForQuality } from '#server/store/quality-store.ts';
import { addPerson, type TestPerson } from '#test/support/people.ts';
import { addProject, type TestProject } from '#test/support/projects.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
let project: TestProject;
let ann: TestPerson;
const tests = 12;
const afterAmending = () => new Date(Date.now() + 8 * 86_400_000);

async function computeAll(): Promise<void> {
  await computeGoldResults(server.services, project.id);
  await server.services.database.kysely
    .transaction()
    .execute((transaction) =>
      askForQuality(transaction, { projectId: project.id, now: new Date(), lostBefore: new Date(0) }),
    );
  await runQuality(server.services, project.id);
}

async function onPage() {
  const params = { projectId: project.id, personId: ann.id };
  return (await project.lead.client.call(readPersonQuality, { params })).report;
}

const ownReport = async () =>
  (await ann.client.call(readOwnQuality, { params: { projectId: project.id } })).report;

/** Twelve tests of which eleven were met, two of training, and two ordinary tasks. */
beforeAll(async () => {
  server = await startTestServer({ withJobs: false });
  project = await addProject(server, { items: tests + 4 });
  ann = await addPerson(server, { projectId: project.id, name: 'Ann' });
  await serveAsGold(project, project.itemIds.slice(0, tests));
  await serveAsGold(project, project.itemIds.slice(tests, tests + 2), { purpose: 'training' });
  await setSettings(project, { firstTasks: tests });
  await judgeTasks(project, ann, { count: tests - 1 });
  await judgeTasks(project, ann, { count: 1, answers: prefers('r2') });
  await setSettings(project, { firstTasks: tests + 2, firstPurpose: 'training' });
  await judgeTasks(project, ann, { count: 4 });
  await computeAll();
});
afterAll(() => server.stop());

test('a person’s page has their accuracy on tests with its interval, and training stays out of it', async () => {
  const { gold } = await onPage();
  expect(gold).toMatchObject({ n: tests, reason: null });
  expect(gold?.value).toBeCloseTo(11 / 12, 10);
  expect(gold?.low).toBeCloseTo(0.6461, 3);
  expect(gold?.high).toBeCloseTo(0.9851, 3);
});

test('people see theirs only where the lead shows everything, and only of what they can no longer amend', async () => {
  const params = { projectId: project.id };
  const show = async (annotatorSees: 'speed' | 'all') => {
    const { revision } = await project.lead.client.call(readProject, { params });
    await project.lead.client.call(updateProject, { params, body: { revision, annotatorSees } });
  };
  await show('all');
  expect((await ownReport())?.gold).toBeNull();
  server.setNow(afterAmending());
  await computeAll();
  // Ten of the twelve, all of them met: the eleventh and the failed one wait for the next ten.
  expect((await ownReport())?.gold).toMatchObject({ value: 1, n: 10 });
  await show('speed');
  const limited = await ownReport();
  expect(limited).toMatchObject({ gold: null });
  expect(JSON.stringify(limited)).not.toMatch(/ownGold|"stream":"gold"/);
  server.setNow(null);
});

test('gold that turns out to be wrong counts for nobody any more', async () => {
  const { client } = project.lead;
  const { pool } = server.services.database;
  const failed = await pool.query<{ itemId: string }>(
    'select item_id as "itemId" from gold_results where project_id = $1 and passed = false',
    [project.id],
  );
  const itemId = failed.rows[0]?.itemId ?? '';
  await client.call(setGoldState, {
    params: { projectId: project.id },
    body: { itemIds: [itemId], state: 'retired', isWrong: true },
  });
  await computeAll();
  expect((await onPage()).gold).toMatchObject({ value: 1, n: tests - 1 });
  // Given its right answer it is computed anew and counts again.
  await client.call(saveGoldItem, {
    params: { projectId: project.id, itemId },
    body: { answers: prefers('r2') },
  });
  await computeAll();
  expect((await onPage()).gold).toMatchObject({ value: 1, n: tests });
});
