import type { Conversation } from '#contract/conversations.ts';
import * as contract from '#contract/conversations.ts';
import type { AttackOutcome, AttackPlan } from '#domain/chat/conversation.ts';
import { api } from '#web/session/api.ts';
import { type EventStream, followEvents, type LiveState } from '#web/session/follow-events.ts';

/** What a person sends; the client id stays the same however often it is sent. */
export interface Saying {
  readonly clientId: string;
  readonly text: string;
  readonly plan: AttackPlan | null;
  readonly editOf: string | null;
}

/** A piece of a growing reply. */
export interface ReplyDelta {
  readonly turnId: string;
  readonly from: number;
  readonly text: string;
}

export interface ChatFollower {
  readonly onConversation: (conversation: Conversation) => void;
  readonly onDelta: (delta: ReplyDelta) => void;
  /** Something was missed: read anew. */
  readonly onGap: () => void;
  readonly onState: (state: LiveState) => void;
}

/** The server as the chat needs it; each act answers with the whole conversation. */
export interface ChatApi {
  readonly open: () => Promise<Conversation>;
  readonly read: (conversationId: string) => Promise<Conversation>;
  readonly send: (conversationId: string, saying: Saying) => Promise<Conversation>;
  readonly regenerate: (conversationId: string, turnId: string, clientId: string) => Promise<Conversation>;
  readonly edit: (
    conversationId: string,
    edit: { turnId: string; clientId: string; text: string },
  ) => Promise<Conversation>;
  readonly choose: (conversationId: string, turnId: string) => Promise<Conversation>;
  readonly rate: (conversationId: string, turnId: string, rating: number | null) => Promise<Conversation>;
  readonly mark: (
    conversationId: string,
    turnId: string,
    outcome: AttackOutcome | null,
  ) => Promise<Conversation>;
  readonly stop: (conversationId: string, turnId: string | null) => Promise<Conversation>;
  readonly goTo: (conversationId: string, turnId: string) => Promise<Conversation>;
  /** Returns the function that ends it. */
  readonly follow: (conversationId: string, follower: ChatFollower) => () => void;
}

interface ChatPlace {
  readonly projectId: string;
  readonly assignmentId: string;
  readonly criterionKey: string;
}

/** The chat of one task over the API. */
export function createChatApi({ projectId, assignmentId, criterionKey }: ChatPlace): ChatApi {
  const at = (conversationId: string) => ({ params: { projectId, conversationId } });
  const on = (conversationId: string, turnId: string) => ({ params: { projectId, conversationId, turnId } });
  return {
    open: () =>
      api.call(contract.openConversation, { params: { projectId, assignmentId }, body: { criterionKey } }),
    read: (id) => api.call(contract.readConversation, at(id)),
    send: (id, body) => api.call(contract.sendTurn, { ...at(id), body }),
    regenerate: (id, turnId, clientId) =>
      api.call(contract.regenerateReply, { ...on(id, turnId), body: { clientId } }),
    edit: (id, { turnId, ...body }) => api.call(contract.editReply, { ...on(id, turnId), body }),
    choose: (id, turnId) => api.call(contract.chooseReply, on(id, turnId)),
    rate: (id, turnId, rating) => api.call(contract.rateReply, { ...on(id, turnId), body: { rating } }),
    mark: (id, turnId, outcome) => api.call(contract.markReply, { ...on(id, turnId), body: { outcome } }),
    stop: (id, turnId) => api.call(contract.stopReplies, { ...at(id), body: { turnId } }),
    goTo: (id, turnId) => api.call(contract.switchBranch, { ...at(id), body: { turnId } }),
    follow: (id, follower) => followConversation(api.urlOf(contract.followConversation, at(id)), follower),
  };
}

function followConversation(url: string, follower: ChatFollower): () => void {
  // Where a browser or a test has no such streams, every act still brings the whole.
  if (typeof EventSource === 'undefined') return () => undefined;
  return followEvents({
    open: (): EventStream => new EventSource(url),
    names: ['conversation', 'delta'],
    onEvent(name, data) {
      if (data === undefined) follower.onGap();
      else if (name === 'conversation') follower.onConversation(data as Conversation);
      else follower.onDelta(data as ReplyDelta);
    },
    onState: follower.onState,
  });
}
