import type { HeldAssignment } from '#contract/judging.ts';
import type { ItemResponse, Message } from '#domain/items/item.ts';
import type { Answers } from '#domain/judging/answers.ts';
import type { HeldRow } from '#server/store/assignment-store.ts';
import type { OwnJudgmentRow } from '#server/store/judgment-store.ts';

/** Puts responses in the order to be shown and leaves out which model wrote them. */
function blind(responses: unknown, shownOrder: readonly number[]): { id: string; text: string }[] {
  const all = responses as readonly ItemResponse[];
  return shownOrder.flatMap((position) => {
    const response = all[position - 1];
    return response ? [{ id: response.id, text: response.text }] : [];
  });
}

export function presentHeld(row: HeldRow): HeldAssignment {
  const draft =
    row.draftRevision === null
      ? null
      : {
          revision: row.draftRevision,
          answers: row.draftAnswers as Answers,
          activeMs: row.draftActiveMs ?? 0,
          savedAt: (row.draftSavedAt ?? row.leaseUntil).toISOString(),
        };
  return {
    assignmentId: row.assignmentId,
    itemId: row.itemId,
    leaseUntil: row.leaseUntil.toISOString(),
    rubricVersion: row.rubricVersion,
    guidelineVersion: row.guidelineVersion,
    prompt: row.prompt as Message[],
    responses: blind(row.responses, row.shownOrder),
    draft: draft as HeldAssignment['draft'],
  };
}

export function presentOwnJudgment(row: OwnJudgmentRow, amendWindowMs: number) {
  const submittedAt = row.firstSubmittedAt ?? new Date(0);
  return {
    judgmentId: row.judgmentId,
    assignmentId: row.assignmentId,
    itemId: row.itemId,
    revision: row.revision,
    submittedAt: submittedAt.toISOString(),
    amendUntil: new Date(submittedAt.getTime() + amendWindowMs).toISOString(),
    rubricVersion: row.rubricVersion,
    guidelineVersion: row.guidelineVersion,
    answers: row.answers as HeldAssignmentAnswers,
    activeMs: row.activeMs,
    prompt: row.prompt as Message[],
    responses: blind(row.responses, row.shownOrder),
  };
}

type HeldAssignmentAnswers = NonNullable<HeldAssignment['draft']>['answers'];
