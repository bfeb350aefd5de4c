import { inShownOrder } from '#domain/dialogue/shown-dialogue.ts';
import type { Attachment, ItemExtras, ItemResponse, Message } from './item.ts';

/** Puts responses in the order to be shown and leaves out which model wrote them. */
export function blindResponses(
  responses: readonly ItemResponse[],
  shownOrder: readonly number[],
): Omit<ItemResponse, 'model'>[] {
  return shownOrder.flatMap((position) => {
    const response = responses[position - 1];
    if (response === undefined) return [];
    const { id, text, attachments, steps } = response;
    return [
      { id, text, ...(attachments && { attachments: attachments.map(unnamed) }), ...(steps && { steps }) },
    ];
  });
}

/** The turns before, whose files lose their names too. */
export function blindPrompt(prompt: readonly Message[]): Message[] {
  return prompt.map(({ role, content, attachments }) => ({
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
export function shownExtras({ brief, code, dialogue }: ItemExtras, assignmentId: string): ItemExtras {
  return {
    ...(brief && { brief }),
    ...(code && { code }),
    ...(dialogue && { dialogue: inShownOrder(dialogue, assignmentId) }),
  };
}
