import type { HttpRefusal } from '#contract/refusals.ts';
import { headAfterChoice, newestEnd } from '#domain/chat/active-path.ts';
import type { ModelTurn } from '#domain/chat/conversation.ts';
import { decideReplyAct, type ReplyAct } from '#domain/chat/decide-reply-act.ts';
import { isRefusal, refuse } from '#domain/outcomes/refusal.ts';
import { moveHead } from '#server/store/conversation-store.ts';
import { setChosen, setOutcome, setRating, stopTurns } from '#server/store/conversation-turn-store.ts';
import { type ActContext, actOn, type WhichConversation } from './act-on-conversation.ts';
import type { ConversationServices } from './conversation-services.ts';

type Outcome = Promise<Record<string, never> | HttpRefusal>;
type Judging = Extract<ReplyAct, { kind: 'choose' | 'rate' | 'mark' }>;

/** Chooses, rates or marks a reply. */
export async function judgeReply(
  services: ConversationServices,
  judging: WhichConversation & { turnId: string; act: Judging },
): Outcome {
  return actOn(services, judging, async (context) => {
    const decision = decideReplyAct({ ...context, ...judging });
    if (isRefusal(decision)) return decision;
    await write(context, { reply: decision.reply, act: judging.act });
    return {};
  });
}

async function write(
  { transaction, conversation, tree }: ActContext,
  { reply, act }: { reply: ModelTurn; act: Judging },
): Promise<void> {
  if (act.kind === 'rate') return setRating(transaction, { turnId: reply.id, rating: act.rating });
  if (act.kind === 'mark') {
    return setOutcome(transaction, {
      conversationId: conversation.id,
      turnId: reply.id,
      slot: reply.slot,
      outcome: act.outcome,
    });
  }
  if (reply.parentId === null) return;
  await setChosen(transaction, { parentId: reply.parentId, turnId: reply.id });
  await moveHead(transaction, {
    conversationId: conversation.id,
    headId: headAfterChoice(tree.turns, reply),
  });
}

/** Goes to another branch: to the newest end behind an own turn. */
export async function switchBranch(
  services: ConversationServices,
  to: WhichConversation & { turnId: string },
): Outcome {
  return actOn(services, to, async ({ transaction, conversation, tree }) => {
    const turn = tree.turns.find(({ id, kind }) => id === to.turnId && kind === 'user');
    if (!turn)
      return refuse('turn_not_there', 'This turn is not one of yours in this conversation: load it again.');
    await moveHead(transaction, {
      conversationId: conversation.id,
      headId: newestEnd(tree.turns, turn.id),
    });
    return {};
  });
}

/** Stops one reply or all; what came is kept. A reply that has ended meanwhile is left as it is. */
export async function stopReplies(
  services: ConversationServices,
  stop: WhichConversation & { turnId: string | null },
): Outcome {
  const running = await actOn(services, stop, async ({ tree }) => {
    const replies = tree.turns.filter(
      (turn): turn is ModelTurn => turn.kind === 'model' && (stop.turnId === null || turn.id === stop.turnId),
    );
    if (replies.length === 0 && stop.turnId !== null)
      return refuse('turn_not_there', 'This reply is not in the conversation: load it again.');
    return replies.filter(({ state }) => state === 'streaming').map(({ id }) => id);
  });
  if (isRefusal(running)) return running;
  const stopped = await Promise.all(running.map((turnId) => services.replies.stop(turnId)));
  const elsewhere = running.filter((_, index) => stopped[index] === false);
  if (elsewhere.length === 0) return {};
  return actOn(services, stop, async ({ transaction, now }) => {
    await stopTurns(transaction, { turnIds: elsewhere, now });
    return {};
  });
}
