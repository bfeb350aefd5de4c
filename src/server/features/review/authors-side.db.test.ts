import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { previewExport } from '#contract/exports.ts';
import * as own from '#contract/own-reviews.ts';
import * as contract from '#contract/review.ts';
import type { Answers } from '#domain/judging/answers.ts';
import { amendByHand } from '#test/support/judgments.ts';
import { addPerson, type TestPerson } from '#test/support/people.ts';
import { refusalOf } from '#test/support/refusals.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';
import {
  addReviewer,
  beginReviewing,
  decide,
  firstBetter,
  judgeNext,
  listOwn,
  type ReviewSetting,
  secondBetter,
  takeOne,
  takeReviews,
} from './review.fixture.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ withJobs: false });
});
afterAll(() => server.stop());

const words = 'The first answer gets the year wrong.';

/** A judgment that the reviewer has returned. */
async function returned(options: Parameters<typeof beginReviewing>[1] = {}) {
  const setting = await beginReviewing(server, options);
  await judgeNext(setting, setting.author);
  const task = await takeOne(setting, setting.reviewer);
  await decide(setting, setting.reviewer, { task, verdict: 'returned', words, grade: 'major' });
  const [mine] = await listOwn(setting, setting.author);
  if (mine === undefined) throw new Error('Nothing came back');
  return { ...setting, task, own: mine };
}

type Returned = Awaited<ReturnType<typeof returned>>;

const redo = (
  { own: { reviewId }, params, author }: Returned,
  more: { answers?: Answers; clientId?: string; by?: TestPerson } = {},
) =>
  (more.by ?? author).client.call(own.redoJudgment, {
    params: { ...params, reviewId },
    body: {
      clientId: more.clientId ?? randomUUID(),
      answers: (more.answers ?? secondBetter()) as never,
      activeMs: 9,
    },
  });
const dispute = ({ own: { reviewId }, params, author }: Returned, clientId: string = randomUUID()) =>
  author.client.call(own.disputeReview, {
    params: { ...params, reviewId },
    body: { clientId, words: 'The year is right: see the source.' },
  });

const countJudgments = async ({ project }: ReviewSetting) => {
  const { pool } = server.services.database;
  const { rows } = await pool.query('select count(*)::int as count from judgments where project_id = $1', [
    project.id,
  ]);
  return rows[0]?.count as number;
};

test('the author sees what came back and why, and nothing of who returned it', async () => {
  const setting = await returned();
  expect(setting.own).toMatchObject({
    verdict: 'returned',
    grade: 'Major error',
    words,
    answer: null,
    mayRedo: true,
    mayDispute: true,
  });
  expect(JSON.stringify(setting.own)).not.toContain(setting.reviewer.id);
  const detail = await setting.author.client.call(own.readOwnReview, {
    params: { ...setting.params, reviewId: setting.own.reviewId },
  });
  expect(detail.answers.pair).toEqual(firstBetter().pair);
});

test('what was accepted needs nothing of its author, and nobody sees what came back to others', async () => {
  const setting = await returned();
  const other = await addPerson(server, { projectId: setting.project.id });
  expect(await listOwn(setting, other)).toEqual([]);
  const read = other.client.call(own.readOwnReview, {
    params: { ...setting.params, reviewId: setting.own.reviewId },
  });
  expect(await refusalOf(read)).toBe('not_found');
  expect(await refusalOf(redo(setting, { by: other }))).toBe('not_found');
  const accepted = await beginReviewing(server);
  await judgeNext(accepted, accepted.author);
  await decide(accepted, accepted.reviewer, { task: await takeOne(accepted, accepted.reviewer) });
  expect(await listOwn(accepted, accepted.author)).toEqual([]);
});

test('a redone judgment supersedes the earlier one and is looked at anew, also after the window for amending', async () => {
  const setting = await returned({ amendWindowMs: 0 });
  expect(await redo(setting)).toMatchObject({ answer: 'redone', mayRedo: false, mayDispute: false });
  const next = await takeOne(setting, setting.reviewer);
  expect(next).toMatchObject({
    round: 2,
    reasons: [{ kind: 'redone' }],
    earlier: [{ verdict: 'returned', words }],
  });
  expect(next.answers.pair).toEqual(secondBetter().pair);
  expect(await countJudgments(setting)).toBe(2);
});

test('redoing twice with one id is once, and with another id is refused, also at the same time', async () => {
  const setting = await returned();
  const clientId = randomUUID();
  await Promise.all([redo(setting, { clientId }), redo(setting, { clientId })]);
  expect(await countJudgments(setting)).toBe(2);
  expect(await refusalOf(redo(setting))).toBe('review_over');
});

test('of redoing and disputing at once one holds and the other is told', async () => {
  const setting = await returned();
  const both = await Promise.all([refusalOf(redo(setting)), refusalOf(dispute(setting))]);
  expect(both.sort()).toEqual(['accepted', 'review_over']);
});

