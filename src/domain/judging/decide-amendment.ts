import type { Refusal } from '#domain/outcomes/refusal.ts';
import { refuse } from '#domain/outcomes/refusal.ts';
import type { ProjectState } from '#domain/queue/assignment.ts';
import type { EarlierJudgment } from './decide-submission.ts';
import { decideRepeat } from './decide-submission.ts';

export interface AmendmentFacts {
  readonly annotatorId: string;
  readonly assignmentAnnotatorId: string;
  /** The judgment that the client says it corrects. */
  readonly supersedesId: string;
  /** The judgment of this assignment that nothing supersedes, read under its lock. */
  readonly currentJudgmentId: string;
  /** When the assignment was first submitted, by the server's clock: amending does not open the window anew. */
  readonly submittedAt: Date;
  readonly amendWindowMs: number;
  readonly earlier: EarlierJudgment | null;
  readonly projectState: ProjectState;
  readonly now: Date;
}

export type AmendmentRefusalCode =
  | 'assignment_not_yours'
  | 'client_id_reused'
  | 'project_closed'
  | 'amend_window_over'
  | 'judgment_superseded';

export type AmendmentDecision =
  | { readonly kind: 'accept' }
  | { readonly kind: 'replay'; readonly judgmentId: string }
  | Refusal<AmendmentRefusalCode>;

/** Decides whether a judgment may be corrected by a new one. */
export function decideAmendment(facts: AmendmentFacts): AmendmentDecision {
  if (facts.assignmentAnnotatorId !== facts.annotatorId) {
    return refuse('assignment_not_yours', 'This judgment is somebody else’s. Only its author may amend it.');
  }
  if (facts.earlier !== null) return decideRepeat(facts.earlier);
  if (facts.projectState === 'closed') {
    return refuse(
      'project_closed',
      'The project was closed, so judgments can no longer be amended. Ask its lead.',
    );
  }
  if (facts.supersedesId !== facts.currentJudgmentId) {
    const message =
      'This judgment was amended elsewhere in the meantime. Load it again and amend the newest.';
    return refuse('judgment_superseded', message, {
      details: { currentJudgmentId: facts.currentJudgmentId },
    });
  }
  const endsAt = facts.submittedAt.getTime() + facts.amendWindowMs;
  if (facts.now.getTime() <= endsAt) return { kind: 'accept' };
  return refuse('amend_window_over', 'The time for amending this judgment is over. Ask the project’s lead.', {
    details: { endedAt: new Date(endsAt).toISOString() },
  });
}
