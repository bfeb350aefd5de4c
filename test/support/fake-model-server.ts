import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** One thing that the scripted endpoint does while it answers. */
export type ReplyStep =
  /** One streamed event per piece. */
  | { readonly say: string }
  | { readonly waitMs: number }
  /** Waits until the test lets it go on. */
  | { readonly waitFor: Promise<unknown> }
  /** These bytes, whatever they are. */
  | { readonly raw: string | Uint8Array }
  /** Says "word " until the other side has had enough. */
  | { readonly endless: string }
  /** Breaks the connection in the middle. */
  | { readonly cut: true };

export interface ScriptedReply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Instead of a completion: the body as it is. */
  readonly body?: string | Uint8Array;
  readonly steps?: readonly ReplyStep[];
  readonly finishReason?: string | null;
  /** Leaves out the closing [DONE], as some servers do. */
  readonly withoutDone?: boolean;
  /** Answers as a whole even when asked for a stream. */
  readonly neverStreams?: boolean;
}

export interface AskedCompletion {
  readonly model: string;
  readonly messages: readonly { role: string; content: string }[];
  readonly stream?: boolean;
  readonly stream_options?: { include_usage?: boolean };
  readonly [parameter: string]: unknown;
}

export interface FakeModelServer {
  /** The base URL that a lead would enter. */
  readonly baseUrl: string;
  readonly host: string;
  /** Completions that were asked for, in order. */
  readonly asked: readonly AskedCompletion[];
  /** What the next replies of a model are; after them it answers by itself. */
  script(model: string, ...replies: readonly ScriptedReply[]): void;
  /** How many connections are open right now. */
  openConnections(): Promise<number>;
  stop(): Promise<void>;
}

/** An endpoint of the OpenAI-compatible API that says what a test scripted, for better or worse. */
export async function startFakeModelServer(
  options: { key?: string; models?: readonly string[]; port?: number } = {},
): Promise<FakeModelServer> {
  const scripts = new Map<string, ScriptedReply[]>();
  const asked: AskedCompletion[] = [];
  const models = options.models ?? ['model-one', 'model-two', 'model-three', 'model-four'];
  const server = createServer((request, response) => {
    answer({ request, response, scripts, asked, models, key: options.key ?? null }).catch(() =>
      response.destroy(),
    );
  });
  const port = await listen(server, options.port ?? 0);
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    host: `127.0.0.1:${port}`,
    asked,
    script: (model, ...replies) => scripts.set(model, [...(scripts.get(model) ?? []), ...replies]),
    openConnections: () =>
      new Promise((resolve, reject) =>
        server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
      ),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('no port'));
      else resolve(address.port);
    });
  });
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly scripts: Map<string, ScriptedReply[]>;
  readonly asked: AskedCompletion[];
  readonly models: readonly string[];
  readonly key: string | null;
}

async function answer(exchange: Exchange): Promise<void> {
  const { request, response, key, models } = exchange;
  if (key !== null && request.headers.authorization !== `Bearer ${key}`) {
    const given = request.headers.authorization?.replace('Bearer ', '') ?? 'none';
    // Real endpoints do echo the key that they refuse.
    return refuse(response, {
      status: 401,
      message: `Incorrect API key provided: ${given}.`,
      code: 'invalid_api_key',
    });
  }
  if (request.method === 'GET' && request.url === '/v1/models') {
    const data = models.map((id) => ({ id, object: 'model', created: 1_700_000_000, owned_by: 'test' }));
    return json(response, 200, { object: 'list', data });
  }
  if (request.method !== 'POST' || request.url !== '/v1/chat/completions') {
    return refuse(response, { status: 404, message: 'Unknown request URL', code: 'unknown_url' });
  }
  const completion = JSON.parse(await readBody(request)) as AskedCompletion;
  exchange.asked.push(completion);
  if (!models.includes(completion.model)) {
    return refuse(response, {
      status: 404,
      message: `The model ${completion.model} does not exist`,
      code: 'model_not_found',
    });
  }
  await play(exchange, completion);
}

