import * as records from '#contract/conversation-records.ts';
import type { Conversation } from '#contract/conversations.ts';
import * as contract from '#contract/conversations.ts';
import type { HttpRefusal } from '#contract/refusals.ts';
import { isRefusal } from '#domain/outcomes/refusal.ts';
import { alreadySent, type Serve } from '#server/http/serve-route.ts';
import type { RubricCache } from '#server/services/rubric-cache.ts';
import type { Services } from '#server/services/services.ts';
import type { WhichConversation } from './act-on-conversation.ts';
import { ConversationEvents } from './conversation-events.ts';
import type { ConversationServices } from './conversation-services.ts';
import { followConversation } from './follow-conversation.ts';
import { judgeReply, stopReplies, switchBranch } from './judge-reply.ts';
import { openConversation } from './open-conversation.ts';
import { readConversation } from './read-conversation.ts';
import { listRecords, readConversationRecord, readCoverage } from './read-records.ts';
import { ReplyRunner } from './reply-runner.ts';
import { editReply, regenerateReply, sendTurn } from './send-turn.ts';

/** Live conversations with models. What is returned ends replies on their way when the server stops. */
export function registerConversations(
  serve: Serve,
  given: Services & { rubrics: RubricCache },
): { stop: () => Promise<void> } {
  const conversationEvents = new ConversationEvents();
  const replies = new ReplyRunner(given, conversationEvents);
  const services: ConversationServices = { ...given, conversationEvents, replies };
  registerConversation(serve, services);
  registerReplies(serve, services);
  registerRecords(serve, services);
  return { stop: () => replies.stopAll() };
}

/** After an act the whole conversation goes back, so that a page needs no stream to be right. */
async function answer(
  services: ConversationServices,
  which: WhichConversation,
  act: Promise<unknown>,
): Promise<Conversation | HttpRefusal> {
  const outcome = await act;
  return isRefusal(outcome) ? (outcome as HttpRefusal) : readConversation(services, which);
}

function registerConversation(serve: Serve, services: ConversationServices): void {
  serve(contract.openConversation, async ({ params, body, actor }) => {
    const own = { projectId: params.projectId, annotatorId: actor.personId };
    const conversationId = await openConversation(services, { ...params, ...body, ...own });
    return isRefusal(conversationId)
      ? conversationId
      : readConversation(services, { ...own, conversationId });
  });
  serve(contract.readConversation, async ({ params, actor }) =>
    readConversation(services, { ...params, annotatorId: actor.personId }),
  );
  serve(contract.followConversation, async ({ params, actor, raw, reply }) => {
    const following = { ...params, annotatorId: actor.personId, services, request: raw, reply };
    return (await followConversation(following)) ?? alreadySent;
  });
  serve(contract.sendTurn, async ({ params, body, actor }) => {
    const which = { ...params, annotatorId: actor.personId };
    return answer(services, which, sendTurn(services, { ...which, ...body }));
  });
  serve(contract.switchBranch, async ({ params, body, actor }) => {
    const which = { ...params, annotatorId: actor.personId };
    return answer(services, which, switchBranch(services, { ...which, ...body }));
  });
  serve(contract.stopReplies, async ({ params, body, actor }) => {
    const which = { ...params, annotatorId: actor.personId };
    return answer(services, which, stopReplies(services, { ...which, ...body }));
  });
}

function registerReplies(serve: Serve, services: ConversationServices): void {
  serve(contract.regenerateReply, async ({ params, body, actor }) => {
    const which = { ...params, annotatorId: actor.personId };
    return answer(services, which, regenerateReply(services, { ...which, ...body }));
  });
  serve(contract.editReply, async ({ params, body, actor }) => {
    const which = { ...params, annotatorId: actor.personId };
    return answer(services, which, editReply(services, { ...which, ...body }));
  });
  serve(contract.chooseReply, async ({ params, actor }) => {
    const which = { ...params, annotatorId: actor.personId };
    return answer(services, which, judgeReply(services, { ...which, act: { kind: 'choose' } }));
  });
  serve(contract.rateReply, async ({ params, body, actor }) => {
    const which = { ...params, annotatorId: actor.personId };
    return answer(services, which, judgeReply(services, { ...which, act: { kind: 'rate', ...body } }));
  });
  serve(contract.markReply, async ({ params, body, actor }) => {
    const which = { ...params, annotatorId: actor.personId };
    return answer(services, which, judgeReply(services, { ...which, act: { kind: 'mark', ...body } }));
  });
}

/** What leads read. */
function registerRecords(serve: Serve, services: ConversationServices): void {
  serve(records.listConversations, async ({ params, query }) => listRecords(services, { ...params, query }));
  serve(records.readConversationRecord, async ({ params }) => readConversationRecord(services, params));
  serve(records.readAttackCoverage, async ({ params, query }) =>
    readCoverage(services, { ...params, ...query }),
  );
}
