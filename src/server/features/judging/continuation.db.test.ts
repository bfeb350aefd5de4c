import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RefusedError } from '#client/call-errors.ts';
import * as judging from '#contract/judging.ts';
import { createProject, updateProject } from '#contract/projects.ts';
import { publishRubric } from '#contract/rubrics.ts';
import { type Answers, type ContinuationChoice, emptyAnswers } from '#domain/judging/answers.ts';
import { freshScale } from '#domain/rubrics/fresh-scale.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { importThrough } from '#test/support/imports.ts';
import { addPerson, type TestPerson } from '#test/support/people.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const around = {
  overallKey: null,
  justification: { ask: 'off', minCharacters: 0 },
  confidence: 'off',
} as const;
const asked = { help: '', target: 'task', required: true } as const;
const rubric: Rubric = {
  criteria: [{ ...asked, key: 'way', label: 'Way', scale: { kind: 'continuation', mayStop: false } }],
  ...around,
};
const replies = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'];
const row = {
  prompt: 'How do I fold a sheet?',
  dialogue: [
    ...replies.map((text) => ({ text: `Reply ${text}`, model: `canary-${text}` })),
    {
      text: 'Reply with more',
      model: 'canary-more',
      replies: [{ text: 'And then?', replies: [{ text: 'Flat.' }, { text: 'Round.' }] }],
    },
  ],
};

async function openProject(people: number, given = rubric) {
  const lead = await addPerson(server, { name: 'Lead', deploymentRole: 'lead' });
  const body = { name: `Project ${server.services.newId()}`, rubric: given, overlap: people };
  const { id: projectId } = await lead.client.call(createProject, { body });
  return { lead, projectId };
}

async function oneDialogue(people = 1) {
  const { lead, projectId } = await openProject(people);
  await importThrough(lead, projectId, { content: JSON.stringify(row), format: 'tasks' });
  const { revision } = await lead.client.call(updateProject, {
    params: { projectId },
    body: { revision: 1, state: 'open' },
  });
  expect(revision).toBeGreaterThan(1);
  return { lead, projectId };
}

async function takeTask(person: TestPerson, projectId: string) {
  const hand = await person.client.call(judging.takeHand, { params: { projectId }, body: { size: 1 } });
  const task = hand.assignments[0] ?? expect.unreachable();
  const idOf = (text: string) => task.dialogue?.find((turn) => turn.text === text)?.id ?? '?';
  return { task, idOf, params: { projectId, assignmentId: task.assignmentId }, text: JSON.stringify(hand) };
}

const way = (...path: ContinuationChoice[]): Answers => ({
  ...emptyAnswers,
  continuation: { way: { path } },
});
const submit = (
  who: TestPerson,
  params: { projectId: string; assignmentId: string },
  { answers, clientId = randomUUID() }: { answers: Answers; clientId?: string },
) => who.client.call(judging.submitJudgment, { params, body: { clientId, answers, activeMs: 1_000 } });
const placesOf = (promise: Promise<unknown>) =>
  promise.then(
    () => [],
    (error: RefusedError) => error.places.map(({ path }) => path),
  );

describe('a recorded dialogue', () => {
  test('is shown without models, in an order of its own for each person that stays the same', async () => {
    const { projectId } = await oneDialogue(6);
    const orders: string[] = [];
    for (let count = 0; count < 6; count += 1) {
      const person = await addPerson(server, { projectId });
      const { task, text } = await takeTask(person, projectId);
      expect(text).not.toContain('canary');
      const first = task.dialogue?.filter(({ parentId }) => parentId === null).map(({ id }) => id) ?? [];
      expect(first).toHaveLength(8);
      expect((await takeTask(person, projectId)).task.dialogue).toEqual(task.dialogue);
      orders.push(first.join());
    }
    // Two of 40 320 orders are the same once in thousands of runs; all six never.
    expect(new Set(orders).size).toBeGreaterThan(1);
  });

  test('is judged whole, also sent twice, and is shown again as it was', async () => {
    const { projectId } = await oneDialogue();
    const person = await addPerson(server, { projectId });
    const { task, idOf, params } = await takeTask(person, projectId);
    const answers = way(
      { at: null, chosen: idOf('Reply with more') },
      { at: idOf('And then?'), chosen: idOf('Flat.') },
    );
    const sending = { answers, clientId: randomUUID() };
    expect((await submit(person, params, sending)).replayed).toBe(false);
    expect((await submit(person, params, sending)).replayed).toBe(true);
    const own = await person.client.call(judging.listOwnJudgments, { params: { projectId }, query: {} });
    expect(own.judgments[0]).toMatchObject({ answers, dialogue: task.dialogue });
    expect(JSON.stringify(own)).not.toContain('canary');
  });

  test('is refused half way, off the tree and where it must not stop; a draft may be half', async () => {
    const { projectId } = await oneDialogue();
    const person = await addPerson(server, { projectId });
    const { idOf, params } = await takeTask(person, projectId);
    const more = { at: null, chosen: idOf('Reply with more') };
    const half = way(more);
    const there = idOf('And then?');
    const cases: [Answers, string[]][] = [
      [emptyAnswers, ['answers.continuation.way']],
      [half, ['answers.continuation.way.path.1']],
      [way(more, { at: there, chosen: idOf('Reply one') }), ['answers.continuation.way.path.1']],
      [way(more, { at: there, chosen: null }), ['answers.continuation.way.path.1']],
      [way({ at: there, chosen: idOf('Flat.') }), ['answers.continuation.way.path.0']],
      [
        { ...emptyAnswers, continuation: { other: { path: [more] } } },
        ['answers.continuation.other', 'answers.continuation.way'],
      ],
    ];
    for (const [answers, places] of cases)
      expect(await placesOf(submit(person, params, { answers }))).toEqual(places);
    const draft = { params, body: { baseRevision: 0, answers: half, activeMs: 1 } };
    expect((await person.client.call(judging.saveDraft, draft)).revision).toBe(1);
    const answers = way({ at: null, chosen: idOf('Reply two') });
    expect((await submit(person, params, { answers })).replayed).toBe(false);
  });
});

test('a rubric that asks for continuations is not published over items without a dialogue', async () => {
  const rating: Rubric = {
    criteria: [{ ...asked, key: 'whole', label: 'Whole', scale: freshScale('rating') }],
    ...around,
  };
  const { lead, projectId } = await openProject(1, rating);
  await importThrough(lead, projectId, { content: JSON.stringify({ prompt: 'Why?' }), format: 'tasks' });
  const body = { rubric, basedOn: 1, note: '' };
  await expect(lead.client.call(publishRubric, { params: { projectId }, body })).rejects.toMatchObject({
    code: 'rubric_invalid',
    message: expect.stringContaining('without a recorded dialogue'),
  });
});

test('a row without a dialogue is left out of such a project, and told why', async () => {
  const { lead, projectId } = await openProject(1);
  const content = [row, { prompt: 'Why?' }].map((each) => JSON.stringify(each)).join('\n');
  const done = await importThrough(lead, projectId, { content, format: 'tasks' });
  expect(done).toMatchObject({ itemsAdded: 1, rejected: 1 });
});
