import { type Refusal, refuse } from '#domain/outcomes/refusal.ts';

export const reviewVerdicts = ['accepted', 'fixed', 'returned'] as const;
export type ReviewVerdict = (typeof reviewVerdicts)[number];
export const reviewKinds = ['first', 'second', 'final'] as const;
export type ReviewKind = (typeof reviewKinds)[number];

/** The same decision sent before. */
export interface EarlierDecision {
  readonly decisionId: string;
  readonly samePayload: boolean;
  readonly isUndone: boolean;
}

/** Everything that decides what becomes of a reviewer's decision, read under the review's lock. */
export interface ReviewFacts {
  readonly reviewerId: string;
  readonly authorId: string;
  readonly isDecided: boolean;
  readonly leaseBy: string | null;
  readonly leaseUntil: Date | null;
  /** Who decided on the same judgment in another review. */
  readonly otherReviewerIds: readonly string[];
  readonly currentJudgmentId: string | null;
  /** The judgment that the reviewer saw. */
  readonly seenJudgmentId: string;
  readonly isOver: boolean;
  readonly earlier: EarlierDecision | null;
  readonly now: Date;
}

export type ReviewDecision =
  | { readonly kind: 'accept' }
  | { readonly kind: 'replay'; readonly decisionId: string }
  | Refusal<'review_over' | 'review_not_yours' | 'judgment_superseded' | 'client_id_reused'>;

/** Decides whether a reviewer's decision is taken. */
export function decideReview(facts: ReviewFacts): ReviewDecision {
  if (facts.earlier !== null) {
    if (facts.earlier.samePayload && !facts.earlier.isUndone)
      return { kind: 'replay', decisionId: facts.earlier.decisionId };
    return refuse(
      'client_id_reused',
      'This client id was used for another decision. Send a new id with each decision.',
    );
  }
  if (facts.reviewerId === facts.authorId)
    return refuse('review_not_yours', 'This is your own judgment. Somebody else reviews it.');
  if (facts.isDecided || facts.isOver)
    return refuse(
      'review_over',
      'This judgment was reviewed meanwhile, or is no longer there. Go on with the next.',
    );
  if (facts.otherReviewerIds.includes(facts.reviewerId))
    return refuse('review_not_yours', 'You decided on this judgment before. Somebody else looks now.');
  const isLent = facts.leaseUntil !== null && facts.leaseUntil.getTime() > facts.now.getTime();
  if (isLent && facts.leaseBy !== facts.reviewerId)
    return refuse('review_not_yours', 'Somebody else has this judgment in hand now. Go on with the next.');
  if (facts.currentJudgmentId !== facts.seenJudgmentId)
    return refuse(
      'judgment_superseded',
      'The author changed this judgment while you looked at it. Load it again and look at what it says now.',
      { details: { currentJudgmentId: facts.currentJudgmentId } },
    );
  return { kind: 'accept' };
}

/** Which of two reviewers' decisions say the same of a judgment: that it is right, or that it is not. */
export function saysRight(verdict: ReviewVerdict): boolean {
  return verdict === 'accepted';
}

export interface UndoFacts {
  readonly reviewerId: string;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly undoWindowMs: number;
  /** The author has redone or disputed. */
  readonly isAnswered: boolean;
  /** Another review that rests on this one was begun or decided. */
  readonly hasFollowers: boolean;
  readonly now: Date;
}

export type UndoDecision = { readonly kind: 'accept' } | Refusal<'review_over' | 'amend_window_over'>;

/** Decides whether a reviewer may take back a decision. */
export function decideUndo(facts: UndoFacts): UndoDecision {
  if (facts.decidedAt === null || facts.decidedBy !== facts.reviewerId)
    return refuse('review_over', 'There is no decision of yours to take back.');
  if (facts.isAnswered)
    return refuse('review_over', 'The author has acted on this decision, so it can no longer be taken back.');
  if (facts.hasFollowers)
    return refuse(
      'review_over',
      'Somebody else is looking at this judgment by now, so the decision can no longer be taken back.',
    );
  if (facts.now.getTime() - facts.decidedAt.getTime() > facts.undoWindowMs)
    return refuse(
      'amend_window_over',
      'The time for taking back this decision is over. Ask the project’s lead.',
    );
  return { kind: 'accept' };
}
