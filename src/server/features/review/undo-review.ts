import type { HttpRefusal } from '#contract/refusals.ts';
import { isRefusal } from '#domain/outcomes/refusal.ts';
import { decideUndo } from '#domain/review/decide-review.ts';
import { transact } from '#server/database/transact.ts';
import type { Services } from '#server/services/services.ts';
import { lockAssignment } from '#server/store/assignment-store.ts';
import { findProjectRules } from '#server/store/project-store.ts';
import {
  deleteReviews,
  findDecision,
  type LockedReview,
  lockReviews,
  refreshOutcome,
  undoDecision,
} from '#server/store/review-decision-store.ts';
import { noSuchReview } from './decide-judgment.ts';
import { reviewLeaseMs } from './review-services.ts';

interface Undoing {
  readonly projectId: string;
  readonly reviewId: string;
  readonly reviewerId: string;
  readonly decisionId: string;
}

/** Takes a reviewer's last decision back and puts the judgment into their hand again. Twice is as good as once. */
export async function undoReview(services: Services, undoing: Undoing): Promise<HttpRefusal | undefined> {
  const rules = await findProjectRules(services.database.kysely, undoing.projectId);
  if (!rules) return noSuchReview();
  const now = services.now();
  return transact(services.database.kysely, async (transaction) => {
    const reviews = await lockReviews(transaction, undoing);
    if (!reviews) return noSuchReview();
    const [review, ...others] = reviews;
    await lockAssignment(transaction, { ...undoing, assignmentId: review.assignmentId });
    const decision = await findDecision(transaction, undoing.decisionId);
    const isUndone = review.decisionId !== undoing.decisionId && review.leaseBy === undoing.reviewerId;
    if (isUndone && decision?.reviewerId === undoing.reviewerId) return undefined;
    const followers = others.filter((other) => rests(other, review));
    const outcome = decideUndo({
      reviewerId: undoing.reviewerId,
      decidedBy: review.decisionId === undoing.decisionId ? review.decidedBy : null,
      decidedAt: decision?.decidedAt ?? null,
      undoWindowMs: rules.amendWindowMs,
      isAnswered: review.authorAnswer !== null,
      hasFollowers: followers.some((follower) => isBegun(follower, now)),
      now,
    });
    if (isRefusal(outcome)) return outcome;
    await deleteReviews(
      transaction,
      followers.map(({ id }) => id),
    );
    const leaseUntil = new Date(now.getTime() + reviewLeaseMs);
    await undoDecision(transaction, { ...undoing, leaseUntil, now });
    await refreshOutcome(transaction, review.assignmentId);
    return undefined;
  });
}

const order = ['first', 'second', 'final'];

/** Whether a review is there only because of another one. */
function rests(other: LockedReview, review: LockedReview): boolean {
  if (other.round !== review.round) return other.round > review.round;
  return order.indexOf(other.kind) > order.indexOf(review.kind);
}

function isBegun({ state, leaseUntil, round }: LockedReview, now: Date): boolean {
  return state === 'decided' || round > 1 || (leaseUntil !== null && leaseUntil.getTime() > now.getTime());
}
