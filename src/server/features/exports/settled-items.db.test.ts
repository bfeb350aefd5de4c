import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { adjudicateItem, readAdjudication } from '#contract/adjudication.ts';
import type { PreferenceAnswer } from '#domain/judging/answers.ts';
import { validAnswers } from '#test/support/projects.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';
import { addJudgedProject, exportFiles, overall, parseLines } from './exports.fixture.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ withJobs: false });
  // Jobs are sent but nobody works on them: the tests run exports themselves.
  await server.services.jobs.start();
});
afterAll(async () => {
  await server.services.jobs.stop();
  await server.stop();
});

const prefers = (responseId: string): PreferenceAnswer => ({ verdict: 'prefers', responseId, strength: 3 });

/** Three items judged r1; the first is settled as r2, the second as bad. */
async function settledProject() {
  const first = overall(prefers('r1'));
  const project = await addJudgedProject(server, [first, first, first]);
  const settle = (place: number, body: object) =>
    project.lead.client.call(adjudicateItem, {
      params: { projectId: project.id, itemId: project.itemIds[place] ?? '' },
      body: { clientId: randomUUID(), seenId: null, cause: 'slip', ...body },
    });
  // Settled twice: only the newest counts.
  await settle(0, { answers: validAnswers(prefers('r1')) });
  await settle(1, { cause: 'bad_item' });
  return { project, settle };
}

test('the final answer decides, is counted, and gives the same bytes each time', async () => {
  const { project, settle } = await settledProject();
  const seenId = await currentId(project);
  await settle(0, { answers: validAnswers(prefers('r2')), seenId });
  const files = await exportFiles(server, project);
  const rows = parseLines(files, 'preference/');
  expect(rows.map((row) => [row.item_id, row.adjudicated, row.votes_chosen])).toEqual([
    [project.itemIds[0], true, 0],
    [project.itemIds[2], false, 1],
  ]);
  const manifest = JSON.parse(String(files.get('manifest.json')));
  expect(manifest).toMatchObject({
    counts: { items: 3, settled: 2 },
    drops: { bad_item: 1 },
    options: { finalAnswers: true },
  });
  expect(String(files.get('README.md'))).toContain('2 items have a final answer, which decides in place');
  const again = await exportFiles(server, project);
  expect([...again].map(([name, bytes]) => [name, String(bytes)])).toEqual(
    [...files].map(([name, bytes]) => [name, String(bytes)]),
  );
});

test('votes decide where that is asked for, and annotations carry the final answer anyway', async () => {
  const { project } = await settledProject();
  const options = { finalAnswers: false };
  const byVotes = await exportFiles(server, project, { options });
  expect(parseLines(byVotes, 'preference/')).toHaveLength(3);
  expect(String(byVotes.get('README.md'))).toContain('2 items have a final answer, which was left aside');
  const annotations = parseLines(
    await exportFiles(server, project, { format: 'annotations', options }),
    'annotations/',
  );
  expect(annotations.map((row) => row.final_answer === '')).toEqual([false, false, true]);
  expect(JSON.parse(String(annotations[1]?.final_answer))).toMatchObject({
    cause: 'bad_item',
    answers: null,
  });
});

async function currentId({ lead, id, itemIds }: Awaited<ReturnType<typeof addJudgedProject>>) {
  const { current } = await lead.client.call(readAdjudication, {
    params: { projectId: id, itemId: itemIds[0] ?? '' },
  });
  return current?.adjudicationId ?? null;
}
