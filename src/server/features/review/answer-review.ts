import type { HttpRefusal } from '#contract/refusals.ts';
import { boundActiveMs } from '#domain/judging/active-time.ts';
import type { Answers } from '#domain/judging/answers.ts';
import { isRefusal, refuse } from '#domain/outcomes/refusal.ts';
import { type AuthorAnswerDecision, decideAuthorAnswer } from '#domain/review/decide-author-answer.ts';
import type { ReviewVerdict } from '#domain/review/decide-review.ts';
import type { Transaction } from '#server/database/database.ts';
import { transact } from '#server/database/transact.ts';
import { hashPayload } from '#server/services/hash-payload.ts';
import { type LockedAssignment, lockAssignment } from '#server/store/assignment-store.ts';
import { findJudgmentByClientId, listRevisions, storeAmendment } from '#server/store/judgment-store.ts';
import { noteAuthorAnswer } from '#server/store/own-review-store.ts';
import { findProjectState } from '#server/store/project-store.ts';
import { findDecision, type LockedReview, lockReviews } from '#server/store/review-decision-store.ts';
import { insertReviews } from '#server/store/review-sample-store.ts';
import { flagsOf, replaceUnsettledFlags } from '#server/store/unsettled-flag-store.ts';
import { checkGivenAnswers } from './check-given-answers.ts';
import { noSuchReview } from './decide-judgment.ts';
import type { ReviewServices } from './review-services.ts';

interface Answering {
  readonly projectId: string;
  /** The first look; where a final one returned the judgment, that is what is answered. */
  readonly reviewId: string;
  readonly personId: string;
  readonly clientId: string;
}

interface Answered {
  readonly review: LockedReview;
  readonly assignment: LockedAssignment;
  readonly decision: AuthorAnswerDecision;
}

/** The author answers a returned judgment with a new one, which is looked at anew; also after the window for amending. */
export async function redoJudgment(
  services: ReviewServices,
  redo: Answering & { answers: Answers; activeMs: number },
): Promise<HttpRefusal | undefined> {
  const outcome = await transact(services.database.kysely, async (transaction) => {
    const found = await weigh(transaction, redo, 'redone');
    if (isRefusal(found)) return found;
    if (isRefusal(found.decision)) return found.decision;
    if (found.decision.kind === 'replay') return undefined;
    const problem = await checkGivenAnswers(services, transaction, { ...redo, assignment: found.assignment });
    if (problem) return problem;
    if (await findJudgmentByClientId(transaction, { ...redo, annotatorId: redo.personId }))
      return refuse(
        'client_id_reused',
        'This client id was used for another judgment. Send a new id with each judgment.',
      );
    await storeRedo(services, transaction, { ...redo, ...found });
    return undefined;
  });
  if (outcome === undefined) services.projectEvents.publish({ kind: 'progress', projectId: redo.projectId });
  return outcome;
}

/** The author says why the reviewer is wrong; somebody else then looks, and that stands. */
export async function disputeReview(
  services: ReviewServices,
  dispute: Answering & { words: string },
): Promise<HttpRefusal | undefined> {
  return transact(services.database.kysely, async (transaction) => {
    const found = await weigh(transaction, dispute, 'disputed');
    if (isRefusal(found)) return found;
    if (isRefusal(found.decision)) return found.decision;
    if (found.decision.kind === 'replay') return undefined;
    const { review } = found;
    const now = services.now();
    await noteAuthorAnswer(transaction, { ...dispute, reviewId: review.id, answer: 'disputed', now });
    const { assignmentId, itemId, authorId, round } = review;
    const final = {
      id: services.newId(),
      assignmentId,
      itemId,
      authorId,
      round,
      kind: 'final' as const,
      reasons: [{ kind: 'disputed' as const }],
    };
    await insertReviews(transaction, { projectId: dispute.projectId, reviews: [final], now });
    return undefined;
  });
}

/** Locks what is answered and says whether it may be. */
async function weigh(
  transaction: Transaction,
  answering: Answering,
  answer: 'redone' | 'disputed',
): Promise<Answered | HttpRefusal> {
  const reviews = await lockReviews(transaction, answering);
  if (!reviews) return noSuchReview();
  const [asked, ...others] = reviews;
  const final = others.find(({ kind, round }) => kind === 'final' && round === asked.round);
  const review = final?.state === 'decided' ? final : asked;
  const assignment = await lockAssignment(transaction, { ...answering, assignmentId: review.assignmentId });
  if (!assignment) return noSuchReview();
  const said = review.decisionId === null ? undefined : await findDecision(transaction, review.decisionId);
  const decision = decideAuthorAnswer({
    answer,
    personId: answering.personId,
    authorId: review.authorId,
    kind: review.kind,
    verdict: (said?.verdict as ReviewVerdict | undefined) ?? null,
    given:
      review.authorAnswer === null
        ? null
        : { answer: review.authorAnswer, isSameTry: review.authorClientId === answering.clientId },
    hasFinal: final !== undefined,
    isCurrent: assignment.judgmentId === review.judgmentId,
    isProjectClosed: (await findProjectState(transaction, answering.projectId)) === 'closed',
  });
  return { review, assignment, decision };
}

async function storeRedo(
  services: ReviewServices,
  transaction: Transaction,
  redo: Answering & Answered & { answers: Answers; activeMs: number },
): Promise<void> {
  const { assignment, review, projectId, answers, personId } = redo;
  const { assignmentId, itemId } = assignment;
  const current = (await listRevisions(transaction, assignmentId)).at(-1);
  if (current === undefined) throw new Error(`review ${review.id} is of a task without a judgment`);
  const now = services.now();
  const judgmentId = services.newId();
  await storeAmendment(transaction, {
    id: judgmentId,
    projectId,
    itemId,
    assignmentId,
    annotatorId: personId,
    clientId: redo.clientId,
    bodyHash: hashPayload({ assignmentId, answers, supersedes: current.id }),
    revision: current.revision + 1,
    supersedes: current.id,
    rubricVersion: assignment.rubricVersion,
    guidelineVersion: assignment.guidelineVersion,
    answers,
    activeMs: boundActiveMs({ reportedMs: redo.activeMs, leasedAt: assignment.leasedAt, now }),
    late: current.late,
    submittedAt: now,
  });
  const flags = flagsOf(answers, services.newId);
  await replaceUnsettledFlags(transaction, {
    ...{ flags, supersedes: current.id, judgmentId, projectId, itemId, assignmentId, personId, now },
  });
  await noteAuthorAnswer(transaction, {
    reviewId: review.id,
    answer: 'redone',
    words: '',
    clientId: redo.clientId,
    now,
  });
  const next = {
    id: services.newId(),
    assignmentId,
    itemId,
    authorId: review.authorId,
    round: review.round + 1,
    kind: 'first' as const,
    reasons: [{ kind: 'redone' as const }],
  };
  await insertReviews(transaction, { projectId, reviews: [next], now });
}
