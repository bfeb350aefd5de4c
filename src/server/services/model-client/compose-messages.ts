import type { ChatMessage } from './model-call.ts';

/**
 * What a model is sent: its own instructions, those of the item, and the conversation. An endpoint that knows no system
 * role reads the instructions at the head of the first thing said.
 */
export function composeMessages(parts: {
  instructions: readonly string[];
  conversation: readonly ChatMessage[];
  systemRole: boolean;
}): ChatMessage[] {
  const system = parts.instructions.filter((text) => text.trim() !== '').join('\n\n');
  const [first, ...rest] = parts.conversation;
  if (system === '' || first === undefined) return [...parts.conversation];
  if (parts.systemRole) return [{ role: 'system', content: system }, first, ...rest];
  return [{ ...first, content: `${system}\n\n${first.content}` }, ...rest];
}
