import type { Message } from '#domain/items/item.ts';
import { isStorableText } from '#domain/text/is-storable-text.ts';
import type { DropReason } from './drop-reason.ts';

/** Marks of chat templates: a model trained on them learns to write them. */
const templateTokens =
  /<\|(?:im_start|im_end|endoftext|eot_id|start_header_id|end_header_id|begin_of_text|end_of_text|user|assistant|system)\|>|\[\/?INST\]|<<\/?SYS>>|<(?:start|end)_of_turn>|\n\n(?:Human|Assistant):/;

/** Says why a prompt cannot stand in training data; null where it can. */
export function checkPrompt(
  prompt: readonly Message[],
  { allowTools }: { allowTools: boolean },
): DropReason | null {
  if (prompt.length === 0) return 'empty';
  let previous = 'system';
  for (let index = 0; index < prompt.length; index += 1) {
    const message = prompt[index];
    if (message === undefined) continue;
    const { role, content } = message;
    if (!mayFollow(role, previous, index) || (role === 'tool' && !allowTools)) return 'roles';
    const reason = checkText(content);
    if (reason !== null) return reason;
    previous = role;
  }
  if (previous === 'system') return 'roles';
  return previous === 'assistant' ? 'ends_on_assistant' : null;
}

function mayFollow(role: string, previous: string, index: number): boolean {
  if (role === 'system') return index === 0;
  if (role === 'user') return previous === 'system' || previous === 'assistant';
  if (role === 'assistant') return previous === 'user' || previous === 'tool';
  return previous === 'assistant' || previous === 'tool';
}

/** Says why one text cannot stand in training data; null where it can. */
export function checkText(text: string): DropReason | null {
  if (isBlank(text)) return 'empty';
  if (!isStorableText(text)) return 'malformed_text';
  return templateTokens.test(text) ? 'template_tokens' : null;
}

/** Says why two responses cannot be trained against each other; null where they can. */
export function checkPair(first: string, second: string): DropReason | null {
  return checkText(first) ?? checkText(second) ?? (first.trim() === second.trim() ? 'identical' : null);
}

function isBlank(text: string): boolean {
  // Most texts begin with a letter: look at it before trimming all of a long one.
  return text === '' || (text.charCodeAt(0) <= 32 || text.charCodeAt(0) >= 128 ? text.trim() === '' : false);
}
