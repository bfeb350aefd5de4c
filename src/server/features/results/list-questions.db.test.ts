import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { flagAssignment } from '#contract/flags.ts';
import * as judging from '#contract/judging.ts';
import { listOwnQuestions, listQuestions } from '#contract/questions.ts';
import { settleFlag } from '#contract/results.ts';
import type { FlagKind } from '#domain/queue/assignment.ts';
import type { FlagOutcome } from '#domain/queue/flag.ts';
import { addPerson } from '#test/support/people.ts';
import { addProject, validAnswers } from '#test/support/projects.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ withJobs: false });
});
afterAll(() => server.stop());

/** A project in which a person has flagged one task after the other. */
async function flagged(kinds: readonly FlagKind[]) {
  const project = await addProject(server, { items: kinds.length + 1 });
  const params = { projectId: project.id };
  const ann = await addPerson(server, { projectId: project.id });
  const flagIds: string[] = [];
  for (const kind of kinds) {
    const task = await nextTask();
    const { flagId } = await ann.client.call(flagAssignment, {
      params: task,
      body: { kind, note: `About ${kind}` },
    });
    flagIds.push(flagId);
    await ann.client.call(judging.skipAssignment, { params: task, body: { reason: 'other' } });
  }
  async function nextTask() {
    const hand = await ann.client.call(judging.takeHand, { params, body: { size: 1 } });
    return { ...params, assignmentId: hand.assignments[0]?.assignmentId ?? '' };
  }
  const list = (query: Parameters<typeof listPage>[0] = {}) => listPage(query);
  const listPage = (query: {
    state?: 'open' | 'settled';
    kind?: FlagKind;
    cursor?: string;
    limit?: number;
  }) => project.lead.client.call(listQuestions, { params, query });
  const settle = (flagId: string, body: { note?: string; outcome?: FlagOutcome }) =>
    project.lead.client.call(settleFlag, { params: { ...params, flagId }, body: { settled: true, ...body } });
  return { project, params, ann, flagIds, nextTask, list, settle };
}

test('open questions stand oldest first, page by page, with counts of each kind', async () => {
  const { flagIds, list } = await flagged(['broken', 'other', 'broken']);
  const first = await list({ limit: 2 });
  const second = await list({ limit: 2, cursor: first.nextCursor ?? '' });
  expect([...first.rows, ...second.rows].map(({ flagId }) => flagId)).toEqual(flagIds);
  expect(second.nextCursor).toBeNull();
  expect(first.counts).toEqual([
    { kind: 'broken', count: 2 },
    { kind: 'other', count: 1 },
  ]);
  expect(first.rows[0]).toMatchObject({ note: 'About broken', promptPreview: 'Question 0?', hold: 'none' });
});

test('one kind alone is listed, with the counts of all', async () => {
  const { list } = await flagged(['broken', 'other']);
  const { rows, counts } = await list({ kind: 'other' });
  expect(rows.map(({ kind }) => kind)).toEqual(['other']);
  expect(counts).toHaveLength(2);
});

test('what the rubric did not settle stands there with criterion, section and judgment', async () => {
  const { ann, nextTask, list } = await flagged([]);
  const { pair, ...rest } = validAnswers();
  const said = { section: 'Refusals', note: 'Says nothing about jokes.' };
  const unsettled = Object.fromEntries(Object.keys(pair).map((key) => [key, said]));
  const receipt = await ann.client.call(judging.submitJudgment, {
    params: await nextTask(),
    body: { clientId: randomUUID(), answers: { ...rest, pair: {}, unsettled }, activeMs: 1 },
  });
  expect((await list()).rows).toMatchObject([
    { kind: 'rubric_unclear', ...said, criterionKey: Object.keys(pair)[0], judgmentId: receipt.judgmentId },
  ]);
});

test('a settled question leaves the list and comes back to who asked, with the answer', async () => {
  const { project, ann, params, flagIds, list, settle } = await flagged(['broken', 'other']);
  const other = await addPerson(server, { projectId: project.id });
  await settle(flagIds[0] ?? '', { note: 'Use section 2.', outcome: 'answered' });
  expect((await list()).rows.map(({ flagId }) => flagId)).toEqual([flagIds[1]]);
  const settled = { note: 'Use section 2.', outcome: 'answered', by: { personId: project.lead.id } };
  expect((await list({ state: 'settled' })).rows).toMatchObject([{ flagId: flagIds[0], settled }]);
  const own = await ann.client.call(listOwnQuestions, { params });
  expect(own.questions).toMatchObject([
    { flagId: flagIds[0], note: 'About broken', answer: 'Use section 2.', outcome: 'answered' },
  ]);
  expect((await other.client.call(listOwnQuestions, { params })).questions).toEqual([]);
});

test('a cursor of another list and people without results are refused', async () => {
  const { ann, params, list } = await flagged(['other']);
  await expect(list({ cursor: 'bm90IG91cnM' })).rejects.toMatchObject({ code: 'invalid_request' });
  await expect(ann.client.call(listQuestions, { params })).rejects.toMatchObject({ code: 'not_allowed' });
});
