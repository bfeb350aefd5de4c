import type { ChatTurn } from './conversation.ts';

/** Everything said on the way to a turn of the person, that turn included: what a model is asked to answer. */
export function messagesTo(
  turns: readonly ChatTurn[],
  userTurnId: string,
): { role: 'user' | 'assistant'; content: string }[] {
  const byId = new Map(turns.map((turn) => [turn.id, turn]));
  const said: { role: 'user' | 'assistant'; content: string }[] = [];
  let next = byId.get(userTurnId);
  while (next !== undefined && said.length <= turns.length) {
    said.push({ role: next.kind === 'user' ? 'user' : 'assistant', content: next.text });
    next = next.parentId === null ? undefined : byId.get(next.parentId);
  }
  return said.reverse();
}
