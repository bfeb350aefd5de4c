import type { HttpRefusal } from '#contract/refusals.ts';
import { servesGold } from '#domain/gold/decide-serving.ts';
import { responseIdAt } from '#domain/items/item.ts';
import type { ItemUnits } from '#domain/items/item-units.ts';
import { boundActiveMs } from '#domain/judging/active-time.ts';
import type { Answers } from '#domain/judging/answers.ts';
import { checkAnswers } from '#domain/judging/check-answers.ts';
import { decideSubmission, type SubmissionDecision } from '#domain/judging/decide-submission.ts';
import type { Typing } from '#domain/judging/typing.ts';
import { isRefusal, refuse } from '#domain/outcomes/refusal.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import type { Executor } from '#server/database/database.ts';
import { checkConversations } from '#server/services/check-conversations.ts';
import { hashPayload } from '#server/services/hash-payload.ts';
import { listRevisions } from '#server/store/judgment-store.ts';
import {
  readSubmissionFacts,
  type StoredSubmission,
  type SubmissionRow,
} from '#server/store/submission-store.ts';
import { keepTyping } from '#server/store/typing-store.ts';
import { flagsOf } from '#server/store/unsettled-flag-store.ts';
import type { JudgingServices } from './judging-services.ts';
import { readUnits } from './read-units.ts';
import { computeResultsSoon } from './serve-gold.ts';
import { settleOverlap } from './settle-overlap.ts';

export interface Submission {
  readonly projectId: string;
  readonly assignmentId: string;
  readonly annotatorId: string;
  readonly clientId: string;
  readonly answers: Answers;
  readonly activeMs: number;
  readonly typing?: Typing | undefined;
}

export interface Receipt {
  readonly judgmentId: string;
  readonly assignmentId: string;
  readonly revision: number;
  readonly submittedAt: string;
  readonly amendUntil: string;
  readonly replayed: boolean;
  readonly late: boolean;
  /** Only there where the task explains itself now. */
  readonly hasFeedback?: true;
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
  const outcome = await settle(services, submission);
  await keepTypingOf(services, submission, outcome);
  services.countJudgment(isRefusal(outcome) ? 'refused' : outcome.replayed ? 'replayed' : 'stored');
  if (!isRefusal(outcome) && !outcome.replayed)
    services.projectEvents.publish({ kind: 'progress', projectId: submission.projectId });
  return outcome;
}

/**
 * Before the answer goes out, so that it is there once the judgment is acknowledged; should the process be killed between the
 * two, the same submission comes again and is told `replayed`.
 */
async function keepTypingOf(
  { database }: JudgingServices,
  { projectId, assignmentId, typing }: Submission,
  outcome: Receipt | HttpRefusal,
): Promise<void> {
  if (typing === undefined || isRefusal(outcome) || outcome.revision !== 1) return;
  const typingMs = Math.round(typing.typingMs);
  await keepTyping(database.kysely, { projectId, assignmentId, typing: { ...typing, typingMs } });
}

/** A fact can change between reading and writing only because another act succeeded, so a few rounds always suffice. */
const mostRounds = 10;
/**
 * The same client id on another task, the same item given to the person anew, or a deletion that waited for us while we
 * waited for it: the next reading shows which.
 */
const worthAnotherLook = new Set(['23505', '40P01']);

async function settle(services: JudgingServices, submission: Submission): Promise<Receipt | HttpRefusal> {
  const bodyHash = hashPayload({
    assignmentId: submission.assignmentId,
    answers: submission.answers,
    supersedes: null,
  });
  for (let round = 0; round < mostRounds; round += 1) {
    // A first try rests on what was known when the task was given out; should that no longer hold, nothing is written.
    const known = round === 0 ? assumeLeased(services, submission) : undefined;
    const facts = known ?? (await readSubmissionFacts(services.database.pool, submission));
    if (!facts || facts.annotatorId !== submission.annotatorId) return noSuchAssignment();
    const decision = decide(services, { submission, facts, bodyHash });
    if (isRefusal(decision)) return decision;
    if (decision.kind === 'replay')
      return receiptOf(services.database.kysely, {
        ...facts,
        assignmentId: submission.assignmentId,
        judgmentId: decision.judgmentId,
      });
    const rubric = await services.rubrics.find({
      projectId: submission.projectId,
      version: facts.rubricVersion,
    });
    // The project was deleted since the facts were read.
    if (!rubric) continue;
    const units = await readUnits(services.database.kysely, { rubric, itemId: facts.itemId });
    const problem = check(rubric, { submission, facts, units });
    if (problem) return problem;
    const unfinished = await refuseUnfinished(services, { ...submission, rubric });
    if (unfinished) return unfinished;
    const receipt = await write(services, {
      submission,
      facts,
      bodyHash,
      late: decision.kind === 'accept_late',
    });
    if (receipt) return receipt;
  }
  throw new Error(`submission ${submission.clientId} met changing facts ${mostRounds} times`);
}

