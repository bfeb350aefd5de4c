import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { amendJudgment, listOwnJudgments } from '#contract/judging.ts';
import * as contract from '#contract/review.ts';
import { addJudgment } from '#test/support/judgments.ts';
import { addPerson } from '#test/support/people.ts';
import { refusalOf } from '#test/support/refusals.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';
import {
  addReviewer,
  beginReviewing,
  decide,
  everything,
  firstBetter,
  judgeNext,
  secondBetter,
  takeOne,
  takeReviews,
} from './review.fixture.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

test('a submitted judgment that the plan wants comes to a reviewer with the reason and without its author', async () => {
  const setting = await beginReviewing(server);
  await judgeNext(setting, setting.author);
  const { tasks, waiting, doneToday } = await takeReviews(setting, setting.reviewer);
  expect(tasks).toMatchObject([
    { reasons: [{ kind: 'share', share: 1 }], author: null, round: 1, earlier: [] },
  ]);
  expect(JSON.stringify(tasks)).not.toContain('model-one');
  expect({ waiting, doneToday }).toEqual({ waiting: 0, doneToday: 0 });
});

test('nothing is sampled while the plan is off, nor what was there before it was on', async () => {
  const setting = await beginReviewing(server, { plan: { isOn: false }, items: 2 });
  await judgeNext(setting, setting.author);
  expect((await takeReviews(setting, setting.reviewer)).tasks).toEqual([]);
  const { client } = setting.project.lead;
  await client.call(contract.saveReviewPlan, {
    params: setting.params,
    body: { revision: 1, plan: everything },
  });
  expect((await takeReviews(setting, setting.reviewer)).tasks).toEqual([]);
  await judgeNext(setting, setting.author);
  expect((await takeReviews(setting, setting.reviewer)).tasks).toHaveLength(1);
});

test('the plan can be applied to what is there already, once each, however often', async () => {
  const setting = await beginReviewing(server, { plan: { isOn: false }, items: 3 });
  for (let count = 0; count < 3; count += 1) await judgeNext(setting, setting.author);
  const { lead } = setting.project;
  const { params } = setting;
  const none = lead.client.call(contract.applyReviewPlan, { params });
  expect(await refusalOf(none)).toBe('review_plan_invalid');
  await lead.client.call(contract.saveReviewPlan, { params, body: { revision: 1, plan: everything } });
  for (let times = 0; times < 2; times += 1) {
    await lead.client.call(contract.applyReviewPlan, { params });
    await expect
      .poll(async () => (await lead.client.call(contract.readReviewPlan, { params })).applying, {
        timeout: 15_000,
      })
      .toBeNull();
  }
  expect((await lead.client.call(contract.readReviewPlan, { params })).waiting).toBe(3);
});

test('a plan that somebody else changed meanwhile is not overwritten', async () => {
  const { project, params } = await beginReviewing(server);
  const save = (revision: number) =>
    project.lead.client.call(contract.saveReviewPlan, { params, body: { revision, plan: everything } });
  const both = await Promise.allSettled([save(1), save(1)]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await refusalOf(save(1))).toBe('stale_revision');
});

test('who stands apart from two others is looked at, also who judged first', async () => {
  const plan = { share: 0, risk: { ...everything.risk, differs: true } };
  const setting = await beginReviewing(server, { plan, overlap: 3 });
  const others = [
    await addPerson(server, { projectId: setting.project.id }),
    await addPerson(server, { projectId: setting.project.id }),
  ];
  await judgeNext(setting, setting.author, secondBetter());
  expect((await takeReviews(setting, setting.reviewer)).tasks).toEqual([]);
  for (const other of others) await judgeNext(setting, other, firstBetter());
  const task = await takeOne(setting, setting.reviewer);
  expect(task.reasons).toEqual([{ kind: 'differs', others: 2 }]);
  expect(task.answers.pair).toEqual(secondBetter().pair);
});

test('many reviewers at once never get the same judgment', async () => {
  const setting = await beginReviewing(server, { items: 12 });
  for (let count = 0; count < 12; count += 1) await judgeNext(setting, setting.author);
  const reviewers = await Promise.all(
    Array.from({ length: 6 }, () => addReviewer(server, setting.project.id)),
  );
  const hands = await Promise.all(reviewers.map((reviewer) => takeReviews(setting, reviewer, 2)));
  const ids = hands.flatMap(({ tasks }) => tasks.map(({ reviewId }) => reviewId));
  expect(ids).toHaveLength(12);
  expect(new Set(ids).size).toBe(12);
});

test('what is in hand stays in hand until it is given back or its time is over', async () => {
  const setting = await beginReviewing(server);
  await judgeNext(setting, setting.author);
  const other = await addReviewer(server, setting.project.id);
  const task = await takeOne(setting, setting.reviewer);
  expect(await takeOne(setting, setting.reviewer)).toMatchObject({ reviewId: task.reviewId });
  expect((await takeReviews(setting, other)).tasks).toEqual([]);
  expect(await refusalOf(decide(setting, other, { task }))).toBe('review_not_yours');
  const { released } = await setting.reviewer.client.call(contract.releaseReviews, {
    params: setting.params,
  });
  expect(released).toBe(1);
  expect(await takeOne(setting, other)).toMatchObject({ reviewId: task.reviewId });
});

test('nobody reviews their own judgment', async () => {
  const setting = await beginReviewing(server);
  const both = await addPerson(server, {
    projectId: setting.project.id,
    roles: ['annotator', 'reviewer'],
  });
  await judgeNext(setting, both);
  expect((await takeReviews(setting, both)).tasks).toEqual([]);
  const task = await takeOne(setting, setting.reviewer);
  expect(await refusalOf(decide(setting, both, { task }))).toBe('review_not_yours');
});

