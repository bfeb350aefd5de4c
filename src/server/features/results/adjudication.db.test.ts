import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as contract from '#contract/adjudication.ts';
import { listQuestions } from '#contract/questions.ts';
import { readItem } from '#contract/results.ts';
import type { PreferenceAnswer } from '#domain/judging/answers.ts';
import type { AdjudicationOutcome } from '#domain/review/adjudication.ts';
import { addJudgment } from '#test/support/judgments.ts';
import { addPerson, type TestPerson } from '#test/support/people.ts';
import { addItems, addProject, validAnswers } from '#test/support/projects.ts';
import { refusalOf } from '#test/support/refusals.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ withJobs: false });
});
afterAll(() => server.stop());

const prefers = (responseId: string, strength = 2): PreferenceAnswer => ({
  verdict: 'prefers',
  responseId,
  strength,
});
const [first, second] = [validAnswers(prefers('r1')), validAnswers(prefers('r2'))];
const firstMore = validAnswers(prefers('r1', 3));

/** Items with the given answers, one person a place. */
async function judged(...items: (typeof first)[][]) {
  const project = await addProject(server, { items: items.length, overlap: 5 });
  const people = [];
  for (let count = 0; count < 4; count += 1) people.push(await addPerson(server, { projectId: project.id }));
  const judgmentIds: string[] = [];
  for (const [index, given] of items.entries())
    for (const [place, answers] of given.entries()) {
      const base = { projectId: project.id, itemId: project.itemIds[index] ?? '' };
      const made = await addJudgment(server, { ...base, annotatorId: people[place]?.id ?? '', answers });
      judgmentIds.push(made.judgmentId);
    }
  const params = { projectId: project.id, itemId: project.itemIds[0] ?? '' };
  return { project, params, judgmentIds, lead: project.lead };
}
type Setting = Awaited<ReturnType<typeof judged>>;

const settle = (
  { params, lead }: Setting,
  body: Partial<Parameters<typeof sent>[0]> = {},
  by: TestPerson = lead,
) => by.client.call(contract.adjudicateItem, { params, body: sent(body) });

function sent(body: {
  clientId?: string;
  seenId?: string | null;
  pickedJudgmentId?: string;
  answers?: typeof first;
  cause?: 'slip' | 'guideline_gap' | 'bad_item';
  words?: string;
  outcomes?: AdjudicationOutcome[];
  section?: string;
  criterion?: string;
}) {
  const { answers, ...rest } = body;
  return {
    clientId: randomUUID(),
    seenId: null,
    cause: 'guideline_gap' as const,
    ...rest,
    answers: (answers ?? null) as never,
  };
}

const list = async (
  { project, lead }: Setting,
  query: { state?: 'open' | 'settled'; criterion?: string } = {},
) => lead.client.call(contract.listDisputedItems, { params: { projectId: project.id }, query });

test('items stand by how far people differ, and a stronger preference for the same is no difference', async () => {
  const setting = await judged([first, firstMore], [first, first, first, second], [first, second]);
  const { rows, total } = await list(setting);
  const [, little, much] = setting.project.itemIds;
  expect(total).toBe(2);
  expect(rows.map(({ itemId, disagreement }) => [itemId, disagreement])).toEqual([
    [much, 1],
    [little, 0.5],
  ]);
  const one = await list(setting, { criterion: Object.keys(first.pair)[0] ?? '' });
  expect(one.total).toBe(2);
  expect((await list(setting, { criterion: 'no_such' })).rows).toEqual([]);
});

test('one step settles an item, makes gold, a precedent and a question on the section', async () => {
  const setting = await judged([first, second]);
  const outcomes = ['gold', 'precedent', 'feedback'] as const;
  const words = 'Where both are right, the shorter one wins.';
  const { current } = await settle(setting, {
    pickedJudgmentId: setting.judgmentIds[1] ?? '',
    outcomes: [...outcomes],
    words,
    section: 'Length',
  });
  expect(current).toMatchObject({ by: { personId: setting.lead.id }, cause: 'guideline_gap', outcomes });
  expect(current?.answers?.pair).toEqual(second.pair);
  const item = await setting.lead.client.call(readItem, { params: setting.params });
  expect(item.gold?.answers.pair).toEqual(second.pair);
  const params = { projectId: setting.project.id };
  const asked = await setting.lead.client.call(listQuestions, { params });
  expect(asked.rows).toMatchObject([{ kind: 'rubric_unclear', section: 'Length', note: words }]);
  const search = async (text: string) =>
    (await setting.lead.client.call(contract.listPrecedents, { params, query: { search: text } })).precedents;
  expect(await search('SHORTER')).toMatchObject([{ section: 'Length', words }]);
  expect(await search('longer')).toEqual([]);
  expect((await list(setting)).rows).toEqual([]);
  expect((await list(setting, { state: 'settled' })).rows).toMatchObject([{ cause: 'guideline_gap' }]);
});

