import type { ItemContent } from '#domain/items/item.ts';

/**
 * The text whose hash says whether two items are the same: every turn and every response, exactly and in order.
 * Model names are left out: knowing who wrote a text makes no other item of it.
 */
export function canonicalContent({ prompt, responses }: ItemContent): string {
  return JSON.stringify([
    prompt.map((message) => [message.role, message.content]),
    responses.map((response) => response.text),
  ]);
}
