import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { adjudicateItem } from '#contract/adjudication.ts';
import { disputeReview, readOwnReview } from '#contract/own-reviews.ts';
import { saveReviewPlan } from '#contract/review.ts';
import * as contract from '#contract/review-figures.ts';
import type { TestPerson } from '#test/support/people.ts';
import { refusalOf } from '#test/support/refusals.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';
import {
  addReviewer,
  beginReviewing,
  decide,
  everything,
  judgeNext,
  listOwn,
  type ReviewSetting,
  secondBetter,
  takeOne,
} from './review.fixture.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const read = ({ params }: ReviewSetting, by: TestPerson) =>
  by.client.call(contract.readReviewFigures, { params });

/** The author's work, one decision after another. */
async function reviewed(
  setting: ReviewSetting,
  ...decisions: Omit<Parameters<typeof decide>[2], 'task'>[]
): Promise<string[]> {
  const itemIds: string[] = [];
  for (const decision of decisions) {
    await judgeNext(setting, setting.author);
    const task = await takeOne(setting, setting.reviewer);
    await decide(setting, setting.reviewer, { task, ...decision });
    itemIds.push(task.itemId);
  }
  return itemIds;
}
const fixed = { verdict: 'fixed', answers: secondBetter() } as const;
const returned = { verdict: 'returned', words: 'Look at the second again.' } as const;

test('a lead sees each reviewer, each annotator and which criteria are corrected', async () => {
  const setting = await beginReviewing(server, { items: 4 });
  await reviewed(setting, {}, {}, fixed, returned);
  const figures = await read(setting, setting.project.lead);
  expect(figures.reviewers).toMatchObject([
    {
      personId: setting.reviewer.id,
      decisions: 4,
      accepted: { value: 0.5, n: 4 },
      fixed: { value: 0.25 },
      returned: { value: 0.25 },
      overturned: { value: null, reason: 'not_looked_at_again' },
      kappa: { value: null, reason: 'not_looked_at_again' },
      medianMs: 4_000,
    },
  ]);
  expect(figures.authors).toMatchObject([
    { name: 'Ada Author', accepted: { value: 0.5, n: 4 }, acceptedOfDrawn: { value: 0.5, n: 4 } },
  ]);
  expect(figures.criteria).toMatchObject([{ fixed: { value: 0.25, n: 4 } }]);
});

test('a dispute that the author wins and a final answer to the item overturn a decision', async () => {
  const setting = await beginReviewing(server, { items: 3 });
  const { params, author, project } = setting;
  const [returnedItem = '', , acceptedItem = ''] = await reviewed(setting, returned, returned, {});
  const overturned = async () =>
    (await read(setting, project.lead)).reviewers.find(({ personId }) => personId === setting.reviewer.id)
      ?.overturned;
  expect(await overturned()).toMatchObject({ value: null, n: 0 });
  const [disputed] = await listOwn(setting, author);
  await author.client.call(disputeReview, {
    params: { ...params, reviewId: disputed?.reviewId ?? '' },
    body: { clientId: randomUUID(), words: 'The guidelines say so.' },
  });
  const other = await addReviewer(server, project.id);
  await decide(setting, other, { task: await takeOne(setting, other), verdict: 'accepted' });
  expect(await overturned()).toMatchObject({ value: 1, n: 1 });
  const settle = (itemId: string) =>
    project.lead.client.call(adjudicateItem, {
      params: { ...params, itemId },
      body: { clientId: randomUUID(), seenId: null, answers: secondBetter(), cause: 'slip' },
    });
  await settle(acceptedItem);
  expect(await overturned()).toMatchObject({ value: 1, n: 2 });
  await settle(returnedItem);
  expect(await overturned()).toMatchObject({ value: 2 / 3, n: 3 });
});

test('reviewers see their own row and nothing on annotators; annotators see nothing', async () => {
  const setting = await beginReviewing(server);
  await reviewed(setting, {});
  const other = await addReviewer(server, setting.project.id);
  expect(await read(setting, other)).toMatchObject({ reviewers: [], authors: null });
  const own = await read(setting, setting.reviewer);
  expect(own.reviewers.map(({ personId }) => personId)).toEqual([setting.reviewer.id]);
  expect(await refusalOf(read(setting, setting.author))).toBe('not_allowed');
  const { params } = setting;
  const person = { ...params, personId: setting.author.id };
  const ofPerson = (by: TestPerson) => by.client.call(contract.readPersonReviewFigures, { params: person });
  expect((await ofPerson(setting.project.lead)).figures?.accepted).toMatchObject({ value: 1, n: 1 });
  expect(await refusalOf(ofPerson(setting.reviewer))).toBe('not_allowed');
});

test('aspects are graded with the project’s grades, told to the author and averaged', async () => {
  const aspects = [{ key: 'reasons', label: 'Reasons' }];
  const setting = await beginReviewing(server, { plan: { aspects }, items: 2 });
  const { author, project, params } = setting;
  const grades = { grade: 'minor', aspectGrades: { reasons: 'major' } };
  await reviewed(
    setting,
    { ...returned, ...grades },
    { grade: 'correct', aspectGrades: { reasons: 'correct' } },
  );
  const [own] = await listOwn(setting, author);
  const detail = await author.client.call(readOwnReview, {
    params: { ...params, reviewId: own?.reviewId ?? '' },
  });
  expect(detail).toMatchObject({
    grade: 'Minor error',
    aspectGrades: [{ aspect: 'Reasons', grade: 'Major error' }],
  });
  const { authors, reviewers } = await read(setting, project.lead);
  const expected = [
    { aspectKey: 'reasons', meanPlace: 2, first: { value: 0.5, n: 2 } },
    { aspectKey: '', meanPlace: 1.5, first: { value: 0.5, n: 2 } },
  ];
  expect(authors?.[0]?.grades).toMatchObject(expected);
  expect(reviewers[0]?.grades).toMatchObject(expected);
});

test('an aspect that the plan does not have is refused, and so are aspects without grades', async () => {
  const setting = await beginReviewing(server);
  await judgeNext(setting, setting.author);
  const task = await takeOne(setting, setting.reviewer);
  const unknown = decide(setting, setting.reviewer, { task, aspectGrades: { tone: 'correct' } });
  expect(await refusalOf(unknown)).toBe('review_plan_invalid');
  const { params, project } = setting;
  const plan = { ...everything, grades: [], aspects: [{ key: 'tone', label: 'Tone' }] };
  const saved = project.lead.client.call(saveReviewPlan, { params, body: { revision: 1, plan } });
  expect(await refusalOf(saved)).toBe('review_plan_invalid');
});
