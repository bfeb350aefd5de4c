import type { HttpRefusal } from '#contract/refusals.ts';
import type { decideReview as contract } from '#contract/review.ts';
import type { ResponseOf } from '#contract/route.ts';
import type { Answers } from '#domain/judging/answers.ts';
import { isRefusal, refuse } from '#domain/outcomes/refusal.ts';
import { decideReview, type ReviewVerdict, saysRight } from '#domain/review/decide-review.ts';
import type { Transaction } from '#server/database/database.ts';
import { transact } from '#server/database/transact.ts';
import { type LockedAssignment, lockAssignment } from '#server/store/assignment-store.ts';
import { findProjectRules } from '#server/store/project-store.ts';
import {
  type DecisionRow,
  findDecision,
  findDecisionByClientId,
  type LockedReview,
  lockReviews,
  refreshOutcome,
  storeDecision,
} from '#server/store/review-decision-store.ts';
import { findReviewPlan } from '#server/store/review-plan-store.ts';
import { insertReviews } from '#server/store/review-sample-store.ts';
import { checkGivenAnswers } from './check-given-answers.ts';
import { createDraw, type ReviewServices } from './review-services.ts';

export interface Deciding {
  readonly projectId: string;
  readonly reviewId: string;
  readonly reviewerId: string;
  readonly clientId: string;
  readonly judgmentId: string;
  readonly verdict: ReviewVerdict;
  readonly grade: string | null;
  readonly criterionGrades: Readonly<Record<string, string>>;
  readonly aspectGrades: Readonly<Record<string, string>>;
  readonly words: string;
  readonly answers: Answers | null;
  readonly activeMs: number;
}

type Receipt = ResponseOf<typeof contract>;

export const noSuchReview = () => refuse('not_found', 'There is no such review in this project.');

/** Stores a reviewer's decision once, however often it is sent, with all that follows from it. */
export async function decideJudgment(
  services: ReviewServices,
  deciding: Deciding,
): Promise<Receipt | HttpRefusal> {
  const rules = await findProjectRules(services.database.kysely, deciding.projectId);
  if (!rules) return noSuchReview();
  const draw = await createDraw(services);
  return transact(services.database.kysely, async (transaction) => {
    const reviews = await lockReviews(transaction, deciding);
    if (!reviews) return noSuchReview();
    const [review] = reviews;
    const assignment = await lockAssignment(transaction, { ...deciding, assignmentId: review.assignmentId });
    if (!assignment) return noSuchReview();
    const earlier = await findDecisionByClientId(transaction, deciding);
    const decision = decide({ deciding, reviews, assignment, earlier, now: services.now() });
    if (isRefusal(decision)) return decision;
    const present = (made: Pick<DecisionRow, 'id' | 'decidedAt'>, replayed: boolean): Receipt => ({
      reviewId: review.id,
      decisionId: made.id,
      verdict: deciding.verdict,
      undoUntil: new Date(made.decidedAt.getTime() + rules.amendWindowMs).toISOString(),
      replayed,
    });
    if (decision.kind === 'replay' && earlier) return present(earlier, true);
    const problem = await checkContent(services, transaction, { deciding, assignment });
    if (problem) return problem;
    const made = { id: services.newId(), decidedAt: services.now() };
    await storeDecision(transaction, { ...deciding, id: made.id, now: made.decidedAt });
    await follow(services, transaction, { deciding, reviews, draw });
    await refreshOutcome(transaction, review.assignmentId);
    return present(made, false);
  });
}

function decide(known: {
  deciding: Deciding;
  reviews: readonly [LockedReview, ...LockedReview[]];
  assignment: LockedAssignment;
  earlier: DecisionRow | undefined;
  now: Date;
}) {
  const { deciding, reviews, assignment, earlier, now } = known;
  const [review, ...others] = reviews;
  return decideReview({
    reviewerId: deciding.reviewerId,
    authorId: review.authorId,
    isDecided: review.state === 'decided',
    leaseBy: review.leaseBy,
    leaseUntil: review.leaseUntil,
    otherReviewerIds: others.flatMap(({ round, decidedBy }) =>
      round === review.round && decidedBy !== null ? [decidedBy] : [],
    ),
    currentJudgmentId: assignment.judgmentId,
    seenJudgmentId: deciding.judgmentId,
    isOver: others.some(({ round }) => round > review.round),
    earlier: earlier
      ? { decisionId: earlier.id, samePayload: earlier.isSame, isUndone: earlier.undoneAt !== null }
      : null,
    now,
  });
}

/** Whether the grades are the plan's, and corrected answers fit the rubric that the judgment was made under. */
async function checkContent(
  services: ReviewServices,
  transaction: Transaction,
  { deciding, assignment }: { deciding: Deciding; assignment: LockedAssignment },
): Promise<HttpRefusal | null> {
  const { projectId, answers } = deciding;
  const plan = await findReviewPlan(transaction, { projectId });
  const known = new Set((plan?.plan.grades ?? []).map(({ key }) => key));
  const aspects = new Set((plan?.plan.aspects ?? []).map(({ key }) => key));
  const given = [
    ...(deciding.grade === null ? [] : [deciding.grade]),
    ...Object.values(deciding.criterionGrades),
    ...Object.values(deciding.aspectGrades),
  ];
  const areAspectsKnown = Object.keys(deciding.aspectGrades).every((key) => aspects.has(key));
  if (!areAspectsKnown || given.some((key) => !known.has(key)))
    return refuse(
      'review_plan_invalid',
      'A grade is not one of the project’s: its lead has changed them. Load the page again.',
    );
  if (answers === null) return null;
  return checkGivenAnswers(services, transaction, { projectId, assignment, answers });
}

/** A share of first decisions is looked at blind by somebody else; where the two differ, a third one settles it. */
async function follow(
  services: ReviewServices,
  transaction: Transaction,
  known: {
    deciding: Deciding;
    reviews: readonly [LockedReview, ...LockedReview[]];
    draw: (assignmentId: string, rule: string) => number;
  },
): Promise<void> {
  const { deciding, reviews, draw } = known;
  const [review, ...others] = reviews;
  const { projectId } = deciding;
  const { assignmentId, itemId, authorId, round } = review;
  const next = { id: services.newId(), assignmentId, itemId, authorId, round };
  const now = services.now();
  if (review.kind === 'first') {
    const plan = await findReviewPlan(transaction, { projectId });
    // What came back is known to its reviewers, so a second look at it would not be blind.
    if (round > 1 || draw(assignmentId, 'second') >= (plan?.plan.secondShare ?? 0)) return;
    const second = { ...next, kind: 'second' as const, reasons: review.reasons };
    await insertReviews(transaction, { projectId, reviews: [second], now });
  }
  if (review.kind === 'second') {
    const first = others.find(({ kind, round: of }) => kind === 'first' && of === round);
    const said = first?.decisionId ? await findDecision(transaction, first.decisionId) : undefined;
    if (!said || saysRight(said.verdict as ReviewVerdict) === saysRight(deciding.verdict)) return;
    const final = { ...next, kind: 'final' as const, reasons: [{ kind: 'reviewers_differ' as const }] };
    await insertReviews(transaction, { projectId, reviews: [final], now });
  }
}
