import type { Attachment, ItemContent } from '#domain/items/item.ts';

/** An item as one row of Plumbline's own format, as `normaliseTask` reads it; media by their names. */
export function taskRecord({ prompt, responses, brief, code, dialogue }: ItemContent, key: string) {
  return {
    key,
    prompt: prompt.map(({ role, content, attachments }) => ({ role, content, ...named(attachments) })),
    responses: responses.map(({ text, steps, attachments }) => ({
      text,
      ...(steps && { steps }),
      ...named(attachments),
    })),
    ...(brief && { brief }),
    ...(code && { code }),
    ...(dialogue && {
      dialogue: dialogue.map(({ id, parentId, role, text }) => ({ id, parent: parentId, role, text })),
    }),
  };
}

function named(attachments: readonly Attachment[] | undefined) {
  return attachments && { attachments: attachments.map(({ name, alt }) => ({ name, ...(alt && { alt }) })) };
}
