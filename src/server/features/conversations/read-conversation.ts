import type { Conversation } from '#contract/conversations.ts';
import type { HttpRefusal } from '#contract/refusals.ts';
import { findConversation } from '#server/store/conversation-store.ts';
import { endLostReplies, listTurns } from '#server/store/conversation-turn-store.ts';
import { noSuchConversation, type WhichConversation } from './act-on-conversation.ts';
import type { ConversationServices } from './conversation-services.ts';
import { presentConversation } from './present-conversation.ts';

/** An own conversation as it stands; replies that nobody writes any more are ended first. */
export async function readConversation(
  services: ConversationServices,
  which: WhichConversation,
): Promise<Conversation | HttpRefusal> {
  const { kysely } = services.database;
  const conversation = await findConversation(kysely, which);
  if (!conversation || conversation.annotatorId !== which.annotatorId) return noSuchConversation();
  if (conversation.state === 'open')
    await endLostReplies(kysely, { now: services.now(), conversationId: conversation.id });
  const turns = await listTurns(kysely, conversation.id);
  return presentConversation(conversation, turns, (turnId) => services.replies.textOf(turnId));
}
