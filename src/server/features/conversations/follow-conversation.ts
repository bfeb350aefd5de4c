import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Conversation } from '#contract/conversations.ts';
import type { HttpRefusal } from '#contract/refusals.ts';
import { can } from '#domain/access/can.ts';
import { isRefusal } from '#domain/outcomes/refusal.ts';
import { readActor } from '#server/http/actor.ts';
import { EventStream } from '#server/http/event-stream.ts';
import { findProjectRoles } from '#server/store/member-store.ts';
import type { WhichConversation } from './act-on-conversation.ts';
import type { ConversationEvent } from './conversation-events.ts';
import type { ConversationServices } from './conversation-services.ts';
import { readConversation } from './read-conversation.ts';

interface Following extends WhichConversation {
  readonly services: ConversationServices;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Streams an own conversation: the whole at first and after each change, growing replies piece by piece. */
export async function followConversation(following: Following): Promise<HttpRefusal | null> {
  const { services, request, reply } = following;
  const first = await readConversation(services, following);
  if (isRefusal(first)) return first;
  const follower = new Follower(following);
  const unsubscribe = services.conversationEvents.subscribe(following.conversationId, (event) =>
    follower.hear(event),
  );
  const stream = new EventStream({
    request,
    reply,
    mayGoOn: () => mayStillJudge(following),
    onTick: () => follower.look(),
    onEnd: unsubscribe,
    onTrouble: (error) => services.log.warn({ err: error }, 'a conversation’s stream ended early'),
  });
  stream.begin();
  follower.begin(stream);
  return null;
}

async function mayStillJudge({ services, request, projectId, annotatorId }: Following): Promise<boolean> {
  const signedIn = await readActor(services, request);
  if (signedIn?.actor.personId !== annotatorId) return false;
  const found = await findProjectRoles(services.database.kysely, { projectId, personId: annotatorId });
  return found !== undefined && can(signedIn.actor, 'judge', { kind: 'project', roles: found.roles });
}

class Follower {
  readonly #following: Following;
  #stream: EventStream | undefined;
  #isReading = false;
  #mustRead = true;
  #hasForeignReply = false;
  /** Pieces that came while the whole was being read: it may lack them. */
  #missed: Extract<ConversationEvent, { kind: 'delta' }>[] = [];

  constructor(following: Following) {
    this.#following = following;
  }

  begin(stream: EventStream): void {
    this.#stream = stream;
    void this.#read();
  }

  hear(event: ConversationEvent): void {
    if (event.kind === 'changed') {
      this.#mustRead = true;
      void this.#read();
    } else if (this.#isReading) this.#missed.push(event);
    else this.#sendDelta(event);
  }

  /** A reply that another server writes, or nobody any more, makes no events here. */
  async look(): Promise<void> {
    if (!this.#hasForeignReply) return;
    this.#mustRead = true;
    await this.#read();
  }

  #sendDelta({ turnId, from, text }: Extract<ConversationEvent, { kind: 'delta' }>): void {
    this.#stream?.send('delta', { turnId, from, text });
  }

  async #read(): Promise<void> {
    if (this.#isReading || !this.#stream) return;
    this.#isReading = true;
    try {
      while (this.#mustRead) {
        this.#mustRead = false;
        const { services } = this.#following;
        const conversation = await readConversation(services, this.#following);
        if (isRefusal(conversation)) return this.#stream.end();
        this.#stream.send('conversation', conversation);
        this.#hasForeignReply = hasForeignReply(services, conversation);
      }
    } catch (error) {
      this.#following.services.log.warn({ err: error }, 'a conversation could not be read for its stream');
      this.#stream.end();
    } finally {
      this.#isReading = false;
      // The reader drops what it has already: a piece says where it belongs.
      for (const piece of this.#missed.splice(0)) this.#sendDelta(piece);
    }
  }
}

function hasForeignReply(services: ConversationServices, conversation: Conversation): boolean {
  return conversation.turns.some(
    ({ turnId, state }) => state === 'streaming' && services.replies.textOf(turnId) === undefined,
  );
}
