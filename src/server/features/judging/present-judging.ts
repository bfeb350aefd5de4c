import type { HeldAssignment } from '#contract/judging.ts';
import { inShownOrder } from '#domain/dialogue/shown-dialogue.ts';
import type { Attachment, ItemExtras, ItemResponse, Message } from '#domain/items/item.ts';
import type { Answers } from '#domain/judging/answers.ts';
import type { HeldRow } from '#server/store/assignment-store.ts';
import type { OwnJudgmentRow } from '#server/store/judgment-store.ts';

/** Puts responses in the order to be shown and leaves out which model wrote them. */
function blind(responses: unknown, shownOrder: readonly number[]): Omit<ItemResponse, 'model'>[] {
  const all = responses as readonly ItemResponse[];
  return shownOrder.flatMap((position) => {
    const response = all[position - 1];
    if (response === undefined) return [];
    const { id, text, attachments, steps } = response;
    return [
      { id, text, ...(attachments && { attachments: attachments.map(unnamed) }), ...(steps && { steps }) },
    ];
  });
}

/** The turns before, whose files lose their names too. */
function conversationOf(prompt: unknown): Message[] {
  return (prompt as readonly Message[]).map(({ role, content, attachments }) => ({
    role,
    content,
    ...(attachments && { attachments: attachments.map(unnamed) }),
  }));
}

/** A file's name may tell which model made it, or that the answer is known. */
function unnamed({ mediaId, kind, alt }: Attachment, index: number): Attachment {
  return { mediaId, kind, name: `${kind} ${index + 1}`, ...(alt !== undefined && { alt }) };
}

/** The brief, what code needs to run, and the dialogue as it is to be shown; nothing else that may be kept beside them. */
function extrasOf(extras: unknown, assignmentId: string): ItemExtras {
  const { brief, code, dialogue } = extras as ItemExtras;
  return {
    ...(brief && { brief }),
    ...(code && { code }),
    ...(dialogue && { dialogue: inShownOrder(dialogue, assignmentId) }),
  };
}

/** How the project calls an item towards the asking person. */
export type NameItem = (itemId: string) => string;

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
    itemId: nameItem(row.itemId),
    leaseUntil: row.leaseUntil.toISOString(),
    rubricVersion: row.rubricVersion,
    guidelineVersion: row.guidelineVersion,
    prompt: conversationOf(row.prompt),
    responses: blind(row.responses, row.shownOrder),
    ...extrasOf(row.extras, row.assignmentId),
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
    itemId: nameItem(row.itemId),
    revision: row.revision,
    submittedAt: submittedAt.toISOString(),
    amendUntil: new Date(submittedAt.getTime() + amendWindowMs).toISOString(),
    rubricVersion: row.rubricVersion,
    guidelineVersion: row.guidelineVersion,
    answers: row.answers as HeldAssignmentAnswers,
    activeMs: row.activeMs,
    prompt: conversationOf(row.prompt),
    responses: blind(row.responses, row.shownOrder),
    ...extrasOf(row.extras, row.assignmentId),
  };
}

type HeldAssignmentAnswers = NonNullable<HeldAssignment['draft']>['answers'];
