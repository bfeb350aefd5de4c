import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { replyByScript, type ScriptedModel, scriptedModels } from '#seeds/demo/scripted-replies.ts';

/** The demo's models, reachable from this machine only. */
export interface ScriptedModels {
  /** Host and port. */
  readonly host: string;
  readonly baseUrl: string;
  stop(): Promise<void>;
}

const betweenWordsMs = 25;
const mostBytes = 5_000_000;

/** Starts an endpoint of the OpenAI-compatible API whose models are scripts, so that a chat can be tried without any. */
export async function startScriptedModels(): Promise<ScriptedModels> {
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const host = `127.0.0.1:${port}`;
  return {
    host,
    baseUrl: `http://${host}/v1`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'GET' && request.url === '/v1/models') {
    const data = scriptedModels.map(({ model }) => ({ id: model, object: 'model', owned_by: 'plumbline' }));
    return json(response, 200, { object: 'list', data });
  }
  const asked = request.url === '/v1/chat/completions' ? await readAsked(request) : null;
  if (asked === null) {
    const error = {
      message: 'The scripts of the demo do not understand this.',
      type: 'invalid_request_error',
    };
    return json(response, 404, { error });
  }
  const text = replyByScript(asked.model, asked.messages);
  const words = text.match(/\s*\S+/g) ?? [text];
  const usage = { prompt_tokens: 0, completion_tokens: words.length, total_tokens: words.length };
  const about = { id: 'script', created: 0, model: asked.model };
  if (asked.stream !== true) {
    const choices = [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: 'stop' }];
    return json(response, 200, { ...about, object: 'chat.completion', choices, usage });
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const send = (event: object) =>
    response.write(`data: ${JSON.stringify({ ...about, object: 'chat.completion.chunk', ...event })}\n\n`);
  for (const word of words) {
    if (response.destroyed) return;
    send({ choices: [{ index: 0, delta: { content: word }, finish_reason: null }] });
    if (words.length > 1) await sleep(betweenWordsMs);
  }
  send({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] });
  send({ choices: [], usage });
  response.end('data: [DONE]\n\n');
}

interface Asked {
  readonly model: ScriptedModel;
  readonly stream?: unknown;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
}

async function readAsked(request: IncomingMessage): Promise<Asked | null> {
  let body = '';
  for await (const chunk of request) {
    body += String(chunk);
    if (body.length > mostBytes) return null;
  }
  const asked = JSON.parse(body) as Asked;
  const isKnown = scriptedModels.some(({ model }) => model === asked.model);
  return isKnown && Array.isArray(asked.messages) ? asked : null;
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
