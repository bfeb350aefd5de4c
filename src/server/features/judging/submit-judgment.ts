import type { HttpRefusal } from '#contract/refusals.ts';
import { responseIdAt } from '#domain/items/item.ts';
import { boundActiveMs } from '#domain/judging/active-time.ts';
import type { Answers } from '#domain/judging/answers.ts';
import { checkAnswers } from '#domain/judging/check-answers.ts';
import { decideSubmission, type SubmissionDecision } from '#domain/judging/decide-submission.ts';
import { isRefusal, refuse } from '#domain/outcomes/refusal.ts';
import type { Transaction } from '#server/database/database.ts';
import { transact } from '#server/database/transact.ts';
import type { Services } from '#server/services/services.ts';
import {
  findOtherAssignment,
  type LockedAssignment,
  lockAssignment,
} from '#server/store/assignment-store.ts';
import { findJudgmentByClientId, listRevisions, storeJudgment } from '#server/store/judgment-store.ts';
import { findProjectRules, type ProjectRules } from '#server/store/project-store.ts';
import { hashBody } from './body-hash.ts';
import type { JudgingServices } from './judging-services.ts';

export interface Submission {
  readonly projectId: string;
  readonly assignmentId: string;
  readonly annotatorId: string;
  readonly clientId: string;
  readonly answers: Answers;
  readonly activeMs: number;
}

export interface Receipt {
  readonly judgmentId: string;
  readonly assignmentId: string;
  readonly revision: number;
  readonly submittedAt: string;
  readonly amendUntil: string;
  readonly replayed: boolean;
  readonly late: boolean;
}

/** The assignment was not the person's, or not there: the same words for both. */
export function noSuchAssignment(): HttpRefusal {
  return refuse('not_found', 'You have no such task: fetch your next one.');
}

/**
 * Stores a judgment once, however often it is sent. The answer is given only after the commit, so an acknowledged
 * judgment survives any crash; a submission whose answer was lost is sent again and told `replayed`.
 */
export async function submitJudgment(
  services: JudgingServices,
  submission: Submission,
): Promise<Receipt | HttpRefusal> {
  const rules = await findProjectRules(services.database.kysely, submission.projectId);
  if (!rules) return noSuchAssignment();
  const outcome = await transact(services.database.kysely, (transaction) =>
    settle(services, transaction, { submission, rules }),
  );
  services.countJudgment(isRefusal(outcome) ? 'refused' : outcome.replayed ? 'replayed' : 'stored');
  if (!isRefusal(outcome) && !outcome.replayed)
    services.projectEvents.publish({ kind: 'progress', projectId: submission.projectId });
  return outcome;
}

interface Work {
  readonly submission: Submission;
  readonly rules: ProjectRules;
}

async function settle(
  services: JudgingServices,
  transaction: Transaction,
  work: Work,
): Promise<Receipt | HttpRefusal> {
  const { submission } = work;
  const assignment = await lockAssignment(transaction, submission);
  if (!assignment || assignment.annotatorId !== submission.annotatorId) return noSuchAssignment();
  const decision = await decide(services, transaction, { ...work, assignment });
  if (isRefusal(decision)) return decision;
  if (decision.kind === 'replay') return replay(transaction, { ...work, judgmentId: decision.judgmentId });
  const rubric = await services.rubrics.read({
    projectId: submission.projectId,
    version: assignment.rubricVersion,
  });
  const responseIds = Array.from({ length: assignment.responseCount }, (_, index) => responseIdAt(index));
  const places = checkAnswers({ rubric, responseIds, answers: submission.answers, purpose: 'submission' });
  if (places.length > 0)
    return refuse('answers_invalid', places[0]?.message ?? 'The answers do not fit the rubric.', { places });
  return store(services, transaction, { ...work, assignment, late: decision.kind === 'accept_late' });
}

async function decide(
  services: Services,
  transaction: Transaction,
  work: Work & { assignment: LockedAssignment },
): Promise<SubmissionDecision> {
  const { submission, assignment } = work;
  // Read under the lock: a second try that waited for the first must see what it wrote.
  const earlier = await findJudgmentByClientId(transaction, submission);
  const isReturned = assignment.state === 'expired' || assignment.state === 'released';
  return decideSubmission({
    annotatorId: submission.annotatorId,
    assignment,
    itemRemaining: assignment.itemRemaining,
    newerAssignmentId: isReturned ? await findOtherAssignment(transaction, assignment) : null,
    earlier: earlier
      ? {
          judgmentId: earlier.id,
          samePayload: earlier.bodyHash.equals(
            hashBody({
              assignmentId: submission.assignmentId,
              answers: submission.answers,
              supersedes: null,
            }),
          ),
        }
      : null,
    projectState: work.rules.state,
    now: services.now(),
  });
}

async function store(
  services: JudgingServices,
  transaction: Transaction,
  work: Work & { assignment: LockedAssignment; late: boolean },
): Promise<Receipt> {
  const { submission, assignment, late, rules } = work;
  const now = services.now();
  const judgmentId = services.newId();
  await storeJudgment(transaction, {
    id: judgmentId,
    projectId: submission.projectId,
    itemId: assignment.itemId,
    assignmentId: assignment.assignmentId,
    annotatorId: submission.annotatorId,
    clientId: submission.clientId,
    bodyHash: hashBody({
      assignmentId: assignment.assignmentId,
      answers: submission.answers,
      supersedes: null,
    }),
    revision: 1,
    supersedes: null,
    rubricVersion: assignment.rubricVersion,
    guidelineVersion: assignment.guidelineVersion,
    answers: submission.answers,
    activeMs: boundActiveMs({ reportedMs: submission.activeMs, leasedAt: assignment.leasedAt, now }),
    late,
    submittedAt: now,
  });
  return {
    judgmentId,
    assignmentId: assignment.assignmentId,
    revision: 1,
    submittedAt: now.toISOString(),
    amendUntil: new Date(now.getTime() + rules.amendWindowMs).toISOString(),
    replayed: false,
    late,
  };
}

async function replay(
  transaction: Transaction,
  work: Work & { judgmentId: string },
): Promise<Receipt | HttpRefusal> {
  return receiptOf(transaction, {
    assignmentId: work.submission.assignmentId,
    judgmentId: work.judgmentId,
    amendWindowMs: work.rules.amendWindowMs,
  });
}

/** The receipt of a judgment that was stored before. */
export async function receiptOf(
  transaction: Transaction,
  query: { assignmentId: string; judgmentId: string; amendWindowMs: number },
): Promise<Receipt | HttpRefusal> {
  const revisions = await listRevisions(transaction, query.assignmentId);
  const first = revisions[0];
  const found = revisions.find((revision) => revision.id === query.judgmentId);
  if (!first || !found)
    return refuse(
      'client_id_reused',
      'This client id was used for another task: send a new id with each judgment.',
    );
  return {
    judgmentId: found.id,
    assignmentId: query.assignmentId,
    revision: found.revision,
    submittedAt: found.submittedAt.toISOString(),
    amendUntil: new Date(first.submittedAt.getTime() + query.amendWindowMs).toISOString(),
    replayed: true,
    late: found.late,
  };
}
