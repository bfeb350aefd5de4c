import type { Message } from '#domain/items/item.ts';

/** White space other than single spaces between words. */
const irregularSpace = /[^\S ]| {2}/u;

function normaliseText(text: string): string {
  const trimmed = text.normalize('NFC').trim();
  // Looking costs a seventh of replacing every space by itself, and most prompts have none but single spaces.
  return irregularSpace.test(trimmed) ? trimmed.replace(/\s+/gu, ' ') : trimmed;
}

/**
 * The text whose hash says which split a prompt belongs to: the system text and the *first* user turn, so that
 * all prefixes of one conversation stay together. A prompt without a user turn stands for itself.
 */
export function canonicalPromptGroup(prompt: readonly Message[]): string {
  const system = prompt
    .filter((message) => message.role === 'system')
    .map((message) => normaliseText(message.content));
  const firstUser = prompt.find((message) => message.role === 'user');
  const rest = firstUser ? [firstUser] : prompt.filter((message) => message.role !== 'system');
  return JSON.stringify([system, rest.map((message) => [message.role, normaliseText(message.content)])]);
}
