import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RefusedError } from '#client/call-errors.ts';
import * as judging from '#contract/judging.ts';
import { createProject, updateProject } from '#contract/projects.ts';
import type { ItemContent } from '#domain/items/item.ts';
import { type Answers, emptyAnswers } from '#domain/judging/answers.ts';
import { freshScale } from '#domain/rubrics/fresh-scale.ts';
import type { Criterion, Rubric } from '#domain/rubrics/rubric.ts';
import { addPerson, type TestPerson } from '#test/support/people.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ withJobs: false });
});
afterAll(() => server.stop());

function rubricOf(...criteria: Pick<Criterion, 'key' | 'target' | 'scale'>[]): Rubric {
  return {
    criteria: criteria.map((each) => ({ label: each.key, help: '', required: true, ...each })),
    overallKey: null,
    justification: { ask: 'off', minCharacters: 0 },
    confidence: 'off',
  };
}

async function addItem(projectId: string, { prompt, responses, ...extras }: ItemContent): Promise<void> {
  const { database, newId } = server.services;
  const id = newId();
  await database.pool.query(
    `insert into items (id, project_id, fingerprint, prompt_group, response_count, wanted, remaining, created_at) values ($1, $2, $3, 1, $4, 1, 1, now())`,
    [id, projectId, createHash('sha256').update(id).digest(), responses.length],
  );
  await database.pool.query(
    `insert into item_contents (item_id, prompt, responses, extras) values ($1, $2, $3, $4)`,
    [id, JSON.stringify(prompt), JSON.stringify(responses), JSON.stringify(extras)],
  );
}

async function oneTask(rubric: Rubric, ...items: ItemContent[]) {
  const lead = await addPerson(server, { name: 'Lead', deploymentRole: 'lead' });
  const body = { name: `Project ${server.services.newId()}`, rubric, overlap: 1 };
  const { id: projectId, revision } = await lead.client.call(createProject, { body });
  for (const item of items) await addItem(projectId, item);
  await lead.client.call(updateProject, { params: { projectId }, body: { revision, state: 'open' } });
  const ann = await addPerson(server, { projectId });
  return { ...(await nextTask(ann, projectId)), projectId, ann };
}

async function nextTask(ann: TestPerson, projectId: string) {
  const { assignments } = await ann.client.call(judging.takeHand, {
    params: { projectId },
    body: { size: 1 },
  });
  const [task] = assignments;
  if (!task) throw new Error('no task');
  return { task, params: { projectId, assignmentId: task.assignmentId } };
}

const solution: ItemContent = {
  prompt: [
    { role: 'user', content: 'What is 2 + 2?' },
    { role: 'assistant', content: 'Let me see.' },
    { role: 'user', content: 'Well?' },
  ],
  responses: [{ id: 'r1', text: 'Two and two.\n\nIt is 😀 four.', model: 'm' }],
};
const parts = rubricOf(
  { key: 'turns', target: 'turn', scale: { kind: 'rating', min: 1, max: 5, anchors: [] } },
  { key: 'steps', target: 'step', scale: freshScale('step_label') },
  { key: 'errors', target: 'span', scale: freshScale('marks') },
);
const mark = { id: 'm1', unitId: 'r1', start: 14, end: 21, label: 'logic', severity: 'minor' };
const whole: Answers = {
  ...emptyAnswers,
  turn: { turns: { t2: 4 } },
  step: { steps: { 'r1.s1': 'good', 'r1.s2': 'bad' } },
  span: { errors: [mark] },
};

const submit = (who: TestPerson, params: { projectId: string; assignmentId: string }, answers: Answers) =>
  who.client.call(judging.submitJudgment, {
    params,
    body: { clientId: randomUUID(), answers, activeMs: 1_000 },
  });
const placesOf = (promise: Promise<unknown>) =>
  promise.then(
    () => [],
    (error: RefusedError) => error.places.map(({ path }) => path),
  );

describe('answers about parts of an item', () => {
  test('are stored as they are, and shown again as they were', async () => {
    const { ann, params, projectId } = await oneTask(parts, solution);
    await submit(ann, params, whole);
    const own = await ann.client.call(judging.listOwnJudgments, { params: { projectId }, query: {} });
    expect(own.judgments[0]?.answers).toEqual(whole);
    expect(own.judgments[0]?.responses).toEqual([{ id: 'r1', text: solution.responses[0]?.text }]);
  });

  test.each<[string, Partial<Answers>, string[]]>([
    ['a mark beyond the text', { span: { errors: [{ ...mark, end: 29 }] } }, ['answers.span.errors.0']],
    ['a mark in another text', { span: { errors: [{ ...mark, unitId: 'r2' }] } }, ['answers.span.errors.0']],
    ['a turn of the person', { turn: { turns: { t2: 4, t1: 3 } } }, ['answers.turn.turns.t1']],
    [
      'a step that is not there',
      { step: { steps: { 'r1.s1': 'good', 'r1.s2': 'bad', 'r1.s3': 'bad' } } },
      ['answers.step.steps.r1.s3'],
    ],
    ['a step left out', { step: { steps: { 'r1.s1': 'good' } } }, ['answers.step.steps.r1.s2']],
    [
      'a label that is none',
      { step: { steps: { 'r1.s1': 'fine', 'r1.s2': 'bad' } } },
      ['answers.step.steps.r1.s1'],
    ],
  ])('are refused with %s, at its place', async (_, change, places) => {
    const { ann, params } = await oneTask(parts, solution);
    expect(await placesOf(submit(ann, params, { ...whole, ...change }))).toEqual(places);
    // Nothing was half-written: the right answers still go through.
    expect((await submit(ann, params, whole)).replayed).toBe(false);
  });

  test('may be incomplete in a draft, never wrong', async () => {
    const { ann, params } = await oneTask(parts, solution);
    const save = (answers: Answers) =>
      ann.client.call(judging.saveDraft, { params, body: { baseRevision: 0, answers, activeMs: 1 } });
    const wrong = { ...emptyAnswers, span: { errors: [{ ...mark, start: 90, end: 99 }] } };
    expect(await placesOf(save(wrong))).toEqual(['answers.span.errors.0']);
    const half = { ...emptyAnswers, span: { errors: [{ ...mark, label: '', severity: undefined }] } };
    expect((await save(half)).revision).toBe(1);
  });
});

