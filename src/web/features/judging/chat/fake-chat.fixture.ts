import { vi } from 'vitest';
import type { Conversation, ConversationTurn } from '#contract/conversations.ts';
import type { ChatApi, ChatFollower } from './chat-api.ts';

const id = (name: string) => name;

export function userTurn(turnId: string, change: Partial<ConversationTurn> = {}): ConversationTurn {
  return {
    turnId,
    parentId: null,
    kind: 'user',
    slot: null,
    text: `says ${turnId}`,
    state: 'complete',
    failure: null,
    chosen: false,
    rating: null,
    plan: null,
    outcome: null,
    editedFrom: null,
    createdAt: '2026-01-01T00:00:00Z',
    ...change,
  };
}

export function replyTurn(
  turnId: string,
  slot: 'A' | 'B',
  change: Partial<ConversationTurn> = {},
): ConversationTurn {
  return userTurn(turnId, { kind: 'model', slot, parentId: 'u1', text: `answer of ${slot}`, ...change });
}

export function conversationOf(...turns: readonly ConversationTurn[]): Conversation {
  return {
    conversationId: id('c1'),
    assignmentId: id('a1'),
    criterionKey: 'chat',
    state: 'open',
    slots: ['A', 'B'],
    headId: turns.findLast(({ kind }) => kind === 'user')?.turnId ?? null,
    turns: [...turns],
  };
}

/** A server in memory that answers each act with what the test says, and lets the test speak on the stream. */
export function fakeChat(first: Conversation = conversationOf()) {
  let now = first;
  let follower: ChatFollower | undefined;
  const answer = () => Promise.resolve(now);
  const api = {
    open: vi.fn<ChatApi['open']>(answer),
    read: vi.fn<ChatApi['read']>(answer),
    send: vi.fn<ChatApi['send']>(answer),
    regenerate: vi.fn<ChatApi['regenerate']>(answer),
    edit: vi.fn<ChatApi['edit']>(answer),
    choose: vi.fn<ChatApi['choose']>(answer),
    rate: vi.fn<ChatApi['rate']>(answer),
    mark: vi.fn<ChatApi['mark']>(answer),
    stop: vi.fn<ChatApi['stop']>(answer),
    goTo: vi.fn<ChatApi['goTo']>(answer),
    follow: vi.fn<ChatApi['follow']>((_id, given) => {
      follower = given;
      return () => undefined;
    }),
  };
  const values = new Map<string, unknown>();
  const kept = {
    read: (name: string) => values.get(name),
    write: async (name: string, value: unknown) => {
      values.set(name, value);
      return true;
    },
    remove: async (name: string) => values.delete(name),
  };
  let count = 0;
  return {
    api,
    kept,
    values,
    options: { api, kept, name: 'typed', newId: () => `id-${++count}` },
    /** What the server says from now on. */
    tell(conversation: Conversation) {
      now = conversation;
      follower?.onConversation(conversation);
    },
    answerWith(conversation: Conversation) {
      now = conversation;
    },
    stream: () => follower,
  };
}
