import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as contract from '#contract/results.ts';
import type { QueryOf } from '#contract/route.ts';
import type { Answers } from '#domain/judging/answers.ts';
import { overallPreference } from '#domain/rubrics/overall-preference.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { addJudgment, amendByHand, setContent, setRubric } from '#test/support/judgments.ts';
import { addPerson, type TestPerson } from '#test/support/people.ts';
import { addProject, type TestProject, validAnswers } from '#test/support/projects.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ withJobs: false });
});
afterAll(async () => {
  await server.stop();
});

const overall = (answer: Answers['pair'][string]): Partial<Answers> => ({ pair: { overall: answer } });
const prefers = (responseId: string, strength = 2) => overall({ verdict: 'prefers', responseId, strength });

async function addPeople(project: TestProject, count: number): Promise<TestPerson[]> {
  return Promise.all(Array.from({ length: count }, () => addPerson(server, { projectId: project.id })));
}

/** Each row is an item, each column a person; undefined means that the person has not judged it. */
async function judge(
  project: TestProject,
  people: readonly TestPerson[],
  table: readonly (readonly (Partial<Answers> | undefined)[])[],
): Promise<void> {
  for (const [row, cells] of table.entries()) {
    for (const [column, answers] of cells.entries()) {
      const [itemId, person] = [project.itemIds[row], people[column]];
      if (!answers || !itemId || !person) continue;
      await addJudgment(server, { projectId: project.id, itemId, annotatorId: person.id, answers });
    }
  }
}

