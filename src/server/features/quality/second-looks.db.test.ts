import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { submitJudgment, takeHand } from '#contract/judging.ts';
import { listPeopleQuality, readPersonQuality } from '#contract/people-quality.ts';
import { setRepeats } from '#contract/repeats.ts';
import { listJudgments } from '#contract/results.ts';
import { askForQuality } from '#server/store/quality-store.ts';
import { addPerson } from '#test/support/people.ts';
import { addProject, validAnswers } from '#test/support/projects.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';
import { runQuality } from './run-quality.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

test('what somebody says at a second look shows how steady they are, and is nobody’s judgment', async () => {
  const project = await addProject(server, { items: 90, overlap: 1 });
  const params = { projectId: project.id };
  const ann = await addPerson(server, { ...params, name: 'Ann' });
  await project.lead.client.call(setRepeats, {
    params,
    body: { sharePercent: 20, leastTasks: 5, leastHours: 0 },
  });
  // Ann takes what is shown first, whatever it is.
  for (;;) {
    const [task] = (await ann.client.call(takeHand, { params, body: { size: 1 } })).assignments;
    if (!task) break;
    const responseId = task.responses[0]?.id ?? '';
    await ann.client.call(submitJudgment, {
      params: { ...params, assignmentId: task.assignmentId },
      body: {
        clientId: randomUUID(),
        answers: validAnswers({ verdict: 'prefers', responseId, strength: 2 }),
        activeMs: 1_000,
      },
    });
  }
  await server.services.database.kysely
    .transaction()
    .execute((transaction) =>
      askForQuality(transaction, { ...params, now: new Date(), lostBefore: new Date(0) }),
    );
  await runQuality(server.services, project.id);
  const { report } = await project.lead.client.call(readPersonQuality, {
    params: { ...params, personId: ann.id },
  });
  const { retest } = report.consistency;
  const looks = retest.kept.n;
  expect(looks).toBeGreaterThan(6);
  expect(retest).toMatchObject({
    kept: { value: 0 },
    flipped: { value: 1 },
    tied: { value: 0 },
    toFirst: { value: 1, n: looks },
  });
  expect(report.attention.map(({ kind }) => kind)).toContain('place');
  // Time was spent on them; choices of first place count the ordinary ones alone.
  expect(report.judgments).toBe(90 + looks);
  expect(report.biases.find(({ kind }) => kind === 'first_shown')?.share.n).toBe(90);
  const { kept } = await project.lead.client.call(listPeopleQuality, { params });
  expect(kept?.people).toEqual([expect.objectContaining({ name: 'Ann', kept: retest.kept })]);
  const listed = await project.lead.client.call(listJudgments, { params, query: { limit: 100 } });
  expect(listed.rows).toHaveLength(90);
});
