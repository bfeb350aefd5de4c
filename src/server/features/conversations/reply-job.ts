import { messagesTo } from '#domain/chat/messages-to.ts';
import { replyFailure } from '#domain/chat/reply-failure.ts';
import type { Message } from '#domain/items/item.ts';
import { askEndpoint } from '#server/services/model-client/ask-endpoint.ts';
import { composeMessages } from '#server/services/model-client/compose-messages.ts';
import { type ReplyEnd, requestBody } from '#server/services/model-client/model-call.ts';
import type { Services } from '#server/services/services.ts';
import { listTurns, type NewTurn, treeOf } from '#server/store/conversation-turn-store.ts';
import { readItemPrompt } from '#server/store/item-prompt-store.ts';
import { findEndpoint } from '#server/store/model-endpoint-store.ts';
import type { ReplyJob } from './reply-runner.ts';

/** A reply that was written down as being on its way. */
export type PendingReply = NewTurn & { readonly parentId: string; readonly endpointId: string };

/** How one reply gets written: the question is put together from what is stored. */
export function replyJob(
  services: Services,
  reply: { projectId: string; itemId: string; turn: PendingReply },
): ReplyJob {
  const { turn, projectId, itemId } = reply;
  return {
    turnId: turn.id,
    conversationId: turn.conversationId,
    async ask({ signal, onText, keepRequest }) {
      const { kysely } = services.database;
      const endpoint = await findEndpoint(kysely, { projectId, endpointId: turn.endpointId });
      if (endpoint?.state !== 'on') return switchedOff();
      const turns = treeOf(null, await listTurns(kysely, turn.conversationId)).turns;
      const messages = composeMessages({
        instructions: [
          endpoint.parameters.systemPrompt,
          ...systemTexts(await readItemPrompt(kysely, itemId)),
        ],
        conversation: messagesTo(turns, turn.parentId),
        systemRole: endpoint.probe?.systemRole ?? true,
      });
      const abilities = {
        streams: endpoint.probe?.streams ?? true,
        usage: endpoint.probe?.usage ?? false,
      };
      await keepRequest({
        baseUrl: withoutQuery(endpoint.baseUrl),
        ...requestBody({
          model: endpoint.model,
          messages,
          parameters: endpoint.parameters,
          stream: abilities.streams,
          askUsage: abilities.usage,
        }),
      });
      return askEndpoint(services, { endpoint, messages, abilities, signal, onText });
    },
  };
}

/** Some gateways take a key in the query; what is kept goes into records and exports. */
function withoutQuery(baseUrl: string): string {
  const { origin, pathname } = new URL(baseUrl);
  return origin + pathname;
}

/** The item's system messages are for the models; the rest of its prompt is for the person to read. */
function systemTexts(prompt: readonly Message[]): string[] {
  return prompt.filter(({ role }) => role === 'system').map(({ content }) => content);
}

function switchedOff(): ReplyEnd {
  return {
    state: 'failed',
    text: '',
    failure: replyFailure('switched_off'),
    streamed: false,
    facts: {
      finishReason: null,
      promptTokens: null,
      completionTokens: null,
      model: null,
      firstTokenMs: null,
      latencyMs: 0,
    },
  };
}
