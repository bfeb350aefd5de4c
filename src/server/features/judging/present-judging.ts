import type { HeldAssignment } from '#contract/judging.ts';
import { blindPrompt, blindResponses, shownExtras } from '#domain/items/hide-origin.ts';
import type { ItemExtras, ItemResponse, Message } from '#domain/items/item.ts';
import type { Answers } from '#domain/judging/answers.ts';
import type { HeldRow } from '#server/store/assignment-store.ts';
import type { OwnJudgmentRow } from '#server/store/judgment-store.ts';

interface Texts {
  readonly prompt: unknown;
  readonly responses: unknown;
  readonly extras: unknown;
  readonly shownOrder: readonly number[];
  readonly assignmentId: string;
}

function textsOf({ prompt, responses, extras, shownOrder, assignmentId }: Texts) {
  return {
    prompt: blindPrompt(prompt as readonly Message[]),
    responses: blindResponses(responses as readonly ItemResponse[], shownOrder),
    ...shownExtras(extras as ItemExtras, assignmentId),
  };
}

/** How the project calls an item towards the asking person. */
export type NameItem = (task: { readonly itemId: string; readonly repeatsId: string | null }) => string;

export function presentHeld(row: HeldRow, nameItem: NameItem): HeldAssignment {
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
    itemId: nameItem(row),
    leaseUntil: row.leaseUntil.toISOString(),
    rubricVersion: row.rubricVersion,
    guidelineVersion: row.guidelineVersion,
    ...textsOf(row),
    draft: draft as HeldAssignment['draft'],
  };
}

export function presentOwnJudgment(
  row: OwnJudgmentRow,
  { amendWindowMs, nameItem }: { amendWindowMs: number; nameItem: NameItem },
) {
  const submittedAt = row.firstSubmittedAt ?? new Date(0);
  return {
    judgmentId: row.judgmentId,
    assignmentId: row.assignmentId,
    itemId: nameItem(row),
    revision: row.revision,
    submittedAt: submittedAt.toISOString(),
    amendUntil: new Date(submittedAt.getTime() + amendWindowMs).toISOString(),
    rubricVersion: row.rubricVersion,
    guidelineVersion: row.guidelineVersion,
    answers: row.answers as HeldAssignmentAnswers,
    activeMs: row.activeMs,
    ...textsOf(row),
  };
}

type HeldAssignmentAnswers = NonNullable<HeldAssignment['draft']>['answers'];
