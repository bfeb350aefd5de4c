import type { Conversation, ConversationTurn } from '#contract/conversations.ts';
import type { ChatTree } from '#domain/chat/conversation.ts';
import type { ReplyDelta } from './chat-api.ts';

/**
 * What is known after the server told the whole: an answer that was on its way longer than the stream must not take
 * back words that are on the screen, nor begin a reply again that has ended.
 */
export function mergeConversation(known: Conversation | undefined, told: Conversation): Conversation {
  if (known === undefined || known.conversationId !== told.conversationId) return told;
  const toldIds = new Set(told.turns.map(({ turnId }) => turnId));
  const byId = new Map(known.turns.map((turn) => [turn.turnId, turn]));
  const turns = told.turns.map((turn) => mergeTurn(byId.get(turn.turnId), turn));
  const newer = known.turns.filter(({ turnId }) => !toldIds.has(turnId));
  // Turns are never taken away: what the older answer lacks has been made since.
  return newer.length === 0
    ? { ...told, turns }
    : { ...told, headId: known.headId, turns: [...turns, ...newer] };
}

function mergeTurn(known: ConversationTurn | undefined, told: ConversationTurn): ConversationTurn {
  if (known === undefined || told.state !== 'streaming') return told;
  return known.state !== 'streaming' || known.text.length > told.text.length ? known : told;
}

/** Adds a piece to a growing reply; undefined where something in between was missed. */
export function applyDelta(known: Conversation, delta: ReplyDelta): Conversation | undefined {
  const turn = known.turns.find(({ turnId }) => turnId === delta.turnId);
  if (turn === undefined || delta.from > turn.text.length) return undefined;
  const fresh = delta.text.slice(turn.text.length - delta.from);
  if (turn.state !== 'streaming' || fresh === '') return known;
  const grown = { ...turn, text: turn.text + fresh };
  return { ...known, turns: known.turns.map((each) => (each === turn ? grown : each)) };
}

/** The conversation as the rules read it. */
export function treeOf({ headId, turns }: Conversation): ChatTree {
  return {
    headId,
    turns: turns.map((turn) => {
      const { turnId: id, parentId, text, editedFrom, state, chosen, rating, outcome, plan, slot } = turn;
      return slot === null
        ? { kind: 'user', id, parentId, text, editedFrom, plan }
        : { kind: 'model', id, parentId, text, editedFrom, slot, state, chosen, rating, outcome };
    }),
  };
}
