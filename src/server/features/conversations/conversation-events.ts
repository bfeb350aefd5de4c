import { EventEmitter } from 'node:events';

export type ConversationEvent =
  /** Something other than a growing text: the listener reads anew. */
  | { readonly kind: 'changed' }
  /** A piece of a reply, and how much of it stood before. */
  | { readonly kind: 'delta'; readonly turnId: string; readonly from: number; readonly text: string };

/** Tells open streams of this process what happens in a conversation. */
export class ConversationEvents {
  readonly #emitter = new EventEmitter().setMaxListeners(0);

  publish(conversationId: string, event: ConversationEvent): void {
    this.#emitter.emit(conversationId, event);
  }

  /** Returns the function that ends the subscription. */
  subscribe(conversationId: string, listener: (event: ConversationEvent) => void): () => void {
    this.#emitter.on(conversationId, listener);
    return () => this.#emitter.off(conversationId, listener);
  }
}
