import { type Refusal, refuse } from '#domain/outcomes/refusal.ts';
import type { ReviewKind, ReviewVerdict } from './decide-review.ts';

/** What an author may do about a decision, read under the review's lock. */
export interface AuthorAnswerFacts {
  readonly answer: 'redone' | 'disputed';
  readonly personId: string;
  readonly authorId: string;
  readonly kind: ReviewKind;
  /** Null where the reviewer took the decision back. */
  readonly verdict: ReviewVerdict | null;
  readonly given: { readonly answer: 'redone' | 'disputed'; readonly isSameTry: boolean } | null;
  /** A final look was decided, or is under way. */
  readonly hasFinal: boolean;
  /** The judgment that the decision is about is still the current one. */
  readonly isCurrent: boolean;
  readonly isProjectClosed: boolean;
}

export type AuthorAnswerDecision =
  | { readonly kind: 'accept' }
  | { readonly kind: 'replay' }
  | Refusal<'not_found' | 'review_over' | 'project_closed' | 'judgment_superseded'>;

/** Decides whether the author may redo or dispute. */
export function decideAuthorAnswer(facts: AuthorAnswerFacts): AuthorAnswerDecision {
  if (facts.personId !== facts.authorId || facts.kind === 'second')
    return refuse('not_found', 'There is no such review of your work.');
  if (facts.given?.isSameTry === true && facts.given.answer === facts.answer) return { kind: 'replay' };
  if (facts.given !== null)
    return refuse(
      'review_over',
      facts.given.answer === 'redone'
        ? 'You have redone this judgment already. Load the list again.'
        : 'You have disputed this already: somebody else looks at it. Load the list again.',
    );
  if (facts.verdict === null)
    return refuse(
      'review_over',
      'The reviewer took this back, so there is nothing to do. Load the list again.',
    );
  if (facts.isProjectClosed)
    return refuse(
      'project_closed',
      'The project was closed, so nothing can be changed any more. Ask its lead.',
    );
  return facts.answer === 'redone' ? decideRedo(facts) : decideDispute(facts);
}

function decideRedo(facts: AuthorAnswerFacts): AuthorAnswerDecision {
  if (facts.verdict !== 'returned')
    return refuse('review_over', 'This judgment was not returned to you, so there is nothing to redo.');
  if (facts.kind === 'first' && facts.hasFinal)
    return refuse(
      'review_over',
      'Somebody else is looking at this judgment by now. Wait for what they say; it will be shown here.',
    );
  if (!facts.isCurrent)
    return refuse(
      'judgment_superseded',
      'You changed this judgment elsewhere in the meantime, and it is looked at anew. Load the list again.',
    );
  return { kind: 'accept' };
}

function decideDispute(facts: AuthorAnswerFacts): AuthorAnswerDecision {
  if (facts.verdict === 'accepted')
    return refuse('review_over', 'This judgment was accepted, so there is nothing to dispute.');
  if (facts.kind === 'final')
    return refuse(
      'review_over',
      'A second person has looked already, so this stands. Talk to the project’s lead.',
    );
  if (facts.hasFinal)
    return refuse(
      'review_over',
      'Somebody else is looking at this already. What they say will be shown here.',
    );
  return { kind: 'accept' };
}