describe('agreement', () => {
  const rubric: Rubric = {
    criteria: [
      overallPreference,
      {
        key: 'clarity',
        label: 'Clarity',
        help: '',
        target: 'response',
        scale: { kind: 'rating', min: 1, max: 5, anchors: [] },
        required: false,
      },
      {
        key: 'topic',
        label: 'Topic',
        help: '',
        target: 'task',
        scale: {
          kind: 'choice',
          options: [
            { key: 'code', label: 'Code' },
            { key: 'law', label: 'Law' },
          ],
        },
        required: false,
      },
    ],
    overallKey: 'overall',
    justification: { ask: 'off', minCharacters: 0 },
    confidence: 'off',
  };

  const answersOf = (given: {
    better?: string;
    clarity?: [number, number];
    topic?: string;
  }): Partial<Answers> => ({
    ...(given.better ? prefers(given.better) : {}),
    ...(given.clarity ? { response: { clarity: { r1: given.clarity[0], r2: given.clarity[1] } } } : {}),
    ...(given.topic ? { task: { topic: given.topic } } : {}),
  });

  /**
   * By hand, for two values of three each in three units, of which one is split:
   * observed 1/3, expected 2·3·3/(6·5) = 0.6, alpha = 1 − (1/3)/0.6 = 4/9. With two values every metric gives the same.
   */
  test('is what the table gives by hand, for each kind of criterion', async () => {
    const project = await addProject(server, { items: 5 });
    await setRubric(server, project.id, rubric);
    await judge(project, await addPeople(project, 2), [
      [answersOf({ better: 'r1', topic: 'code' }), answersOf({ better: 'r1', topic: 'code' })],
      [
        answersOf({ better: 'r2', topic: 'law', clarity: [1, 5] }),
        answersOf({ better: 'r2', topic: 'law', clarity: [1, 1] }),
      ],
      [
        answersOf({ better: 'r1', topic: 'code', clarity: [5, 1] }),
        answersOf({ better: 'r2', topic: 'law', clarity: [5, 5] }),
      ],
      // Judged by one alone: counted, but nothing can be compared.
      [answersOf({ better: 'r2', topic: 'law' }), undefined],
    ]);
    const { criteria, judgments, items } = await project.lead.client.call(contract.readAgreement, {
      params: { projectId: project.id },
    });
    expect({ judgments, items }).toEqual({ judgments: 7, items: 4 });
    expect(criteria).toMatchObject([
      { key: 'overall', metric: 'ordinal', units: 3, values: 6, alpha: { value: expect.closeTo(4 / 9, 10) } },
      // Responses are units of their own: 1/1, 5/1, 5/5, 1/5; observed 1/2, expected 2·4·4/(8·7) = 4/7.
      { key: 'clarity', metric: 'ordinal', units: 4, values: 8, alpha: { value: expect.closeTo(1 / 8, 10) } },
      { key: 'topic', metric: 'nominal', units: 3, values: 6, alpha: { value: expect.closeTo(4 / 9, 10) } },
    ]);
    // Wilson's interval for 2 of 3.
    expect(criteria[0]?.percentAgreement).toMatchObject({
      value: expect.closeTo(2 / 3, 10),
      low: expect.closeTo(0.2077, 4),
      high: expect.closeTo(0.9385, 4),
      n: 3,
    });
  });

  test('follows new judgments, and counts an amended one as amended', async () => {
    const project = await addProject(server, { items: 2 });
    await setRubric(server, project.id, rubric);
    const [one, other] = await addPeople(project, 2);
    if (!one || !other) throw new Error('two people were asked for');
    const params = { projectId: project.id };
    const itemId = project.itemIds[0] ?? '';
    const read = async () => {
      const { criteria } = await project.lead.client.call(contract.readAgreement, { params });
      return criteria[0]?.percentAgreement;
    };
    expect(await read()).toMatchObject({ value: null, reason: expect.stringContaining('No two people') });
    await judge(project, [one], [[prefers('r1')]]);
    const judged = { projectId: project.id, itemId, annotatorId: other.id };
    const before = await addJudgment(server, { ...judged, answers: prefers('r2') });
    expect(await read()).toMatchObject({ value: 0, n: 1 });
    await amendByHand(server, { ...judged, ...before, answers: prefers('r1') });
    expect(await read()).toMatchObject({ value: 1, n: 1 });
  });

  test('is the same in a thread of its own, where there is much to compute', async () => {
    const project = await addProject(server, { items: 320 });
    await setRubric(server, project.id, rubric);
    const people = await addPeople(project, 2);
    const table = project.itemIds.map((_, index) => [prefers('r1'), prefers(index % 4 === 0 ? 'r2' : 'r1')]);
    await judge(project, people, table);
    const params = { projectId: project.id };
    const { criteria } = await project.lead.client.call(contract.readAgreement, { params });
    // 80 of 320 pairs are split: 560 times r1, 80 times r2; expected 2·560·80/(640·639).
    const alpha = 1 - 80 / 320 / ((2 * 560 * 80) / (640 * 639));
    expect(criteria[0]?.alpha.value).toBeCloseTo(alpha, 10);
    expect(criteria[0]?.alpha.low ?? 1).toBeLessThan(alpha);
    expect(criteria[0]?.alpha.high ?? -1).toBeGreaterThan(alpha);
  });
});

describe('the list of judgments', () => {
  let project: TestProject;
  let people: TestPerson[];
  beforeAll(async () => {
    project = await addProject(server, { items: 4 });
    people = await addPeople(project, 2);
    await judge(project, people, [
      [prefers('r1', 1), prefers('r2', 3)],
      [overall({ verdict: 'tie' }), undefined],
      [overall({ verdict: 'both_bad' }), prefers('r1', 2)],
    ]);
    const { pool } = server.services.database;
    await pool.query(
      `insert into flags (id, project_id, item_id, assignment_id, person_id, kind, created_at)
       select $1, project_id, item_id, id, annotator_id, 'broken', now() from assignments where item_id = $2 limit 1`,
      [server.services.newId(), project.itemIds[1]],
    );
  });
  const list = (query: Partial<QueryOf<typeof contract.listJudgments>>) =>
    project.lead.client.call(contract.listJudgments, { params: { projectId: project.id }, query });

  test.each<[string, () => Partial<QueryOf<typeof contract.listJudgments>>, number]>([
    ['nothing', () => ({}), 5],
    ['a person', () => ({ annotatorId: people[1]?.id }), 2],
    ['an item', () => ({ itemId: project.itemIds[0] }), 2],
    ['a verdict', () => ({ verdict: 'tie' }), 1],
    ['both bad', () => ({ verdict: 'both_bad' }), 1],
    ['a strength', () => ({ minStrength: 2 }), 2],
    ['flags', () => ({ flagged: 'true' }), 1],
    ['no flags', () => ({ flagged: 'false' }), 4],
    ['a day to come', () => ({ from: '2999-01-01T00:00:00Z' }), 0],
    ['the past', () => ({ until: '2999-01-01T00:00:00Z' }), 5],
    ['several things', () => ({ annotatorId: people[0]?.id, verdict: 'prefers', minStrength: 1 }), 1],
  ])('can be narrowed by %s', async (_name, query, expected) => {
    expect((await list(query())).rows).toHaveLength(expected);
  });

  test('is paged without gaps or repeats, newest first', async () => {
    const whole = (await list({})).rows.map((row) => row.judgmentId);
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list({ limit: 2, ...(cursor ? { cursor } : {}) });
      paged.push(...page.rows.map((row) => row.judgmentId));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(paged).toEqual(whole);
    expect(whole).toEqual([...whole].sort().reverse());
  });

  test('refuses filters and cursors that it does not know', async () => {
    await expect(list({ passwordHash: 'x' } as never)).rejects.toMatchObject({ code: 'invalid_request' });
    await expect(list({ cursor: 'WyJ4Il0' })).rejects.toMatchObject({ code: 'invalid_request' });
  });
});

