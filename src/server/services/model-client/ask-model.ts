import type { IncomingMessage } from 'node:http';
import { chatLimits } from '#domain/chat/chat-scale.ts';
import { type ReplyFailure, replyFailure } from '#domain/chat/reply-failure.ts';
import { judgeAddress } from '#server/services/outbound/judge-address.ts';
import { BlockedAddressError, openOutbound } from '#server/services/outbound/open-outbound.ts';
import type { Services } from '#server/services/services.ts';
import { explainStatus } from './explain-status.ts';
import {
  addressOf,
  type ChatMessage,
  type ModelAddress,
  type ModelParameters,
  type ReplyEnd,
  type ReplyFacts,
  requestBody,
} from './model-call.ts';
import type { CompletionChunk } from './read-chunk.ts';
import { isStream, readReply } from './read-reply.ts';
import { ReplyText } from './reply-text.ts';

export interface ModelQuestion {
  readonly address: ModelAddress;
  readonly messages: readonly ChatMessage[];
  readonly parameters: Omit<ModelParameters, 'systemPrompt'>;
  readonly streams: boolean;
  /** Whether the endpoint knows how to count tokens at the end of a stream. */
  readonly askUsage: boolean;
  /** Ends the reply; its reason is one of the two ways to be ended from outside. */
  readonly signal: AbortSignal;
  readonly onText: (piece: string) => void;
}

export const askedToStop = 'stopped';
export const serverStops = 'interrupted';

type Asking = Pick<Services, 'config' | 'now'>;

/** Asks a model and reads its reply to the end, whatever that is. Never throws for what an endpoint does. */
export async function askModel(services: Asking, question: ModelQuestion): Promise<ReplyEnd> {
  const reply = new Reply(services, question);
  try {
    return reply.end(await reply.run());
  } catch (error) {
    return reply.end(reply.explain(error));
  } finally {
    reply.close();
  }
}

class Reply {
  readonly #services: Asking;
  readonly #question: ModelQuestion;
  readonly #text = new ReplyText(chatLimits.modelTextCharacters);
  readonly #startedAt = performance.now();
  /** Aborted by our own clocks: the whole took too long, or nothing came for too long. */
  readonly #clock = new AbortController();
  readonly #deadline: NodeJS.Timeout;
  #silence: NodeJS.Timeout | undefined;
  #streamed = false;
  #facts: ReplyFacts = {
    finishReason: null,
    promptTokens: null,
    completionTokens: null,
    model: null,
    firstTokenMs: null,
    latencyMs: 0,
  };

  constructor(services: Asking, question: ModelQuestion) {
    this.#services = services;
    this.#question = question;
    this.#deadline = setTimeout(() => this.#clock.abort(), services.config.models.replyMs);
    this.#hearSomething();
  }

  async run(): Promise<ReplyFailure | null> {
    const { address } = this.#question;
    const target = judgeAddress(
      addressOf(address.baseUrl, 'chat/completions'),
      this.#services.config.models.privateHosts,
    );
    if (typeof target === 'string') return replyFailure('address_refused', { detail: target });
    const answer = await openOutbound({
      target,
      method: 'POST',
      headers: {
        accept: 'text/event-stream, application/json',
        'content-type': 'application/json',
        ...(address.key !== null && { authorization: `Bearer ${address.key}` }),
      },
      body: JSON.stringify(
        requestBody({ ...this.#question, model: address.model, stream: this.#question.streams }),
      ),
      signal: AbortSignal.any([this.#question.signal, this.#clock.signal]),
    });
    return this.#read(answer);
  }

  async #read(answer: IncomingMessage): Promise<ReplyFailure | null> {
    const { key } = this.#question.address;
    try {
      const failure = await explainStatus(answer, { now: this.#services.now(), key });
      if (failure) return failure;
      this.#streamed = isStream(answer);
      return await readReply(answer, {
        key,
        onBytes: () => this.#hearSomething(),
        onChunk: (chunk) => this.#take(chunk),
      });
    } finally {
      answer.destroy();
    }
  }

  #take(chunk: CompletionChunk): boolean {
    const { finishReason, promptTokens, completionTokens, model } = this.#facts;
    this.#facts = {
      ...this.#facts,
      finishReason: chunk.finishReason ?? finishReason,
      promptTokens: chunk.promptTokens ?? promptTokens,
      completionTokens: chunk.completionTokens ?? completionTokens,
      model: chunk.model ?? model,
      firstTokenMs: this.#facts.firstTokenMs ?? (chunk.text === '' ? null : this.#elapsedMs()),
    };
    const fresh = this.#text.add(chunk.text);
    if (fresh !== '') this.#question.onText(fresh);
    return this.#text.isFull;
  }

  #hearSomething(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#clock.abort(), this.#services.config.models.silenceMs);
  }

  #elapsedMs(): number {
    return Math.round(performance.now() - this.#startedAt);
  }

  explain(error: unknown): ReplyFailure | null {
    const { signal } = this.#question;
    if (signal.aborted) return signal.reason === serverStops ? replyFailure('interrupted') : null;
    if (this.#clock.signal.aborted) return replyFailure('timed_out');
    if (error instanceof BlockedAddressError) {
      return replyFailure('address_refused', { detail: `The address ${error.message}.` });
    }
    if (this.#text.text !== '' || this.#facts.finishReason !== null) return replyFailure('cut_off');
    const code = (error as NodeJS.ErrnoException).code;
    return replyFailure('unreachable', {
      detail: code === undefined ? null : `The connection failed (${code}).`,
    });
  }

  end(failure: ReplyFailure | null): ReplyEnd {
    const facts = { ...this.#facts, latencyMs: this.#elapsedMs() };
    const { text } = this.#text;
    const rest = { text, facts, streamed: this.#streamed };
    // A reply that was cut because it did not end can be judged and gone on from as far as it goes.
    const isCut = failure?.code === 'too_long' && text !== '';
    const wasStopped = this.#question.signal.aborted && this.#question.signal.reason !== serverStops;
    if (wasStopped || isCut) return { state: 'stopped', failure, ...rest };
    if (failure !== null) return { state: 'failed', failure, ...rest };
    if (text.trim() === '') {
      const detail = 'The reply holds no text.';
      return { state: 'failed', failure: replyFailure('not_understood', { detail }), ...rest };
    }
    return { state: 'complete', failure: null, ...rest };
  }

  close(): void {
    clearTimeout(this.#deadline);
    clearTimeout(this.#silence);
  }
}