function json(response: ServerResponse, status: number, body: unknown, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

function refuse(response: ServerResponse, error: { status: number; message: string; code: string }): void {
  const { status, message, code } = error;
  json(response, status, { error: { message, type: 'invalid_request_error', param: null, code } });
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}

async function play(exchange: Exchange, completion: AskedCompletion): Promise<void> {
  const { response, scripts } = exchange;
  const reply = scripts.get(completion.model)?.shift() ?? {};
  if (reply.body !== undefined) {
    response.writeHead(reply.status ?? 200, { 'content-type': 'application/json', ...reply.headers });
    response.end(reply.body);
    return;
  }
  if (reply.status !== undefined && reply.status >= 400) {
    const error = {
      message: `Scripted status ${reply.status}`,
      type: 'server_error',
      param: null,
      code: null,
    };
    return json(response, reply.status, { error }, reply.headers);
  }
  const last = completion.messages.at(-1)?.content ?? '';
  const steps = reply.steps ?? [{ say: `${completion.model} ` }, { say: 'answers: ' }, { say: last }];
  if (completion.stream === true && reply.neverStreams !== true)
    await stream({ response, completion, reply, steps });
  else await whole({ response, completion, reply, steps });
}

interface Playing {
  readonly response: ServerResponse;
  readonly completion: AskedCompletion;
  readonly reply: ScriptedReply;
  readonly steps: readonly ReplyStep[];
}

const head = (completion: AskedCompletion, object: string) => ({
  id: 'chatcmpl-1',
  object,
  created: 1_700_000_000,
  model: `${completion.model}-2026`,
});
const usage = { prompt_tokens: 11, completion_tokens: 7, total_tokens: 18 };

async function whole({ response, completion, reply, steps }: Playing): Promise<void> {
  let content = '';
  for (const step of steps) {
    if ('say' in step) content += step.say;
    if ('waitMs' in step) await sleep(step.waitMs);
    if ('waitFor' in step) await step.waitFor;
  }
  const message = { role: 'assistant', content };
  const choices = [{ index: 0, message, finish_reason: reply.finishReason ?? 'stop' }];
  json(response, 200, { ...head(completion, 'chat.completion'), choices, usage }, reply.headers);
}

async function stream({ response, completion, reply, steps }: Playing): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream', ...reply.headers });
  const send = (choices: readonly object[], more: object = {}) =>
    response.write(
      `data: ${JSON.stringify({ ...head(completion, 'chat.completion.chunk'), choices, ...more })}\n\n`,
    );
  const say = (content: string) => send([{ index: 0, delta: { content }, finish_reason: null }]);
  send([{ index: 0, delta: { role: 'assistant', content: '' }, finish_reason: null }]);
  for (const step of steps) {
    if ('say' in step) say(step.say);
    else if ('waitMs' in step) await sleep(step.waitMs);
    else if ('waitFor' in step) await step.waitFor;
    else if ('raw' in step) response.write(step.raw);
    else if ('endless' in step) await sayForEver(response, () => say(step.endless));
    else {
      // What was written must be on its way before the connection breaks.
      await new Promise((resolve) => response.write('', resolve));
      await sleep(20);
      response.destroy();
      return;
    }
  }
  if (reply.finishReason !== null) {
    send([{ index: 0, delta: {}, finish_reason: reply.finishReason ?? 'stop' }]);
  }
  if (completion.stream_options?.include_usage === true) send([], { usage });
  response.end(reply.withoutDone === true ? '' : 'data: [DONE]\n\n');
}

async function sayForEver(response: ServerResponse, say: () => boolean): Promise<void> {
  while (!response.destroyed) {
    if (!say()) await Promise.race([new Promise((resolve) => response.once('drain', resolve)), sleep(50)]);
  }
}
