import { randomUUID } from 'node:crypto';
import { submitJudgment, takeHand } from '#contract/judging.ts';
import { listOwnReviews } from '#contract/own-reviews.ts';
import * as contract from '#contract/review.ts';
import type { Answers, PreferenceAnswer } from '#domain/judging/answers.ts';
import { defaultReviewPlan, type ReviewPlan } from '#domain/review/review-plan.ts';
import { addPerson, type TestPerson } from '#test/support/people.ts';
import { addProject, type TestProject, validAnswers } from '#test/support/projects.ts';
import type { TestServer } from '#test/support/test-server.ts';

/** Everything is reviewed, nothing a second time. */
export const everything: ReviewPlan = {
  ...defaultReviewPlan,
  isOn: true,
  share: 1,
  newcomers: 0,
  secondShare: 0,
};

export interface ReviewSetting {
  readonly server: TestServer;
  readonly project: TestProject;
  readonly author: TestPerson;
  readonly reviewer: TestPerson;
  readonly params: { readonly projectId: string };
}

/** A project with a plan, an annotator and a reviewer. */
export async function beginReviewing(
  server: TestServer,
  options: { plan?: Partial<ReviewPlan>; items?: number; overlap?: number; amendWindowMs?: number } = {},
): Promise<ReviewSetting> {
  const { plan, ...rest } = options;
  const project = await addProject(server, { items: 1, overlap: 1, ...rest });
  const params = { projectId: project.id };
  const author = await addPerson(server, { projectId: project.id, name: 'Ada Author' });
  const reviewer = await addReviewer(server, project.id);
  await project.lead.client.call(contract.saveReviewPlan, {
    params,
    body: { revision: 0, plan: { ...everything, ...plan } },
  });
  return { server, project, author, reviewer, params };
}

export const addReviewer = (server: TestServer, projectId: string): Promise<TestPerson> =>
  addPerson(server, { projectId, roles: ['reviewer'] });

const prefers = (responseId: string): PreferenceAnswer => ({ verdict: 'prefers', responseId, strength: 2 });
export const firstBetter = (): Answers => validAnswers(prefers('r1'));
export const secondBetter = (): Answers => validAnswers(prefers('r2'));

/** Takes the next task and judges it. */
export async function judgeNext(
  { params }: Pick<ReviewSetting, 'params'>,
  person: TestPerson,
  answers: Answers = firstBetter(),
): Promise<string> {
  const hand = await person.client.call(takeHand, { params, body: { size: 1 } });
  const assignmentId = hand.assignments[0]?.assignmentId ?? '';
  const body = { clientId: randomUUID(), answers: answers as never, activeMs: 60_000 };
  await person.client.call(submitJudgment, { params: { ...params, assignmentId }, body });
  return assignmentId;
}

export const takeReviews = (setting: Pick<ReviewSetting, 'params'>, by: TestPerson, size = 1) =>
  by.client.call(contract.takeReviews, { params: setting.params, body: { size } });

/** The next judgment of a reviewer. */
export async function takeOne(setting: Pick<ReviewSetting, 'params'>, by: TestPerson) {
  const { tasks } = await takeReviews(setting, by);
  const [task] = tasks;
  if (task === undefined) throw new Error('There is nothing to review');
  return task;
}

type Body = Parameters<typeof decisionOf>[1];
type Task = Awaited<ReturnType<typeof takeOne>>;

function decisionOf(
  task: Task,
  more: {
    verdict?: 'accepted' | 'fixed' | 'returned';
    words?: string;
    answers?: Answers;
    clientId?: string;
    grade?: string;
    aspectGrades?: Record<string, string>;
  },
) {
  return {
    clientId: randomUUID(),
    judgmentId: task.judgmentId,
    verdict: 'accepted' as const,
    activeMs: 4_000,
    ...more,
    answers: (more.answers ?? null) as never,
  };
}

/** Decides on a judgment in hand. */
export const decide = (
  setting: Pick<ReviewSetting, 'params'>,
  by: TestPerson,
  { task, ...more }: { task: Task } & Body,
) =>
  by.client.call(contract.decideReview, {
    params: { ...setting.params, reviewId: task.reviewId },
    body: decisionOf(task, more),
  });

export const listOwn = async (setting: Pick<ReviewSetting, 'params'>, by: TestPerson) =>
  (await by.client.call(listOwnReviews, { params: setting.params })).reviews;