test('where one outcome is refused nothing at all is written', async () => {
  const setting = await judged([first, second]);
  const { pool } = server.services.database;
  // A judgment under a rubric whose answers no longer fit: gold is held against the one in force.
  await pool.query(
    `insert into rubric_versions (project_id, version, rubric, created_by, created_at)
     select project_id, 2, jsonb_set(rubric, '{criteria,0,key}', '"renamed"'), created_by, now() from rubric_versions where project_id = $1`,
    [setting.project.id],
  );
  await pool.query('update projects set rubric_version = 2 where id = $1', [setting.project.id]);
  const both = settle(setting, {
    pickedJudgmentId: setting.judgmentIds[0] ?? '',
    outcomes: ['gold', 'precedent'],
    words: 'So it is.',
  });
  expect(await refusalOf(both)).toBe('answers_invalid');
  const read = await setting.lead.client.call(contract.readAdjudication, { params: setting.params });
  expect(read.current).toBeNull();
  const params = { projectId: setting.project.id };
  expect((await setting.lead.client.call(contract.listPrecedents, { params })).precedents).toEqual([]);
});

test('sending a final answer twice is once, also at the same time', async () => {
  const setting = await judged([first, second]);
  const clientId = randomUUID();
  const send = () => settle(setting, { clientId, answers: first, outcomes: ['precedent'], words: 'Once.' });
  const both = await Promise.all([send(), send()]);
  expect(both[0].current?.adjudicationId).toBe(both[1].current?.adjudicationId);
  const params = { projectId: setting.project.id };
  expect((await setting.lead.client.call(contract.listPrecedents, { params })).precedents).toHaveLength(1);
});

test('of two who settle an item at once one is told, and can replace what stands after a look', async () => {
  const setting = await judged([first, second]);
  const other = await addPerson(server, { projectId: setting.project.id, roles: ['reviewer'] });
  const both = await Promise.all([
    refusalOf(settle(setting, { answers: first })),
    refusalOf(settle(setting, { answers: second }, other)),
  ]);
  expect(both.sort()).toEqual(['accepted', 'adjudication_superseded']);
  const { current } = await other.client.call(contract.readAdjudication, { params: setting.params });
  const next = await settle(setting, { answers: second, seenId: current?.adjudicationId ?? null }, other);
  expect(next.current).toMatchObject({ by: { personId: other.id } });
});

test('a reviewer settles but sets no gold, and a bad item is dropped', async () => {
  const setting = await judged([first, second]);
  const reviewer = await addPerson(server, { projectId: setting.project.id, roles: ['reviewer'] });
  const gold = settle(setting, { answers: first, outcomes: ['gold'] }, reviewer);
  expect(await refusalOf(gold)).toBe('not_allowed');
  await settle(setting, { cause: 'bad_item', outcomes: ['drop'] }, reviewer);
  const item = await setting.lead.client.call(readItem, { params: setting.params });
  expect(item.hold).toBe('dropped');
});

test('whoever judges reads precedents of other items in words alone, searched word by word and by nobody else', async () => {
  const setting = await judged([first, second]);
  const annotator = await addPerson(server, { projectId: setting.project.id });
  const words = 'Where both are right, the shorter one wins.';
  await settle(setting, {
    answers: first,
    outcomes: ['precedent'],
    words,
    section: 'Length',
    criterion: 'overall',
  });
  const params = { projectId: setting.project.id };
  const beside = async (assignmentId: string, search?: string, by = annotator) =>
    by.client.call(contract.listPrecedentsBeside, {
      params: { ...params, assignmentId },
      query: search === undefined ? {} : { search },
    });
  const [other = ''] = await addItems(server, { projectId: setting.project.id, count: 1, overlap: 5 });
  const elsewhere = await lendTo(annotator.id, other);
  expect((await beside(elsewhere)).precedents).toEqual([
    {
      precedentId: expect.any(String),
      section: 'Length',
      criterionKey: 'overall',
      words,
      createdAt: expect.any(String),
    },
  ]);
  expect((await beside(elsewhere, 'WINS shorter')).precedents).toHaveLength(1);
  expect((await beside(elsewhere, 'longer wins')).precedents).toEqual([]);
  const itself = await lendTo(annotator.id, setting.params.itemId);
  expect((await beside(itself)).precedents).toEqual([]);
  const somebody = await addPerson(server, { projectId: setting.project.id });
  expect(await refusalOf(beside(elsewhere, undefined, somebody))).toBe('not_found');
  expect(await refusalOf(annotator.client.call(contract.listPrecedents, { params }))).toBe('not_allowed');

  async function lendTo(annotatorId: string, itemId: string): Promise<string> {
    const { assignmentId } = await addJudgment(server, { ...params, itemId, annotatorId, answers: first });
    return assignmentId;
  }
});
