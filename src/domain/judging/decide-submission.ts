import type { Refusal } from '#domain/outcomes/refusal.ts';
import { refuse } from '#domain/outcomes/refusal.ts';
import type { AssignmentState, ProjectState } from '#domain/queue/assignment.ts';

/** A judgment that this annotator already sent under the same client id. */
export interface EarlierJudgment {
  readonly judgmentId: string;
  readonly samePayload: boolean;
}

export interface SubmissionFacts {
  readonly annotatorId: string;
  readonly assignment: {
    readonly annotatorId: string;
    readonly state: AssignmentState;
    readonly leaseUntil: Date;
  };
  /** The item's free slots, read under its lock. */
  readonly itemRemaining: number;
  /** Another assignment of this item that the same annotator has been given since. */
  readonly newerAssignmentId: string | null;
  readonly earlier: EarlierJudgment | null;
  readonly projectState: ProjectState;
  readonly now: Date;
}

export type SubmissionRefusalCode =
  | 'assignment_not_yours'
  | 'client_id_reused'
  | 'project_closed'
  | 'already_submitted'
  | 'lease_lost';

export type SubmissionDecision =
  /** Store it. `overdueMs` is 0 within the lease. */
  | { readonly kind: 'accept'; readonly overdueMs: number }
  /** Store it and take the item's slot again, which was given back when the lease ran out. */
  | { readonly kind: 'accept_late'; readonly overdueMs: number }
  /** The same judgment was acknowledged before: answer with it and write nothing. */
  | { readonly kind: 'replay'; readonly judgmentId: string }
  | Refusal<SubmissionRefusalCode>;

/**
 * Decides what becomes of a judgment that arrives for an assignment.
 * A paused project takes the work that is already in hand: nobody should lose what they have done.
 */
export function decideSubmission(facts: SubmissionFacts): SubmissionDecision {
  if (facts.assignment.annotatorId !== facts.annotatorId) {
    return refuse('assignment_not_yours', 'This task was given to somebody else. Fetch your next task.');
  }
  // Before all else that may have changed since: the first answer may have been lost on the way.
  if (facts.earlier !== null) return decideRepeat(facts.earlier);
  if (facts.projectState === 'closed') {
    return refuse('project_closed', 'The project was closed, so it takes no more judgments. Ask its lead.');
  }
  const overdueMs = Math.max(0, facts.now.getTime() - facts.assignment.leaseUntil.getTime());
  switch (facts.assignment.state) {
    case 'leased':
      // An overdue lease that nobody has reaped still holds its slot.
      return { kind: 'accept', overdueMs };
    case 'submitted':
    case 'excluded':
      return refuse(
        'already_submitted',
        'You have judged this task already. To correct it, amend your judgment.',
      );
    case 'skipped':
      return refuse('lease_lost', 'You skipped this task, so it went to others. Fetch your next task.');
    default:
      return decideReturned(facts, overdueMs);
  }
}

/** The same client id twice: a repeated request, or a mistake in the client. */
export function decideRepeat(
  earlier: EarlierJudgment,
): { readonly kind: 'replay'; readonly judgmentId: string } | Refusal<'client_id_reused'> {
  if (earlier.samePayload) return { kind: 'replay', judgmentId: earlier.judgmentId };
  return refuse(
    'client_id_reused',
    'This client id was used for another judgment. Send a new id with each judgment.',
    {
      details: { judgmentId: earlier.judgmentId },
    },
  );
}

function decideReturned(facts: SubmissionFacts, overdueMs: number): SubmissionDecision {
  if (facts.newerAssignmentId !== null) {
    return refuse('lease_lost', 'This task was given to you anew. Your answers go to the newer assignment.', {
      details: { assignmentId: facts.newerAssignmentId },
    });
  }
  if (facts.itemRemaining > 0) return { kind: 'accept_late', overdueMs };
  return refuse(
    'lease_lost',
    'Your time for this task ran out and others have judged it since. Fetch your next task.',
  );
}
