import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as contract from '#contract/adjudication.ts';
import type { PreferenceAnswer } from '#domain/judging/answers.ts';
import { addJudgment, amendByHand } from '#test/support/judgments.ts';
import { addPerson } from '#test/support/people.ts';
import { addProject, validAnswers } from '#test/support/projects.ts';
import { refusalOf } from '#test/support/refusals.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const prefers = (responseId: string): PreferenceAnswer => ({ verdict: 'prefers', responseId, strength: 2 });
const [first, second] = [validAnswers(prefers('r1')), validAnswers(prefers('r2'))];

/** Items that two people judge otherwise. */
async function disputed(items: number) {
  const project = await addProject(server, { items, overlap: 3 });
  const [ada, ben] = [
    await addPerson(server, { projectId: project.id }),
    await addPerson(server, { projectId: project.id }),
  ];
  const judge = (itemId: string, annotatorId: string, answers: typeof first) =>
    addJudgment(server, { projectId: project.id, itemId, annotatorId, answers });
  const bens = [];
  for (const itemId of project.itemIds) {
    await judge(itemId, ada.id, first);
    bens.push(await judge(itemId, ben.id, second));
  }
  const params = { projectId: project.id };
  type Query = Parameters<typeof read>[0];
  const read = (query: { cursor?: string; limit?: number; state?: 'open' | 'settled' } = {}) =>
    project.lead.client.call(contract.listDisputedItems, { params, query });
  const settle = (itemId: string) =>
    project.lead.client.call(contract.adjudicateItem, {
      params: { ...params, itemId },
      body: { clientId: randomUUID(), seenId: null, answers: first, cause: 'slip' },
    });
  const readAll = async (query: Query = {}) => {
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await read({ limit: 2, ...query, ...(cursor !== null && { cursor }) });
      ids.push(...page.rows.map(({ itemId }) => itemId));
      cursor = page.nextCursor;
    } while (cursor !== null);
    return ids;
  };
  return { project, params, ada, ben, bens, judge, read, readAll, settle };
}

test('comes page by page, each item once, also where all differ alike', async () => {
  const { project, read, readAll } = await disputed(5);
  expect(await read({ limit: 2 })).toMatchObject({ total: 5, isCounting: false });
  expect((await readAll()).sort()).toEqual([...project.itemIds].sort());
});

test('knows what was judged, amended, settled and dropped since it was last read', async () => {
  const { project, ben, bens, judge, read, readAll, settle } = await disputed(3);
  const [one = '', two = '', three = ''] = project.itemIds;
  expect((await read()).total).toBe(3);
  const [benFirst] = bens;
  await amendByHand(server, {
    projectId: project.id,
    itemId: one,
    annotatorId: ben.id,
    assignmentId: benFirst?.assignmentId ?? '',
    judgmentId: benFirst?.judgmentId ?? '',
    answers: first,
  });
  const third = await addPerson(server, { projectId: project.id });
  await judge(two, third.id, first);
  expect((await read()).rows).toMatchObject([
    { itemId: three, disagreement: 1, judgments: 2 },
    { itemId: two, disagreement: expect.closeTo(2 / 3, 12), judgments: 3 },
  ]);
  await settle(three);
  expect(await readAll()).toEqual([two]);
  await server.services.database.pool.query('update items set dropped_at = now() where id = $1', [two]);
  expect(await read()).toMatchObject({ rows: [], total: 0 });
});

test('gives settled items newest first, page by page, with their cause', async () => {
  const { project, read, readAll, settle } = await disputed(3);
  for (const itemId of project.itemIds) await settle(itemId);
  expect(await readAll({ state: 'settled' })).toEqual(project.itemIds.toReversed());
  const { rows, total } = await read({ state: 'settled' });
  expect(total).toBe(3);
  expect(rows[0]).toMatchObject({ cause: 'slip', disagreement: 1, answers: 2 });
});

test('looks at many judgments in the background, and says so meanwhile', async () => {
  const { params, project, read } = await disputed(2);
  expect((await read()).isCounting).toBe(false);
  const { pool } = server.services.database;
  // Judgments of one person alone, more than one look takes.
  await pool.query(
    `insert into judgments (id, project_id, item_id, assignment_id, annotator_id, client_id, body_hash, revision, rubric_version, guideline_version, answers, active_ms, submitted_at)
     select (lpad(to_hex((extract(epoch from now()) * 1000)::bigint + 1), 12, '0') || lpad(to_hex(n), 20, '0'))::uuid,
       j.project_id, j.item_id, j.assignment_id, j.annotator_id, gen_random_uuid(), '\\x00', 1 + n, j.rubric_version, j.guideline_version, j.answers, 1, now()
     from (select * from judgments where project_id = $1 limit 1) j, generate_series(1, 1500) n`,
    [params.projectId],
  );
  expect((await read()).isCounting).toBe(true);
  await expect.poll(async () => (await read()).isCounting, { timeout: 15_000 }).toBe(false);
  expect((await read()).total).toBe(project.itemIds.length);
});

test('refuses a cursor of another list', async () => {
  const { read, settle, project } = await disputed(2);
  const { nextCursor } = await read({ limit: 1 });
  expect(await refusalOf(read({ state: 'settled', cursor: nextCursor ?? '' }))).toBe('invalid_request');
  await settle(project.itemIds[0] ?? '');
  expect(await refusalOf(read({ cursor: 'nonsense' }))).toBe('invalid_request');
});
