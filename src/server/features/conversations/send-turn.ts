import { createHash } from 'node:crypto';
import type { HttpRefusal } from '#contract/refusals.ts';
import type { AttackPlan, ChatSlot } from '#domain/chat/conversation.ts';
import { chatSlots } from '#domain/chat/conversation.ts';
import { decideReplyAct } from '#domain/chat/decide-reply-act.ts';
import { decideSend } from '#domain/chat/decide-send.ts';
import { isRefusal, refuse } from '#domain/outcomes/refusal.ts';
import { moveHead } from '#server/store/conversation-store.ts';
import { findTurnOfClient, insertTurns, setChosen } from '#server/store/conversation-turn-store.ts';
import { findProjectState } from '#server/store/project-store.ts';
import { type ActContext, actOn, type WhichConversation } from './act-on-conversation.ts';
import type { ConversationServices } from './conversation-services.ts';
import { type PendingReply, replyJob } from './reply-job.ts';
import { aliveMs } from './reply-runner.ts';

type Outcome = Promise<Record<string, never> | HttpRefusal>;

export interface Saying extends WhichConversation {
  readonly clientId: string;
  readonly text: string;
  readonly plan: AttackPlan | null;
  readonly editOf: string | null;
}

/** Says something once, however often it is sent, and asks every model of the conversation for its reply. */
export async function sendTurn(services: ConversationServices, saying: Saying): Outcome {
  const bodyHash = hash(['say', saying.text, saying.plan, saying.editOf]);
  return withReplies(services, saying, async (context) => {
    const replay = await findReplay(context, { ...saying, bodyHash });
    if (replay) return replay;
    const closed = await refuseUnlessOpen(context);
    if (closed) return closed;
    const decision = decideSend({ ...saying, ...context });
    if (isRefusal(decision)) return decision;
    const { transaction, conversation, now } = context;
    const turnId = services.newId();
    const said = {
      id: turnId,
      conversationId: conversation.id,
      parentId: decision.parentId,
      kind: 'user' as const,
      text: saying.text,
      plan: saying.plan,
      editedFrom: saying.editOf,
      state: 'complete' as const,
      clientId: saying.clientId,
      bodyHash,
      createdAt: now,
    };
    const replies = conversation.endpointIds.flatMap((endpointId, index) => {
      const slot = chatSlots[index];
      return slot ? [pending(services, context, { endpointId, slot, parentId: turnId })] : [];
    });
    await insertTurns(transaction, [said, ...replies]);
    if (decision.parentId !== null) await chooseContinued(context, decision.parentId);
    await moveHead(transaction, { conversationId: conversation.id, headId: turnId });
    return replies;
  });
}

/** What is gone on from counts as chosen, also where nobody had to say so. */
async function chooseContinued(context: ActContext, turnId: string): Promise<void> {
  const reply = context.turns.find((turn) => turn.id === turnId);
  if (reply?.parentId) await setChosen(context.transaction, { parentId: reply.parentId, turnId });
}

/** Asks the model of a reply again, once for each client id. */
export async function regenerateReply(
  services: ConversationServices,
  asking: WhichConversation & { turnId: string; clientId: string },
): Outcome {
  const bodyHash = hash(['again', asking.turnId]);
  return withReplies(services, asking, async (context) => {
    const replay = await findReplay(context, { ...asking, bodyHash });
    if (replay) return replay;
    const closed = await refuseUnlessOpen(context);
    if (closed) return closed;
    const decision = decideReplyAct({ ...context, turnId: asking.turnId, act: { kind: 'regenerate' } });
    if (isRefusal(decision)) return decision;
    const stored = context.turns.find((turn) => turn.id === asking.turnId);
    if (!stored?.slot || !stored.endpointId || !stored.parentId) return [];
    const { slot, endpointId, parentId } = stored;
    const reply = {
      ...pending(services, context, { slot, endpointId, parentId }),
      clientId: asking.clientId,
      bodyHash,
    };
    await insertTurns(context.transaction, [reply]);
    await moveHead(context.transaction, { conversationId: context.conversation.id, headId: parentId });
    return [reply];
  });
}

/** Writes what a model should have said; the conversation goes on from there. */
export async function editReply(
  services: ConversationServices,
  edit: WhichConversation & { turnId: string; clientId: string; text: string },
): Outcome {
  const bodyHash = hash(['edit', edit.turnId, edit.text]);
  return withReplies(services, edit, async (context) => {
    const replay = await findReplay(context, { ...edit, bodyHash });
    if (replay) return replay;
    const act = { kind: 'edit', text: edit.text } as const;
    const decision = decideReplyAct({ ...context, turnId: edit.turnId, act });
    if (isRefusal(decision)) return decision;
    const stored = context.turns.find((turn) => turn.id === edit.turnId);
    if (!stored?.slot || !stored.endpointId || !stored.parentId) return [];
    const { transaction, conversation, now } = context;
    const id = services.newId();
    await insertTurns(transaction, [
      {
        id,
        conversationId: conversation.id,
        parentId: stored.parentId,
        kind: 'model',
        slot: stored.slot,
        endpointId: stored.endpointId,
        text: edit.text,
        state: 'complete',
        editedFrom: stored.id,
        clientId: edit.clientId,
        bodyHash,
        createdAt: now,
      },
    ]);
    await setChosen(transaction, { parentId: stored.parentId, turnId: id });
    await moveHead(transaction, { conversationId: conversation.id, headId: stored.parentId });
    return [];
  });
}

/** Every reply costs the project: its lead can stop that. What is there can still be judged and submitted. */
async function refuseUnlessOpen({ transaction, conversation }: ActContext): Promise<HttpRefusal | undefined> {
  const state = await findProjectState(transaction, conversation.projectId);
  if (state === 'open') return undefined;
  const message = 'This project is not open now, so no model is asked: what is here can still be submitted.';
  return refuse('project_not_open', message, { details: { state } });
}

/** Does an act and, once it is committed, starts the replies that it wrote down. */
async function withReplies(
  services: ConversationServices,
  which: WhichConversation,
  act: (context: ActContext) => Promise<readonly PendingReply[] | HttpRefusal>,
): Outcome {
  let itemId = '';
  const outcome = await actOn(services, which, async (context) => {
    itemId = context.conversation.itemId;
    return act(context);
  });
  if (isRefusal(outcome)) return outcome;
  for (const turn of outcome)
    services.replies.start(replyJob(services, { projectId: which.projectId, itemId, turn }));
  return {};
}

function pending(
  services: ConversationServices,
  { conversation, now }: ActContext,
  reply: { endpointId: string; slot: ChatSlot; parentId: string },
): PendingReply {
  return {
    ...reply,
    id: services.newId(),
    conversationId: conversation.id,
    kind: 'model',
    text: '',
    state: 'streaming',
    aliveUntil: new Date(now.getTime() + aliveMs),
    createdAt: now,
  };
}

/** Nothing to do where this very act was done before; a refusal where its id was used for another one. */
async function findReplay(
  { transaction, conversation }: ActContext,
  act: { clientId: string; bodyHash: Buffer },
): Promise<[] | HttpRefusal | undefined> {
  const earlier = await findTurnOfClient(transaction, {
    conversationId: conversation.id,
    clientId: act.clientId,
  });
  if (!earlier) return undefined;
  if (earlier.bodyHash?.equals(act.bodyHash)) return [];
  return refuse('client_id_reused', 'This client id was used for another act: send a new id with each one.');
}

function hash(parts: readonly unknown[]): Buffer {
  return createHash('sha256').update(JSON.stringify(parts)).digest();
}
