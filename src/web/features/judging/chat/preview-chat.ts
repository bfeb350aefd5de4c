import type { Conversation, ConversationTurn } from '#contract/conversations.ts';
import { headAfterChoice, newestEnd } from '#domain/chat/active-path.ts';
import type { ChatScale } from '#domain/chat/chat-scale.ts';
import { type ChatSlot, chatSlots, type ModelTurn } from '#domain/chat/conversation.ts';
import { decideSend } from '#domain/chat/decide-send.ts';
import { isRefusal } from '#domain/outcomes/refusal.ts';
import { say } from '#web/messages/say.ts';
import type { ChatApi, Saying } from './chat-api.ts';
import { treeOf } from './merge-conversation.ts';

const blank = {
  state: 'complete',
  failure: null,
  chosen: false,
  rating: null,
  plan: null,
  outcome: null,
  editedFrom: null,
  createdAt: '2026-01-01T00:00:00Z',
} as const;

function startConversation(scale: ChatScale): Conversation {
  return {
    conversationId: 'preview',
    assignmentId: 'preview',
    criterionKey: 'preview',
    state: 'open',
    slots: chatSlots.slice(0, scale.models),
    headId: null,
    turns: [],
  };
}

/** A conversation that lives in this page: turns, branches and what is said of them are real, the replies are made up. */
class PreviewChat {
  readonly #scale: ChatScale;
  #conversation: Conversation;

  constructor(scale: ChatScale) {
    this.#scale = scale;
    this.#conversation = startConversation(scale);
  }

  read(): Conversation {
    return this.#conversation;
  }

  send({ clientId, text, plan, editOf }: Saying): Conversation {
    const tree = treeOf(this.#conversation);
    const decision = decideSend({ tree, scale: this.#scale, text, plan, editOf });
    if (isRefusal(decision)) throw new Error(decision.message);
    const user: ConversationTurn = {
      ...blank,
      turnId: clientId,
      parentId: decision.parentId,
      kind: 'user',
      slot: null,
      text,
      plan,
      editedFrom: editOf,
    };
    return this.#add(clientId, user, ...this.#conversation.slots.map((slot) => reply(slot, clientId, text)));
  }

  /** A further reply beside an earlier one: asked for again, or written in the model's place and then gone on from. */
  addReply(turnId: string, fresh: { clientId: string; text?: string }): Conversation {
    const { parentId, slot } = this.#turn(turnId);
    if (slot === null || parentId === null) return this.#conversation;
    const made = { ...reply(slot, parentId, this.#turn(parentId).text), turnId: fresh.clientId };
    const { text } = fresh;
    if (text === undefined) return this.#add(parentId, made);
    this.#add(parentId, { ...made, text, editedFrom: turnId });
    return this.choose(fresh.clientId);
  }

  choose(turnId: string): Conversation {
    const { parentId } = this.#turn(turnId);
    this.#change((turn) =>
      turn.parentId === parentId && turn.kind === 'model' ? { chosen: turn.turnId === turnId } : {},
    );
    const { turns } = treeOf(this.#conversation);
    const chosen = turns.find((turn): turn is ModelTurn => turn.id === turnId && turn.kind === 'model');
    return chosen === undefined ? this.#conversation : this.#goTo(headAfterChoice(turns, chosen));
  }

  rate(turnId: string, rating: number | null): Conversation {
    return this.#change((turn) => (turn.turnId === turnId ? { rating } : {}));
  }

  /** A model breaks at one turn only. */
  mark(turnId: string, outcome: ConversationTurn['outcome']): Conversation {
    const { slot } = this.#turn(turnId);
    return this.#change((turn) => {
      if (turn.turnId === turnId) return { outcome };
      const isMoved = outcome?.broke === true && turn.slot === slot && turn.outcome !== null;
      return isMoved ? { outcome: { success: turn.outcome?.success ?? null, broke: false } } : {};
    });
  }

  goTo(turnId: string): Conversation {
    return this.#goTo(newestEnd(treeOf(this.#conversation).turns, turnId));
  }

  #goTo(headId: string | null): Conversation {
    this.#conversation = { ...this.#conversation, headId };
    return this.#conversation;
  }

  #turn(turnId: string): ConversationTurn {
    const found = this.#conversation.turns.find((turn) => turn.turnId === turnId);
    if (found === undefined) throw new Error(say('Something went wrong.'));
    return found;
  }

  #add(headId: string, ...turns: readonly ConversationTurn[]): Conversation {
    this.#conversation = { ...this.#conversation, turns: [...this.#conversation.turns, ...turns] };
    return this.#goTo(headId);
  }

  #change(part: (turn: ConversationTurn) => Partial<ConversationTurn>): Conversation {
    const turns = this.#conversation.turns.map((turn) => ({ ...turn, ...part(turn) }));
    this.#conversation = { ...this.#conversation, turns };
    return this.#conversation;
  }
}

function reply(slot: ChatSlot, parentId: string, asked: string): ConversationTurn {
  const text = say('A made-up reply of {slot} to “{asked}”. In a preview no model is asked.', {
    slot,
    asked,
  });
  return { ...blank, turnId: `${parentId}.${slot}`, parentId, kind: 'model', slot, text };
}

/** What stands for the server in a preview, so that a chat can be tried without a model. */
export function createPreviewChat(scale: ChatScale): ChatApi {
  const chat = new PreviewChat(scale);
  return {
    open: async () => chat.read(),
    read: async () => chat.read(),
    send: async (_id, saying) => chat.send(saying),
    regenerate: async (_id, turnId, clientId) => chat.addReply(turnId, { clientId }),
    edit: async (_id, { turnId, clientId, text }) => chat.addReply(turnId, { clientId, text }),
    choose: async (_id, turnId) => chat.choose(turnId),
    rate: async (_id, turnId, rating) => chat.rate(turnId, rating),
    mark: async (_id, turnId, outcome) => chat.mark(turnId, outcome),
    stop: async () => chat.read(),
    goTo: async (_id, turnId) => chat.goTo(turnId),
    follow: () => () => undefined,
  };
}