test('a decision sent twice is stored once, also at the same time', async () => {
  const setting = await beginReviewing(server);
  await judgeNext(setting, setting.author);
  const task = await takeOne(setting, setting.reviewer);
  const clientId = randomUUID();
  const send = () => decide(setting, setting.reviewer, { task, clientId, grade: 'correct' });
  const both = await Promise.all([send(), send()]);
  expect(both.map(({ replayed }) => replayed).sort()).toEqual([false, true]);
  const other = decide(setting, setting.reviewer, { task, clientId, grade: 'minor' });
  expect(await refusalOf(other)).toBe('client_id_reused');
  const again = decide(setting, setting.reviewer, { task });
  expect(await refusalOf(again)).toBe('review_over');
});

test.each([
  ['a return without words', { verdict: 'returned' as const, words: ' ' }, 'invalid_request'],
  ['a correction without answers', { verdict: 'fixed' as const }, 'invalid_request'],
  [
    'a correction that does not fit the rubric',
    { verdict: 'fixed' as const, answers: { pair: {}, response: {}, task: {} } },
    'answers_invalid',
  ],
  ['an unknown grade', { grade: 'superb' }, 'review_plan_invalid'],
])('%s is refused', async (_, more, code) => {
  const setting = await beginReviewing(server);
  await judgeNext(setting, setting.author);
  const task = await takeOne(setting, setting.reviewer);
  expect(await refusalOf(decide(setting, setting.reviewer, { task, ...more }))).toBe(code);
});

test('a judgment that its author amends meanwhile is not decided on unseen, and a decided one comes back', async () => {
  const setting = await beginReviewing(server);
  const assignmentId = await judgeNext(setting, setting.author);
  const { client } = setting.author;
  const amend = async (answers: ReturnType<typeof firstBetter>) => {
    const { judgments } = await client.call(listOwnJudgments, { params: setting.params });
    const body = { clientId: randomUUID(), answers: answers as never, activeMs: 1 };
    const supersedes = judgments[0]?.judgmentId ?? '';
    await client.call(amendJudgment, {
      params: { ...setting.params, assignmentId },
      body: { ...body, supersedes },
    });
  };
  const stale = await takeOne(setting, setting.reviewer);
  await amend(secondBetter());
  expect(await refusalOf(decide(setting, setting.reviewer, { task: stale }))).toBe('judgment_superseded');
  const fresh = await takeOne(setting, setting.reviewer);
  expect(fresh.answers.pair).toEqual(secondBetter().pair);
  await decide(setting, setting.reviewer, { task: fresh });
  await amend(firstBetter());
  expect(await takeOne(setting, setting.reviewer)).toMatchObject({
    round: 2,
    reasons: [{ kind: 'amended' }],
    earlier: [{ verdict: 'accepted', round: 1 }],
  });
});

test('a decision can be taken back while nobody has acted on it, and once is enough', async () => {
  const setting = await beginReviewing(server, { amendWindowMs: 60_000 });
  await judgeNext(setting, setting.author);
  const task = await takeOne(setting, setting.reviewer);
  const { decisionId } = await decide(setting, setting.reviewer, { task });
  const undo = () =>
    setting.reviewer.client.call(contract.undoReview, {
      params: { ...setting.params, reviewId: task.reviewId },
      body: { decisionId },
    });
  await undo();
  await undo();
  const back = await takeOne(setting, setting.reviewer);
  expect(back.reviewId).toBe(task.reviewId);
  const later = await decide(setting, setting.reviewer, { task: back });
  server.setNow(new Date(Date.now() + 120_000));
  const tooLate = setting.reviewer.client.call(contract.undoReview, {
    params: { ...setting.params, reviewId: task.reviewId },
    body: { decisionId: later.decisionId },
  });
  expect(await refusalOf(tooLate)).toBe('amend_window_over');
  server.setNow(null);
});

test('a share is looked at blind by somebody else, and where the two differ a third one settles it', async () => {
  const setting = await beginReviewing(server, { plan: { secondShare: 1 } });
  await judgeNext(setting, setting.author);
  const first = await takeOne(setting, setting.reviewer);
  await decide(setting, setting.reviewer, { task: first });
  expect((await takeReviews(setting, setting.reviewer)).tasks).toEqual([]);
  const second = await addReviewer(server, setting.project.id);
  const blind = await takeOne(setting, second);
  expect(blind).toMatchObject({ reasons: first.reasons, round: 1, earlier: [] });
  await decide(setting, second, { task: blind, verdict: 'returned', words: 'The second is wrong.' });
  for (const one of [setting.reviewer, second]) expect((await takeReviews(setting, one)).tasks).toEqual([]);
  const third = await takeOne(setting, setting.project.lead);
  expect(third).toMatchObject({
    reasons: [{ kind: 'reviewers_differ' }],
    earlier: [{ verdict: 'accepted' }],
  });
});

test('a judgment of a dropped item is given to nobody', async () => {
  const setting = await beginReviewing(server);
  await addJudgment(server, {
    projectId: setting.project.id,
    itemId: setting.project.itemIds[0] ?? '',
    annotatorId: setting.author.id,
    answers: firstBetter(),
  });
  await server.services.database.pool.query('update items set dropped_at = now() where project_id = $1', [
    setting.project.id,
  ]);
  expect((await takeReviews(setting, setting.reviewer)).tasks).toEqual([]);
});