describe('the list of items', () => {
  test('can be narrowed to what people judged otherwise, and to a domain', async () => {
    const project = await addProject(server, { items: 5, overlap: 3 });
    const [one, other, third] = await addPeople(project, 3);
    await judge(
      project,
      [one, other, third].flatMap((person) => person ?? []),
      [
        [prefers('r1', 1), prefers('r2', 1), prefers('r1', 1)],
        // The same side, but not as strongly.
        [prefers('r1', 1), prefers('r1', 3), prefers('r1', 1)],
        [prefers('r1', 1), prefers('r1', 1), prefers('r2', 1)],
        [overall({ verdict: 'tie' }), prefers('r1', 1), undefined],
        [prefers('r1', 1), undefined, prefers('r2', 1)],
      ],
    );
    const { pool } = server.services.database;
    await pool.query(`update item_contents set metadata = '{"domain": "law"}' where item_id = $1`, [
      project.itemIds[2],
    ]);
    const list = async (query: Partial<QueryOf<typeof contract.listItems>>) => {
      const { rows } = await project.lead.client.call(contract.listItems, {
        params: { projectId: project.id },
        query,
      });
      return rows.map(({ itemId }) => project.itemIds.indexOf(itemId));
    };
    expect(await list({ differ: `${one?.id},${other?.id}` })).toEqual([0, 3]);
    expect(await list({ differ: `${third?.id},${one?.id}` })).toEqual([2, 4]);
    expect(await list({ differOn: 'overall' })).toEqual([0, 1, 2, 3, 4]);
    expect(await list({ differOn: 'overall', domain: 'law' })).toEqual([2]);
    expect(await list({ differOn: 'constructor' })).toEqual([]);
    expect(await list({ domain: 'medicine' })).toEqual([]);
    await expect(list({ differ: 'somebody' })).rejects.toMatchObject({ code: 'invalid_request' });
  });

  test.each([
    ['untouched', [3]],
    ['started', [1]],
    ['done', [0]],
    ['flagged', [2]],
  ] as const)('can be narrowed to %s items', async (state, expected) => {
    const project = await addProject(server, { items: 4, overlap: 2 });
    const people = await addPeople(project, 2);
    await judge(project, people, [
      [prefers('r1'), prefers('r1')],
      [prefers('r1'), undefined],
    ]);
    await server.services.database.pool.query(
      `with held as (
         insert into assignments (id, project_id, item_id, annotator_id, state, slot, shown_order, rubric_version, guideline_version, leased_at, lease_until, finished_at, skip_reason)
         values (uuidv7(), $1, $2, $3, 'skipped', 1, '{2,1}', 1, 1, now(), now(), now(), 'unclear') returning id)
       insert into flags (id, project_id, item_id, assignment_id, person_id, kind, created_at)
       select uuidv7(), $1, $2, held.id, $3, 'broken', now() from held`,
      [project.id, project.itemIds[2], people[0]?.id],
    );
    const { rows } = await project.lead.client.call(contract.listItems, {
      params: { projectId: project.id },
      query: { state },
    });
    const found = rows.map((row) => project.itemIds.indexOf(row.itemId));
    // The flagged item was given back, so it counts as untouched, too.
    expect(found.filter((index) => state !== 'untouched' || index !== 2)).toEqual(expected);
    if (state === 'flagged') expect(rows[0]).toMatchObject({ flags: 1, skips: 1, judgments: 0, wanted: 2 });
  });

  test('comes in the order of the import whatever the priorities, also over pages', async () => {
    const project = await addProject(server, { items: 5 });
    const urgent = project.itemIds[3] ?? '';
    await server.services.database.pool.query('update items set priority = 9 where id = $1', [urgent]);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await project.lead.client.call(contract.listItems, {
        params: { projectId: project.id },
        query: { limit: 2, ...(cursor ? { cursor } : {}) },
      });
      seen.push(...page.rows.map((row) => row.itemId));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual([...project.itemIds].sort());
  });
});

