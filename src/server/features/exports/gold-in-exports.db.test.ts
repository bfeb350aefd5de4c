import { afterAll, beforeAll, expect, test } from 'vitest';
import { previewExport } from '#contract/exports.ts';
import type { GoldPurpose } from '#domain/gold/gold.ts';
import { addJudgment } from '#test/support/judgments.ts';
import { addPerson } from '#test/support/people.ts';
import type { TestProject } from '#test/support/projects.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';
import { addJudgedProject, everythingInTrain, exportFiles, overall, parseLines } from './exports.fixture.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ withJobs: false });
  // Jobs are sent but nobody works on them: the test runs exports itself.
  await server.services.jobs.start();
});
afterAll(async () => {
  await server.services.jobs.stop();
  await server.stop();
});

const first = overall({ verdict: 'prefers', responseId: 'r1', strength: 2 });

/** Somebody answers an item that was given out as gold. */
async function addGoldJudgment(project: TestProject, itemId: string, purpose: GoldPurpose): Promise<void> {
  const { id: annotatorId } = await addPerson(server, { projectId: project.id });
  const judged = { projectId: project.id, itemId, annotatorId, answers: first };
  const { assignmentId } = await addJudgment(server, judged);
  const { pool } = server.services.database;
  await pool.query('update assignments set gold_purpose = $2 where id = $1', [assignmentId, purpose]);
  // Gold takes no place of its item and is not counted there.
  await pool.query('update items set done = done - 1 where id = $1', [itemId]);
}

/** Two judged items, of which the second was served as gold too, and a third that was nothing but gold. */
async function goldProject() {
  const project = await addJudgedProject(server, [first, first, {}]);
  const [, second = '', third = ''] = project.itemIds;
  const { pool } = server.services.database;
  await pool.query('delete from judgments where item_id = $1', [third]);
  await pool.query('delete from assignments where item_id = $1', [third]);
  await pool.query('update items set done = 0 where id = $1', [third]);
  await addGoldJudgment(project, second, 'test');
  await addGoldJudgment(project, third, 'test');
  await addGoldJudgment(project, third, 'test');
  await addGoldJudgment(project, third, 'training');
  return { project, second, third };
}

const votesOf = (files: ReadonlyMap<string, Buffer>) =>
  parseLines(files, 'preference/').map((row) => [row.item_id, row.votes_chosen]);

test('answers to gold stay out by default, and are counted', async () => {
  const { project, second } = await goldProject();
  const files = await exportFiles(server, project);
  expect(votesOf(files)).toEqual([
    [project.itemIds[0], 1],
    [second, 1],
  ]);
  expect(JSON.parse(String(files.get('manifest.json')))).toMatchObject({
    options: { includeGold: false },
    counts: { items: 2, judgments: 2, gold: { items: 2, judgments: 3, included: false } },
  });
  expect(String(files.get('README.md'))).toContain('Without 3 answers to tests on 2 gold items.');
});

test('tests come in where they are asked for, training never, and the same data gives the same bytes', async () => {
  const { project, second, third } = await goldProject();
  const options = { includeGold: true };
  const files = await exportFiles(server, project, { options });
  expect(votesOf(files)).toEqual([
    [project.itemIds[0], 1],
    [second, 2],
    [third, 2],
  ]);
  expect(JSON.parse(String(files.get('manifest.json')))).toMatchObject({
    options: { includeGold: true },
    counts: { items: 3, judgments: 5, gold: { items: 2, judgments: 3, included: true } },
  });
  expect(String(files.get('README.md'))).toContain('With 3 answers to tests on 2 gold items.');
  const textsOf = (made: ReadonlyMap<string, Buffer>) =>
    [...made].map(([name, bytes]) => [name, String(bytes)]);
  expect(textsOf(await exportFiles(server, project, { options }))).toEqual(textsOf(files));
});

test('annotations say which judgments were tests', async () => {
  const { project, second, third } = await goldProject();
  const files = await exportFiles(server, project, { format: 'annotations', options: { includeGold: true } });
  const rows = parseLines(files, 'annotations/').map((row) => [row.item_id, row.is_gold]);
  expect(rows.toSorted()).toEqual(
    [
      [project.itemIds[0], false],
      [second, false],
      [second, true],
      [third, true],
      [third, true],
    ].toSorted(),
  );
});

test('the preview shows what the export will hold', async () => {
  const { project } = await goldProject();
  const itemsSeen = async (includeGold: boolean) => {
    const preview = await project.lead.client.call(previewExport, {
      params: { projectId: project.id },
      body: {
        format: 'trl-preference',
        options: { ...everythingInTrain, includeGold },
      },
    });
    return preview.itemsSeen;
  };
  expect([await itemsSeen(false), await itemsSeen(true)]).toEqual([2, 3]);
});