test('of undoing and redoing at once one holds and nothing is lost', async () => {
  const setting = await returned();
  const [decision] = (
    await server.services.database.pool.query('select id from review_decisions where review_id = $1', [
      setting.own.reviewId,
    ])
  ).rows as { id: string }[];
  const undo = setting.reviewer.client.call(contract.undoReview, {
    params: { ...setting.params, reviewId: setting.own.reviewId },
    body: { decisionId: decision?.id ?? '' },
  });
  const [undone, redone] = await Promise.all([refusalOf(undo), refusalOf(redo(setting))]);
  expect([undone, redone].sort()).toEqual(['accepted', 'review_over']);
  expect(await countJudgments(setting)).toBe(redone === 'accepted' ? 2 : 1);
});

test('answers that do not fit the rubric are refused and the task stays to be redone', async () => {
  const setting = await returned();
  const empty = { pair: {}, response: {}, task: {} };
  expect(await refusalOf(redo(setting, { answers: empty }))).toBe('answers_invalid');
  expect((await listOwn(setting, setting.author))[0]?.mayRedo).toBe(true);
});

test('a dispute goes to somebody else with both sides, and their word stands', async () => {
  const setting = await returned();
  expect(await dispute(setting)).toMatchObject({ answer: 'disputed', mayRedo: false, resolution: null });
  expect((await takeReviews(setting, setting.reviewer)).tasks).toEqual([]);
  const other = await addReviewer(server, setting.project.id);
  const task = await takeOne(setting, other);
  expect(task).toMatchObject({
    reasons: [{ kind: 'disputed' }],
    earlier: [{ verdict: 'returned', words, disputeWords: 'The year is right: see the source.' }],
  });
  await decide(setting, other, { task, words: 'The author is right.' });
  expect((await listOwn(setting, setting.author))[0]).toMatchObject({
    resolution: { verdict: 'accepted', words: 'The author is right.' },
    mayRedo: false,
    mayDispute: false,
  });
  expect(await refusalOf(dispute(setting))).toBe('review_over');
});

test('a dispute that is lost leaves the work to be redone, and cannot be disputed again', async () => {
  const setting = await returned();
  await dispute(setting);
  const { lead } = setting.project;
  const task = await takeOne(setting, lead);
  await decide(setting, lead, { task, verdict: 'returned', words: 'The source says otherwise.' });
  expect((await listOwn(setting, setting.author))[0]).toMatchObject({ mayRedo: true, mayDispute: false });
  expect(await refusalOf(dispute(setting))).toBe('review_over');
  await redo(setting);
  expect(await takeOne(setting, setting.reviewer)).toMatchObject({ round: 2 });
});

test('a correction leaves the original and its author as they are, is told to the author, and can be disputed', async () => {
  const setting = await beginReviewing(server);
  await judgeNext(setting, setting.author);
  const task = await takeOne(setting, setting.reviewer);
  await decide(setting, setting.reviewer, { task, verdict: 'fixed', answers: secondBetter() });
  const [mine] = await listOwn(setting, setting.author);
  expect(mine).toMatchObject({ verdict: 'fixed', mayRedo: false, mayDispute: true });
  const detail = await setting.author.client.call(own.readOwnReview, {
    params: { ...setting.params, reviewId: mine?.reviewId ?? '' },
  });
  expect([detail.answers.pair, detail.corrected?.pair]).toEqual([firstBetter().pair, secondBetter().pair]);
  expect(await countJudgments(setting)).toBe(1);
});

test('exports take the correction, and the original again once the author has changed it', async () => {
  const setting = await returned();
  const { lead } = setting.project;
  const preview = async () => {
    const body = { format: 'annotations' as const };
    const { rows } = await lead.client.call(previewExport, { params: setting.params, body });
    const [row] = rows as { review: string; preferred_response: string }[];
    return [row?.review, row?.preferred_response];
  };
  expect(await preview()).toEqual(['returned', 'r1']);
  await dispute(setting);
  const task = await takeOne(setting, lead);
  await decide(setting, lead, { task, verdict: 'fixed', answers: secondBetter() });
  expect(await preview()).toEqual(['fixed', 'r2']);
  const { pool } = server.services.database;
  const { rows } = await pool.query<{ id: string; item_id: string }>(
    'select id, item_id from assignments where project_id = $1',
    [setting.project.id],
  );
  const [assignment] = rows;
  await amendByHand(server, {
    projectId: setting.project.id,
    itemId: assignment?.item_id ?? '',
    annotatorId: setting.author.id,
    assignmentId: assignment?.id ?? '',
    judgmentId: '',
    answers: firstBetter(),
  });
  expect(await preview()).toEqual(['', 'r1']);
});
