import type { Refusal } from '#domain/outcomes/refusal.ts';
import { refuse } from '#domain/outcomes/refusal.ts';
import type { AssignmentState } from '#domain/queue/assignment.ts';

export interface DraftFacts {
  readonly annotatorId: string;
  readonly assignment: { readonly annotatorId: string; readonly state: AssignmentState };
  /** The revision that the client worked from; 0 where it knew of no draft. */
  readonly baseRevision: number;
  /** The stored revision, read under its lock; 0 where there is none. */
  readonly currentRevision: number;
  /** True where the stored draft says the same as the one sent. */
  readonly sameContent: boolean;
}

export type DraftDecision =
  | { readonly kind: 'save'; readonly revision: number }
  /** Nothing to write: a save whose answer was lost is sent again. */
  | { readonly kind: 'unchanged'; readonly revision: number }
  | Refusal<'assignment_not_yours' | 'already_submitted' | 'lease_lost' | 'stale_draft'>;

/**
 * Decides whether a draft may replace the stored one.
 * A draft on a lease that ran out is kept: its judgment may still be accepted late.
 */
export function decideDraft(facts: DraftFacts): DraftDecision {
  const { assignment, baseRevision, currentRevision } = facts;
  if (assignment.annotatorId !== facts.annotatorId) {
    return refuse('assignment_not_yours', 'This task was given to somebody else. Fetch your next task.');
  }
  if (assignment.state === 'submitted') {
    return refuse(
      'already_submitted',
      'You have judged this task already. To correct it, amend your judgment.',
    );
  }
  if (assignment.state === 'skipped') {
    return refuse('lease_lost', 'You skipped this task, so its draft is not kept. Fetch your next task.');
  }
  if (facts.sameContent && currentRevision > 0) return { kind: 'unchanged', revision: currentRevision };
  if (baseRevision === currentRevision) return { kind: 'save', revision: currentRevision + 1 };
  return refuse(
    'stale_draft',
    'This task was changed in another window or on another device. Load the newer draft.',
    {
      details: { currentRevision },
    },
  );
}
