import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as judging from '#contract/judging.ts';
import type { Typing } from '#domain/judging/typing.ts';
import { listTyping } from '#server/store/typing-store.ts';
import { addPerson } from '#test/support/people.ts';
import { addProject, validAnswers } from '#test/support/projects.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const typing: Typing = { typed: 120, pasted: 640, taken: 12, pastes: 3, corrections: 4, typingMs: 21_000 };

async function oneTask() {
  const project = await addProject(server, { items: 3 });
  const ann = await addPerson(server, { projectId: project.id });
  const hand = await ann.client.call(judging.takeHand, {
    params: { projectId: project.id },
    body: { size: 1 },
  });
  const assignmentId = hand.assignments[0]?.assignmentId ?? '';
  const params = { projectId: project.id, assignmentId };
  const body = { clientId: randomUUID(), answers: validAnswers(), activeMs: 30_000 };
  const records = async () => {
    const kept = await server.services.database.pool.query(
      'select typed, pasted, taken, pastes, corrections, typing_ms as "typingMs" from typing_records where assignment_id = $1',
      [assignmentId],
    );
    return kept.rows;
  };
  return { ann, params, body, records };
}

test('how a task was written is kept once with its judgment, however often that is sent', async () => {
  const { ann, params, body, records } = await oneTask();
  const send = (sent: Typing) =>
    ann.client.call(judging.submitJudgment, { params, body: { ...body, typing: sent } });
  const first = await send(typing);
  const again = await Promise.all([send({ ...typing, pasted: 0 }), send({ ...typing, typed: 0 })]);
  expect([first.replayed, ...again.map(({ replayed }) => replayed)]).toEqual([false, true, true]);
  expect(await records()).toEqual([typing]);
  const client = await server.services.database.pool.connect();
  const seen = await listTyping(client, params.projectId).finally(() => client.release());
  expect(seen).toEqual([expect.objectContaining({ annotatorId: ann.id, typed: 120, pasted: 640 })]);
});

test('what a killed server had not kept comes with the same judgment sent again', async () => {
  const { ann, params, body, records } = await oneTask();
  await ann.client.call(judging.submitJudgment, { params, body });
  expect(await records()).toEqual([]);
  await ann.client.call(judging.submitJudgment, { params, body: { ...body, typing } });
  expect(await records()).toEqual([typing]);
});

test.each<[string, Partial<Record<keyof Typing | 'text', unknown>>]>([
  ['a negative count', { typed: -1 }],
  ['more than a task can hold', { pasted: 6_000_000 }],
  ['half a character', { taken: 0.5 }],
  ['a text', { text: 'what was typed' }],
])('%s is refused, and the judgment with it', async (_name, change) => {
  const { ann, params, body, records } = await oneTask();
  const call = ann.client.call(judging.submitJudgment, {
    params,
    body: { ...body, typing: { ...typing, ...change } as Typing },
  });
  await expect(call).rejects.toMatchObject({ message: expect.stringMatching(/typing/) });
  expect(await records()).toEqual([]);
});

test('a judgment that is refused keeps nothing, and nobody writes for somebody else', async () => {
  const { params, body, records } = await oneTask();
  const other = await addPerson(server, { projectId: params.projectId });
  const call = other.client.call(judging.submitJudgment, { params, body: { ...body, typing } });
  await expect(call).rejects.toMatchObject({ code: 'not_found' });
  expect(await records()).toEqual([]);
});
