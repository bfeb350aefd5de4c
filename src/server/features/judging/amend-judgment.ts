import type { HttpRefusal } from '#contract/refusals.ts';
import { responseIdAt } from '#domain/items/item.ts';
import { boundActiveMs } from '#domain/judging/active-time.ts';
import { checkAnswers } from '#domain/judging/check-answers.ts';
import { decideAmendment } from '#domain/judging/decide-amendment.ts';
import { isRefusal, refuse } from '#domain/outcomes/refusal.ts';
import type { Transaction } from '#server/database/database.ts';
import { transact } from '#server/database/transact.ts';
import { hashPayload } from '#server/services/hash-payload.ts';
import { type LockedAssignment, lockAssignment } from '#server/store/assignment-store.ts';
import {
  findJudgmentByClientId,
  listRevisions,
  type StoredJudgment,
  storeAmendment,
} from '#server/store/judgment-store.ts';
import { noteOverlapCheck } from '#server/store/overlap-store.ts';
import { findProjectRules, type ProjectRules } from '#server/store/project-store.ts';
import { flagsOf, replaceUnsettledFlags } from '#server/store/unsettled-flag-store.ts';
import type { JudgingServices } from './judging-services.ts';
import { readUnits } from './read-units.ts';
import { settleLeftOverlap } from './settle-overlap.ts';
import {
  noSuchAssignment,
  type Receipt,
  receiptOf,
  refuseUnfinished,
  type Submission,
} from './submit-judgment.ts';

export interface Amendment extends Submission {
  /** The judgment that the person saw and corrects. */
  readonly supersedes: string;
}

/** Writes a new judgment that supersedes the person's earlier one; the earlier one stays as history. */
export async function amendJudgment(
  services: JudgingServices,
  amendment: Amendment,
): Promise<Receipt | HttpRefusal> {
  const rules = await findProjectRules(services.database.kysely, amendment.projectId);
  if (!rules) return noSuchAssignment();
  const outcome = await transact(services.database.kysely, (transaction) =>
    settle(services, transaction, { amendment, rules }),
  );
  if (!isRefusal(outcome) && !outcome.replayed) {
    await settleLeftOverlap(services, amendment.projectId);
    services.projectEvents.publish({ kind: 'progress', projectId: amendment.projectId });
  }
  return outcome;
}

interface Work {
  readonly amendment: Amendment;
  readonly rules: ProjectRules;
}

async function settle(
  services: JudgingServices,
  transaction: Transaction,
  work: Work,
): Promise<Receipt | HttpRefusal> {
  const { amendment, rules } = work;
  const assignment = await lockAssignment(transaction, amendment);
  if (!assignment || assignment.annotatorId !== amendment.annotatorId) return noSuchAssignment();
  const revisions = await listRevisions(transaction, amendment.assignmentId);
  const first = revisions[0];
  const current = revisions.at(-1);
  if (!first || !current)
    return refuse('assignment_over', 'This task has not been submitted yet: submit it instead.');
  const bodyHash = hashPayload({
    assignmentId: amendment.assignmentId,
    answers: amendment.answers,
    supersedes: amendment.supersedes,
  });
  const earlier = await findJudgmentByClientId(transaction, amendment);
  const decision = decideAmendment({
    annotatorId: amendment.annotatorId,
    assignmentAnnotatorId: assignment.annotatorId,
    supersedesId: amendment.supersedes,
    currentJudgmentId: current.id,
    submittedAt: first.submittedAt,
    amendWindowMs: rules.amendWindowMs,
    earlier: earlier ? { judgmentId: earlier.id, samePayload: earlier.bodyHash.equals(bodyHash) } : null,
    projectState: rules.state,
    now: services.now(),
  });
  if (isRefusal(decision)) return decision;
  if (decision.kind === 'replay')
    return receiptOf(transaction, {
      ...amendment,
      judgmentId: decision.judgmentId,
      amendWindowMs: rules.amendWindowMs,
    });
  const problem = await check(services, { amendment, assignment });
  if (problem) return problem;
  return store(services, transaction, { ...work, assignment, first, current, bodyHash });
}

async function check(
  services: JudgingServices,
  work: { amendment: Amendment; assignment: LockedAssignment },
): Promise<HttpRefusal | null> {
  const rubric = await services.rubrics.read({
    projectId: work.amendment.projectId,
    version: work.assignment.rubricVersion,
  });
  const responseIds = Array.from({ length: work.assignment.responseCount }, (_, index) =>
    responseIdAt(index),
  );
  const units = await readUnits(services.database.kysely, { rubric, itemId: work.assignment.itemId });
  const places = checkAnswers({
    rubric,
    responseIds,
    units,
    answers: work.amendment.answers,
    purpose: 'submission',
  });
  if (places.length > 0)
    return refuse('answers_invalid', places[0]?.message ?? 'The answers do not fit the rubric.', { places });
  return refuseUnfinished(services, {
    ...work.amendment,
    assignmentId: work.assignment.assignmentId,
    rubric,
  });
}

async function store(
  services: JudgingServices,
  transaction: Transaction,
  work: Work & {
    assignment: LockedAssignment;
    first: StoredJudgment;
    current: StoredJudgment;
    bodyHash: Buffer;
  },
): Promise<Receipt> {
  const { amendment, assignment, first, current } = work;
  const now = services.now();
  const judgmentId = services.newId();
  const revision = current.revision + 1;
  await storeAmendment(transaction, {
    id: judgmentId,
    projectId: amendment.projectId,
    itemId: assignment.itemId,
    assignmentId: assignment.assignmentId,
    annotatorId: amendment.annotatorId,
    clientId: amendment.clientId,
    bodyHash: work.bodyHash,
    revision,
    supersedes: current.id,
    rubricVersion: assignment.rubricVersion,
    guidelineVersion: assignment.guidelineVersion,
    answers: amendment.answers,
    activeMs: boundActiveMs({ reportedMs: amendment.activeMs, leasedAt: assignment.leasedAt, now }),
    late: current.late,
    submittedAt: now,
  });
  await noteOverlapCheck(transaction, { projectId: amendment.projectId, itemId: assignment.itemId });
  await replaceUnsettledFlags(transaction, {
    flags: flagsOf(amendment.answers, services.newId),
    supersedes: current.id,
    judgmentId,
    projectId: amendment.projectId,
    itemId: assignment.itemId,
    assignmentId: assignment.assignmentId,
    personId: amendment.annotatorId,
    now,
  });
  return {
    judgmentId,
    assignmentId: assignment.assignmentId,
    revision,
    submittedAt: now.toISOString(),
    amendUntil: new Date(first.submittedAt.getTime() + work.rules.amendWindowMs).toISOString(),
    replayed: false,
    late: current.late,
  };
}
