import type { ReplyFailure } from '#domain/chat/reply-failure.ts';

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

export interface ModelParameters {
  readonly temperature: number | null;
  readonly topP: number | null;
  readonly maxTokens: number | null;
  readonly systemPrompt: string;
}

/** Where a model is, and how it is asked. */
export interface ModelAddress {
  readonly baseUrl: string;
  readonly model: string;
  readonly key: string | null;
}

/** What the endpoint counted and said about its reply. */
export interface ReplyFacts {
  readonly finishReason: string | null;
  readonly promptTokens: number | null;
  readonly completionTokens: number | null;
  /** The model as the endpoint names it. */
  readonly model: string | null;
  readonly firstTokenMs: number | null;
  readonly latencyMs: number;
}

export interface ReplyEnd {
  readonly state: 'complete' | 'stopped' | 'failed';
  readonly text: string;
  readonly failure: ReplyFailure | null;
  readonly facts: ReplyFacts;
  /** Whether it came piece by piece. */
  readonly streamed: boolean;
}

/** The body of a request as the OpenAI-compatible API takes it; also what is kept with the reply. */
export function requestBody(call: {
  model: string;
  messages: readonly ChatMessage[];
  parameters: Omit<ModelParameters, 'systemPrompt'>;
  stream: boolean;
  askUsage: boolean;
}): Record<string, unknown> {
  const { temperature, topP, maxTokens } = call.parameters;
  return {
    model: call.model,
    messages: call.messages,
    stream: call.stream,
    ...(call.stream && call.askUsage && { stream_options: { include_usage: true } }),
    ...(temperature !== null && { temperature }),
    ...(topP !== null && { top_p: topP }),
    ...(maxTokens !== null && { max_tokens: maxTokens }),
  };
}

/** The address of one of the API's functions below the base URL, whether or not that ends with a slash. */
export function addressOf(baseUrl: string, path: string): string {
  const url = new URL(baseUrl);
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/${path}`;
  return url.href;
}
