import type { ReviewVerdict } from './decide-review.ts';

/** How one look at an author's judgment ended so far. */
export interface OwnReviewFacts {
  readonly verdict: ReviewVerdict;
  readonly answer: 'redone' | 'disputed' | null;
  readonly hasFinal: boolean;
  /** What the final look said; null while it waits, or where there is none. */
  readonly finalVerdict: ReviewVerdict | null;
  /** What the author did about the final look. */
  readonly finalAnswer: 'redone' | null;
  readonly isCurrent: boolean;
}

/** What the author may still do: the newest decision rules, and a final one can only be followed. */
export function ownReviewActs(facts: OwnReviewFacts): { mayRedo: boolean; mayDispute: boolean } {
  const { verdict, answer, hasFinal, finalVerdict, isCurrent } = facts;
  if (finalVerdict !== null)
    return {
      mayRedo: finalVerdict === 'returned' && facts.finalAnswer === null && isCurrent,
      mayDispute: false,
    };
  const isFree = answer === null && !hasFinal && isCurrent;
  return { mayRedo: isFree && verdict === 'returned', mayDispute: isFree && verdict !== 'accepted' };
}
