import type { ItemContent } from '#domain/items/item.ts';

/** An item without media as one row of Plumbline's own format, as `normaliseTask` reads it. */
export function taskRecord({ prompt, responses, brief, code }: ItemContent, key: string) {
  return {
    key,
    prompt: prompt.map(({ role, content }) => ({ role, content })),
    responses: responses.map(({ text, steps }) => (steps === undefined ? { text } : { text, steps })),
    ...(brief && { brief }),
    ...(code && { code }),
  };
}
