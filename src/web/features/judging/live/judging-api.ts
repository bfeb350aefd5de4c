import type { z } from 'zod';
import type { Client } from '#client/call.ts';
import { flagAssignment } from '#contract/flags.ts';
import {
  amendJudgment,
  heartbeat,
  listOwnJudgments,
  releaseHand,
  saveDraft,
  skipAssignment,
  submitJudgment,
  takeHand,
  unskipAssignment,
} from '#contract/judging.ts';
import type { BodyOf, ResponseOf } from '#contract/route.ts';
import { readGuidelineVersion, readRubricVersion } from '#contract/rubrics.ts';
import type { Answers } from '#domain/judging/answers.ts';
import type { Typing } from '#domain/judging/typing.ts';
import type { SkipReason } from '#domain/queue/assignment.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { startOfToday } from '#web/session/start-of-today.ts';
import type { FeedbackInbox } from './feedback-inbox.ts';

export type Hand = ResponseOf<typeof takeHand>;
export type Receipt = ResponseOf<typeof submitJudgment>;
export type OwnJudgment = ResponseOf<typeof listOwnJudgments>['judgments'][number];
export type Draft = ResponseOf<typeof saveDraft>;
type Submission = Readonly<{ clientId: string; answers: Answers; activeMs: number; typing?: Typing }>;

/** What judging asks of the server, within one project. Calls throw the client's errors. */
export interface JudgingApi {
  readonly takeHand: () => Promise<Hand>;
  readonly releaseHand: () => Promise<unknown>;
  readonly heartbeat: (assignmentId: string) => Promise<unknown>;
  readonly saveDraft: (
    assignmentId: string,
    draft: Readonly<{ baseRevision: number; answers: Answers; activeMs: number }>,
  ) => Promise<Draft>;
  readonly submit: (assignmentId: string, body: Submission) => Promise<Receipt>;
  readonly amend: (
    assignmentId: string,
    body: Submission & Readonly<{ supersedes: string }>,
  ) => Promise<Receipt>;
  readonly skip: (
    assignmentId: string,
    body: Readonly<{ reason: SkipReason; note: string }>,
  ) => Promise<unknown>;
  readonly unskip: (assignmentId: string) => Promise<unknown>;
  readonly flag: (
    assignmentId: string,
    body: BodyOf<typeof flagAssignment>,
  ) => Promise<ResponseOf<typeof flagAssignment>>;
  readonly listOwn: (limit: number) => Promise<OwnJudgment[]>;
  readonly readRubric: (version: number) => Promise<Rubric>;
  readonly readGuidelines: (version: number) => Promise<string>;
}

/** Leaves out what is undefined, as the contract's types ask. */
function readRubricOf(answer: z.output<(typeof readRubricVersion)['response']>): Rubric {
  return answer.rubric as Rubric;
}

/** The judging calls of one project over the page's client. */
export function createJudgingApi(
  client: Pick<Client, 'call'>,
  projectId: string,
  feedback?: Pick<FeedbackInbox, 'add'>,
): JudgingApi {
  const at = (assignmentId: string) => ({ params: { projectId, assignmentId } });
  const params = { projectId };
  return {
    takeHand: () => client.call(takeHand, { params, body: { dayStartedAt: startOfToday() } }),
    releaseHand: () => client.call(releaseHand, { params }),
    heartbeat: (id) => client.call(heartbeat, at(id)),
    saveDraft: (id, body) => client.call(saveDraft, { ...at(id), body }),
    submit: async (id, body) => {
      const receipt = await client.call(submitJudgment, { ...at(id), body });
      if (receipt.hasFeedback) feedback?.add(id);
      return receipt;
    },
    amend: (id, body) => client.call(amendJudgment, { ...at(id), body }),
    skip: (id, body) => client.call(skipAssignment, { ...at(id), body }),
    unskip: (id) => client.call(unskipAssignment, at(id)),
    flag: (id, body) => client.call(flagAssignment, { ...at(id), body }),
    listOwn: async (limit) => (await client.call(listOwnJudgments, { params, query: { limit } })).judgments,
    readRubric: async (version) =>
      readRubricOf(await client.call(readRubricVersion, { params: { projectId, version } })),
    readGuidelines: async (version) =>
      (await client.call(readGuidelineVersion, { params: { projectId, version } })).markdown,
  };
}
export type SubmissionBody = BodyOf<typeof submitJudgment>;