/** The facts of the usual case: a task that this process gave to this person and that is still leased. */
function assumeLeased(services: JudgingServices, submission: Submission): SubmissionRow | undefined {
  const known = services.assignments.find(submission.assignmentId);
  if (known?.annotatorId !== submission.annotatorId || known.projectId !== submission.projectId)
    return undefined;
  return {
    ...known,
    state: 'leased',
    leaseUntil: services.now(),
    itemRemaining: 0,
    projectState: 'open',
    amendWindowMs: 0,
    newerAssignmentId: null,
    earlierId: null,
    earlierHash: null,
  };
}

interface Work {
  readonly submission: Submission;
  readonly facts: SubmissionRow;
}

function decide(services: JudgingServices, work: Work & { bodyHash: Buffer }): SubmissionDecision {
  const { submission, facts } = work;
  return decideSubmission({
    annotatorId: submission.annotatorId,
    assignment: facts,
    itemRemaining: facts.itemRemaining,
    newerAssignmentId: facts.newerAssignmentId,
    earlier: facts.earlierId
      ? { judgmentId: facts.earlierId, samePayload: facts.earlierHash?.equals(work.bodyHash) ?? false }
      : null,
    projectState: facts.projectState,
    now: services.now(),
  });
}

function check(
  rubric: Rubric,
  { submission, facts, units }: Work & { readonly units: ItemUnits },
): HttpRefusal | null {
  const responseIds = Array.from({ length: facts.responseCount }, (_, index) => responseIdAt(index));
  const places = checkAnswers({
    rubric,
    responseIds,
    units,
    answers: submission.answers,
    purpose: 'submission',
  });
  return places.length > 0
    ? refuse('answers_invalid', places[0]?.message ?? 'The answers do not fit the rubric.', { places })
    : null;
}

/** Whether the conversations that the answers name are this task's own, and complete. */
export async function refuseUnfinished(
  services: JudgingServices,
  check: { assignmentId: string; rubric: Rubric; answers: Answers },
): Promise<HttpRefusal | null> {
  const places = await checkConversations(services.database.kysely, { ...check, now: services.now() });
  return places.length > 0
    ? refuse('answers_invalid', places[0]?.message ?? 'A conversation is not complete.', { places })
    : null;
}

/** Undefined where the facts changed meanwhile. */
async function write(
  services: JudgingServices,
  work: Work & { bodyHash: Buffer; late: boolean },
): Promise<Receipt | undefined> {
  const { submission, facts, late } = work;
  const now = services.now();
  const judgmentId = services.newId();
  const activeMs = boundActiveMs({ reportedMs: submission.activeMs, leasedAt: facts.leasedAt, now });
  let stored: StoredSubmission | undefined;
  try {
    stored = await services.queue.submit({
      ...submission,
      judgmentId,
      late,
      activeMs,
      bodyHash: work.bodyHash,
      expectedState: facts.state,
      rubricVersion: facts.rubricVersion,
      guidelineVersion: facts.guidelineVersion,
      submittedAt: now,
      flags: flagsOf(submission.answers, services.newId),
    });
    if (stored === undefined) return undefined;
  } catch (error) {
    if (worthAnotherLook.has((error as { code?: string }).code ?? '')) return undefined;
    throw error;
  }
  services.assignments.forget(submission.assignmentId);
  const { amendWindowMs, goldPurpose, goldSettings } = stored;
  if (stored.isAdaptive) {
    const settle = () => settleOverlap(services, { ...submission, itemId: facts.itemId });
    // Gold has no overlap to decide: where it is served, its answer must not come sooner than that of other work.
    if (servesGold(goldSettings)) setImmediate(settle);
    else await settle();
  }
  if (goldPurpose !== null) computeResultsSoon(services, submission.projectId);
  const amendUntil = new Date(now.getTime() + amendWindowMs).toISOString();
  return {
    judgmentId,
    assignmentId: submission.assignmentId,
    revision: 1,
    submittedAt: now.toISOString(),
    amendUntil,
    replayed: false,
    late,
    ...(goldPurpose === 'training' && { hasFeedback: true as const }),
  };
}

/** The receipt of a judgment that was stored before. */
export async function receiptOf(
  executor: Executor,
  query: { assignmentId: string; judgmentId: string; amendWindowMs: number },
): Promise<Receipt | HttpRefusal> {
  const revisions = await listRevisions(executor, query.assignmentId);
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
    ...(found.goldPurpose === 'training' && { hasFeedback: true as const }),
  };
}