describe('an item', () => {
  test('shows all its judgments side by side, models named and answers as given', async () => {
    const project = await addProject(server, { items: 1 });
    const people = await addPeople(project, 2);
    const itemId = project.itemIds[0] ?? '';
    await setContent(server, { itemId, prompt: [{ role: 'user', content: `Why?\n${'so '.repeat(200)}` }] });
    await judge(project, people, [[prefers('r1', 3), prefers('r2', 1)]]);
    const detail = await project.lead.client.call(contract.readItem, {
      params: { projectId: project.id, itemId },
    });
    expect(detail.responses.map(({ id, model }) => [id, model])).toEqual([
      ['r1', 'model-one'],
      ['r2', 'model-two'],
    ]);
    expect(detail.judgments.map((each) => each.answers.pair)).toEqual([
      prefers('r1', 3).pair,
      prefers('r2', 1).pair,
    ]);
    expect(detail.judgments[0]?.promptPreview).toMatch(/^Why\? so so .{140,150}…$/);
    expect(detail).toMatchObject({ gold: null, sourceVerdict: null, flags: [], skips: [] });
  });

  test('of another project is not found', async () => {
    const [one, other] = [await addProject(server, { items: 1 }), await addProject(server, { items: 1 })];
    const params = { projectId: one.id, itemId: other.itemIds[0] ?? '' };
    const { client } = one.lead;
    for (const call of [
      () => client.call(contract.readItem, { params }),
      () => client.call(contract.setGold, { params, body: { answers: validAnswers() as never } }),
      () => client.call(contract.removeGold, { params }),
    ])
      await expect(call()).rejects.toMatchObject({ code: 'not_found' });
  });

  test('takes a known answer, another one in its place, and none again', async () => {
    const project = await addProject(server, { items: 1 });
    const params = { projectId: project.id, itemId: project.itemIds[0] ?? '' };
    const set = (answers: Answers) =>
      project.lead.client.call(contract.setGold, { params, body: { answers: answers as never } });
    expect((await set(validAnswers())).gold).toMatchObject({
      answers: validAnswers(),
      source: 'set_by_hand',
    });
    const second = validAnswers({ verdict: 'tie' });
    expect((await set(second)).gold).toMatchObject({ answers: second });
    await project.lead.client.call(contract.removeGold, { params });
    expect((await project.lead.client.call(contract.readItem, { params })).gold).toBeNull();
  });

  test('refuses a known answer that the rubric does not allow, and says where', async () => {
    const project = await addProject(server, { items: 1 });
    const params = { projectId: project.id, itemId: project.itemIds[0] ?? '' };
    const answers = validAnswers({ verdict: 'prefers', responseId: 'r3', strength: 9 });
    const call = project.lead.client.call(contract.setGold, { params, body: { answers: answers as never } });
    await expect(call).rejects.toMatchObject({
      code: 'answers_invalid',
      places: [{ path: 'answers.pair.overall' }],
    });
  });
});