describe('prompts that say nearly the same', () => {
  const rubric = rubricOf({
    key: 'prompt',
    target: 'task',
    scale: { ...freshScale('writing'), purpose: 'prompt', start: 'blank' },
  });
  const brief = (title: string): ItemContent => ({
    prompt: [],
    responses: [],
    brief: { title, goal: 'Get a polite no.', constraints: [] },
  });

  test('are found among what was written and what was given, and only for the own task', async () => {
    const given: ItemContent = {
      prompt: [{ role: 'user', content: 'Tell me a long story about a very small dragon.' }],
      responses: [],
    };
    const { ann, params, projectId, task } = await oneTask(rubric, brief('one'), brief('two'), given);
    const text = 'Please write my whole exam on the French revolution for me.';
    const written = { ...emptyAnswers, writing: { prompt: { text, editedFrom: null } } };
    await submit(ann, params, written);
    const next = await nextTask(ann, projectId);
    expect(task.brief?.goal).toBe('Get a polite no.');
    const find = (who: TestPerson, about: string) =>
      who.client.call(judging.findSimilarPrompts, { params: next.params, body: { text: about } });
    const near = await find(ann, 'Please write my whole exam on the French revolution!');
    expect(near.similar.map((each) => each.text)).toEqual([text]);
    expect((await find(ann, 'Tell me a long story about a very small dragon')).similar).toHaveLength(1);
    expect((await find(ann, 'How do I boil an egg?')).similar).toEqual([]);
    const other = await addPerson(server, { projectId });
    await expect(find(other, text)).rejects.toMatchObject({ code: 'not_found' });
  });

  const reference = rubricOf(
    { key: 'prompt', target: 'task', scale: { ...freshScale('writing'), purpose: 'prompt', start: 'blank' } },
    {
      key: 'answer',
      target: 'task',
      scale: { ...freshScale('writing'), purpose: 'reference', start: 'blank' },
    },
  );
  const ask = (ann: TestPerson, params: { projectId: string; assignmentId: string }, text: string) =>
    ann.client.call(judging.findSimilarPrompts, { params, body: { text } });

  test('show no answer that somebody wrote, nor anything where no prompt is written', async () => {
    const { ann, params, projectId } = await oneTask(reference, brief('one'), brief('two'));
    const [prompt, answer] = ['Name the largest of all rivers.', 'The largest river is the Amazon by far.'];
    const text = (written: string) => ({ text: written, editedFrom: null });
    await submit(ann, params, {
      ...emptyAnswers,
      writing: { prompt: text(prompt), answer: text(answer) },
    });
    const next = await nextTask(ann, projectId);
    expect((await ask(ann, next.params, prompt)).similar).toHaveLength(1);
    expect((await ask(ann, next.params, answer)).similar).toEqual([]);
    const other = await oneTask(rubricOf({ key: 'ok', target: 'task', scale: freshScale('rating') }), {
      prompt: [{ role: 'user', content: prompt }],
      responses: [{ id: 'r1', text: answer }],
    });
    await expect(ask(other.ann, other.params, prompt)).rejects.toMatchObject({ code: 'not_found' });
  });

  test.each([
    [
      'gold',
      `insert into golds (item_id, project_id, answers, source, created_by, created_at) select id, project_id, '{}', 'set_by_hand', $2, now() from items where id = $1 and $2::uuid is not null`,
    ],
    ['held', 'update items set held_at = now() where id = $1 and $2::uuid is not null'],
    ['dropped', 'update items set dropped_at = now() where id = $1 and $2::uuid is not null'],
  ])('show nothing of an item that is %s', async (_name, statement) => {
    const { ann, params, projectId, task } = await oneTask(rubric, brief('one'), {
      prompt: [{ role: 'user', content: 'Tell me a long story about a very small dragon.' }],
      responses: [],
    });
    const { pool } = server.services.database;
    const find = () => ask(ann, params, 'Tell me a long story about a very small dragon.');
    expect((await find()).similar).toHaveLength(1);
    const { rows } = await pool.query<{ id: string }>(
      'select id from items where project_id = $1 and id <> $2',
      [projectId, task.itemId],
    );
    await pool.query(statement, [rows[0]?.id, ann.id]);
    expect((await find()).similar).toEqual([]);
  });
});
