import type { Conversation, ConversationTurn } from '#contract/conversations.ts';
import { chatSlots } from '#domain/chat/conversation.ts';
import { replyFailureWords } from '#domain/chat/reply-failure.ts';
import type { StoredConversation } from '#server/store/conversation-store.ts';
import type { StoredTurn } from '#server/store/conversation-turn-store.ts';

/** What an annotator may see of a conversation: nothing that tells which model is which. */
export function presentConversation(
  conversation: StoredConversation,
  turns: readonly StoredTurn[],
  textOf: (turnId: string) => string | undefined,
): Conversation {
  return {
    conversationId: conversation.id,
    assignmentId: conversation.assignmentId,
    criterionKey: conversation.criterionKey,
    state: conversation.state,
    slots: chatSlots.slice(0, conversation.endpointIds.length),
    headId: conversation.headId,
    turns: turns.map((turn) => {
      const growing = turn.state === 'streaming' ? textOf(turn.id) : undefined;
      return presentTurn(growing === undefined ? turn : { ...turn, text: growing });
    }),
  };
}

export function presentTurn(turn: StoredTurn): ConversationTurn {
  const { failure } = turn;
  return {
    turnId: turn.id,
    parentId: turn.parentId,
    kind: turn.kind,
    slot: turn.slot,
    text: turn.text,
    state: turn.state,
    failure: failure && {
      code: failure.code,
      message: replyFailureWords[failure.code],
      retryAt: failure.retryAt,
    },
    chosen: turn.chosen,
    rating: turn.rating,
    plan: turn.plan,
    outcome: turn.outcome,
    editedFrom: turn.editedFrom,
    createdAt: turn.createdAt.toISOString(),
  };
}
