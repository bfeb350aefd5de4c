import { z } from 'zod';
import type { ResponseOf, Route } from '#contract/route.ts';
import { buildUrl } from './build-url.ts';
import { UnreachableError } from './call-errors.ts';
import type { AddressOf, CallInput, Optionally } from './call-input.ts';
import { readFailure, readSuccess } from './read-answer.ts';

export interface ClientOptions {
  /** Where the API stands, such as "/api/v1" or "http://localhost:4600/api/v1". */
  readonly baseUrl: string;
  readonly apiKey?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly fetch?: typeof fetch | undefined;
  /** Holds every answer against the contract; for tests and tools, not for the page. */
  readonly validate?: boolean | undefined;
}

type Bytes = Exclude<RequestInit['body'], string | FormData | URLSearchParams | null | undefined>;

export interface Client {
  /** Calls a route; throws RefusedError, UnreachableError or FaultError. */
  call<R extends Route>(route: R, ...input: Optionally<CallInput<R>>): Promise<ResponseOf<R>>;
  /** Sends raw bytes to a route that takes them. */
  sendBytes<R extends Route>(
    route: R,
    input: AddressOf<R> & { readonly bytes: Bytes; readonly signal?: AbortSignal | undefined },
  ): Promise<ResponseOf<R>>;
  /** Opens a route that streams bytes or events; the body of the answer is not read. */
  open<R extends Route>(
    route: R,
    ...input: Optionally<AddressOf<R> & { readonly signal?: AbortSignal | undefined }>
  ): Promise<Response>;
  /** The address of a route: for downloads and EventSource. */
  urlOf<R extends Route>(route: R, ...input: Optionally<AddressOf<R>>): string;
}

interface Loose {
  readonly params?: Readonly<Record<string, unknown>> | undefined;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  readonly body?: unknown;
  readonly bytes?: Bytes | undefined;
  readonly signal?: AbortSignal | undefined;
}

function bodyOf(route: Route, input: Loose): RequestInit & { duplex?: 'half' } {
  if (input.bytes !== undefined) {
    const type = { 'content-type': 'application/octet-stream' };
    const streams = input.bytes instanceof ReadableStream;
    return { body: input.bytes, headers: type, ...(streams ? { duplex: 'half' } : {}) };
  }
  if (route.method === 'GET') return {};
  // Also a write without a body says that it is JSON: a form on a foreign page cannot do that unasked.
  return { body: JSON.stringify(input.body ?? {}), headers: { 'content-type': 'application/json' } };
}

async function send(options: ClientOptions, route: Route, input: Loose): Promise<Response> {
  const body = bodyOf(route, input);
  const request: RequestInit = {
    ...body,
    method: route.method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json, application/problem+json, */*;q=0.5',
      ...(options.apiKey === undefined ? {} : { authorization: `Bearer ${options.apiKey}` }),
      ...options.headers,
      ...(body.headers as Record<string, string> | undefined),
    },
    ...(input.signal === undefined ? {} : { signal: input.signal }),
  };
  let response: Response;
  try {
    response = await (options.fetch ?? fetch)(buildUrl(options.baseUrl, route, input), request);
  } catch (error) {
    if (input.signal?.aborted === true) throw error;
    throw new UnreachableError(error);
  }
  if (!response.ok) throw await readFailure(response);
  return response;
}

function checked(route: Route, answer: unknown): unknown {
  const parsed = route.response.safeParse(answer);
  if (parsed.success) return parsed.data;
  throw new Error(`${route.id} answered against the contract:\n${z.prettifyError(parsed.error)}`);
}

/** The typed client of the API: routes in, answers out, refusals thrown. */
export function createClient(options: ClientOptions): Client {
  async function exchange<R extends Route>(route: R, input: Loose = {}): Promise<ResponseOf<R>> {
    const answer = await readSuccess(await send(options, route, input));
    return (options.validate === true ? checked(route, answer) : answer) as ResponseOf<R>;
  }
  return {
    call: (route, ...[input]) => exchange(route, input as Loose | undefined),
    sendBytes: (route, input) => exchange(route, input as Loose),
    open: (route, ...[input]) => send(options, route, (input ?? {}) as Loose),
    urlOf: (route, ...[input]) => buildUrl(options.baseUrl, route, (input ?? {}) as Loose),
  };
}
