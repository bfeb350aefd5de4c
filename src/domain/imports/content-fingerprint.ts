import type { Attachment, DialogueTurn, ItemContent } from '#domain/items/item.ts';

/**
 * The text whose hash says whether two items are the same: every turn and every response, exactly and in order.
 * Model names are left out: knowing who wrote a text makes no other item of it.
 */
export function canonicalContent({ prompt, responses, brief, code, dialogue }: ItemContent): string {
  const texts = [
    prompt.map((message) => [message.role, message.content, ...filesOf(message)]),
    responses.map((response) =>
      response.attachments ? [response.text, ...filesOf(response)] : response.text,
    ),
  ];
  // Left out where there is none, so that plain items keep the fingerprint that they have always had.
  const extras = brief === undefined && code === undefined ? [] : [{ brief, code }];
  const tree = dialogue === undefined ? [] : [{ dialogue: dialogue.map(bareTurn) }];
  return JSON.stringify([...texts, ...extras, ...tree]);
}

function bareTurn({ parentId, role, text }: DialogueTurn): (string | null)[] {
  return [parentId, role, text];
}

function filesOf({
  attachments = [],
}: {
  readonly attachments?: readonly Attachment[] | undefined;
}): string[][] {
  return attachments.length === 0 ? [] : [attachments.map(({ mediaId }) => mediaId)];
}
