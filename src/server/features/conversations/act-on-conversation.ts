import type { HttpRefusal } from '#contract/refusals.ts';
import type { ChatScale } from '#domain/chat/chat-scale.ts';
import type { ChatTree } from '#domain/chat/conversation.ts';
import { isRefusal, refuse } from '#domain/outcomes/refusal.ts';
import { findCriterion } from '#domain/rubrics/rubric.ts';
import type { Transaction } from '#server/database/database.ts';
import { transact } from '#server/database/transact.ts';
import { findConversation, type HeldConversation } from '#server/store/conversation-store.ts';
import { endLostReplies, listTurns, type StoredTurn, treeOf } from '#server/store/conversation-turn-store.ts';
import type { ConversationServices } from './conversation-services.ts';

export interface WhichConversation {
  readonly projectId: string;
  readonly conversationId: string;
  readonly annotatorId: string;
}

/** A conversation held by its lock, and what the rules need to know of it. */
export interface ActContext {
  readonly transaction: Transaction;
  readonly conversation: HeldConversation;
  readonly turns: readonly StoredTurn[];
  readonly tree: ChatTree;
  readonly scale: ChatScale;
  readonly now: Date;
}

/** The same words for what is not there and what is somebody else's. */
export function noSuchConversation(): HttpRefusal {
  return refuse('not_found', 'You have no such conversation: open it from your task.');
}

/** Does one act on an own, open conversation. Acts on one conversation wait for each other. */
export async function actOn<Result>(
  services: ConversationServices,
  which: WhichConversation,
  act: (context: ActContext) => Promise<Result | HttpRefusal>,
): Promise<Result | HttpRefusal> {
  const outcome = await transact(services.database.kysely, async (transaction) => {
    const conversation = await findConversation(transaction, { ...which, lock: true });
    if (!conversation || conversation.annotatorId !== which.annotatorId) return noSuchConversation();
    const refusal = refuseWhenOver(conversation);
    if (refusal) return refusal;
    const scale = await readScale(services, conversation);
    if (!scale) return noSuchConversation();
    const now = services.now();
    await endLostReplies(transaction, { now, conversationId: conversation.id });
    const turns = await listTurns(transaction, conversation.id);
    const tree = treeOf(conversation.headId, turns);
    return act({ transaction, conversation, turns, tree, scale, now });
  });
  if (!isRefusal(outcome)) services.conversationEvents.publish(which.conversationId, { kind: 'changed' });
  return outcome;
}

function refuseWhenOver(conversation: HeldConversation): HttpRefusal | undefined {
  if (conversation.state === 'frozen' || conversation.assignmentState === 'submitted') {
    return refuse(
      'conversation_frozen',
      'This conversation belongs to a judgment that you have submitted: it can be read, but not changed.',
    );
  }
  if (conversation.assignmentState === 'skipped') {
    return refuse('lease_lost', 'You skipped this task. Fetch your next one.');
  }
  return undefined;
}

/** What the rubric of its task asks; undefined where the project is gone. */
export async function readScale(
  services: Pick<ConversationServices, 'rubrics'>,
  of: { projectId: string; rubricVersion: number; criterionKey: string },
): Promise<ChatScale | undefined> {
  const rubric = await services.rubrics.find({ projectId: of.projectId, version: of.rubricVersion });
  const scale = rubric && findCriterion(rubric, of.criterionKey)?.scale;
  return scale?.kind === 'chat' ? scale : undefined;
}
