import { createServer } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { chatLimits } from '#domain/chat/chat-scale.ts';
import { usualModels } from '#server/models-setting.ts';
import {
  type FakeModelServer,
  type ScriptedReply,
  startFakeModelServer,
} from '#test/support/fake-model-server.ts';
import { askedToStop, askModel, serverStops } from './ask-model.ts';
import type { ReplyEnd } from './model-call.ts';

let fake: FakeModelServer;
beforeAll(async () => {
  fake = await startFakeModelServer({ key: 'sk-canary-key-1234' });
});
afterAll(() => fake.stop());

const now = new Date('2026-05-05T12:00:00Z');
let pieces: string[] = [];
afterEach(() => {
  pieces = [];
});

interface Change {
  readonly baseUrl?: string;
  readonly model?: string;
  readonly key?: string | null;
  readonly streams?: boolean;
  readonly models?: Partial<typeof usualModels>;
  readonly signal?: AbortSignal;
  readonly onText?: (piece: string) => void;
}

function ask(change: Change = {}): Promise<ReplyEnd> {
  const models = { ...usualModels, privateHosts: ['127.0.0.1'], ...change.models };
  return askModel(
    { config: { models } as never, now: () => now },
    {
      address: {
        baseUrl: change.baseUrl ?? fake.baseUrl,
        model: change.model ?? 'model-one',
        key: change.key === undefined ? 'sk-canary-key-1234' : change.key,
      },
      messages: [{ role: 'user', content: 'Hello?' }],
      parameters: { temperature: 0.5, topP: null, maxTokens: 100 },
      streams: change.streams ?? true,
      askUsage: true,
      signal: change.signal ?? new AbortController().signal,
      onText: change.onText ?? ((piece) => pieces.push(piece)),
    },
  );
}

describe('a reply that comes as it should', () => {
  test('is told piece by piece, with what was counted', async () => {
    const end = await ask();
    expect(end).toMatchObject({ state: 'complete', text: 'model-one answers: Hello?', failure: null });
    expect(end.facts).toMatchObject({
      finishReason: 'stop',
      promptTokens: 11,
      completionTokens: 7,
      model: 'model-one-2026',
    });
    expect(pieces).toEqual(['model-one ', 'answers: ', 'Hello?']);
    expect(fake.asked.at(-1)).toEqual({
      model: 'model-one',
      messages: [{ role: 'user', content: 'Hello?' }],
      stream: true,
      stream_options: { include_usage: true },
      temperature: 0.5,
      max_tokens: 100,
    });
  });

  test.each<[string, ScriptedReply, Change]>([
    ['may come as a whole', {}, { streams: false }],
    ['may come as a whole although a stream was asked for', { neverStreams: true }, {}],
    ['may lack the closing [DONE]', { withoutDone: true }, {}],
    ['may lack a reason to finish', { finishReason: null }, {}],
    ['may finish for a reason that nobody knows', { finishReason: 'tired' }, {}],
    [
      'may hold comments and other events',
      { steps: [{ raw: ': ping\n\nevent: x\nid: 1\n\n' }, { say: 'model-one answers: Hello?' }] },
      {},
    ],
  ])('%s', async (_name, script, change) => {
    fake.script('model-one', script);
    expect(await ask(change)).toMatchObject({ state: 'complete', text: 'model-one answers: Hello?' });
  });

  test('keeps characters whole that come in halves', async () => {
    const bytes = new TextEncoder().encode(`data: {"choices":[{"delta":{"content":"é"}}]}\n\n`);
    const at = bytes.indexOf(0xc3) + 1;
    fake.script('model-one', {
      steps: [
        { raw: bytes.slice(0, at) },
        { waitMs: 20 },
        { raw: bytes.slice(at) },
        { say: 'a\ud83d' },
        { say: '\ude00b' },
        { say: 'nul \u0000 and half \udc00' },
      ],
    });
    expect((await ask()).text).toBe('éa😀bnul � and half �');
    expect(pieces.every((piece) => piece.isWellFormed())).toBe(true);
  });
});

describe('a reply that does not come as it should', () => {
  const garbage = new Uint8Array([0xff, 0xfe, 0x00, 0x80, 0x0a, 0x0a]);
  test.each<[string, ScriptedReply, string, string]>([
    ['asked too often', { status: 429, headers: { 'retry-after': '7' } }, 'rate_limited', ''],
    ['fails on its side', { status: 500 }, 'server_failed', ''],
    [
      'is away behind its proxy',
      { status: 503, body: '<html>', headers: { 'content-type': 'text/html' } },
      'server_failed',
      '',
    ],
    ['does not take the conversation', { status: 400 }, 'rejected', ''],
    [
      'sends us elsewhere',
      { status: 302, body: '', headers: { location: 'http://127.0.0.1:1/' } },
      'address_refused',
      '',
    ],
    [
      'answers a page',
      { body: '<html>hello</html>', headers: { 'content-type': 'text/html' } },
      'not_understood',
      '',
    ],
    ['answers no JSON', { body: 'hello' }, 'not_understood', ''],
    ['answers JSON of another kind', { body: '{"hello":1}' }, 'not_understood', ''],
    ['answers null', { body: 'null' }, 'not_understood', ''],
    ['packs its answer', { body: 'x', headers: { 'content-encoding': 'gzip, gzip' } }, 'not_understood', ''],
    ['says nothing', { steps: [] }, 'not_understood', ''],
    [
      'breaks off in the middle of an event',
      { steps: [{ say: 'Half' }, { raw: 'data: {"choices":[{"del' }, { cut: true }] },
      'cut_off',
      'Half',
    ],
    [
      'ends without a word of why',
      { steps: [{ say: 'Half' }], finishReason: null, withoutDone: true },
      'cut_off',
      'Half',
    ],
    [
      'sends bytes that are no text',
      { steps: [{ say: 'Half' }, { raw: garbage }] },
      'not_understood',
      'Half',
    ],
    [
      'sends an event that is no JSON',
      { steps: [{ say: 'Half' }, { raw: 'data: {oops\n\n' }] },
      'not_understood',
      'Half',
    ],
    [
      'sends an error in the stream',
      { steps: [{ say: 'Half' }, { raw: 'data: {"error":{"message":"overloaded"}}\n\n' }] },
      'server_failed',
      'Half',
    ],
  ])('%s', async (_name, script, code, text) => {
    fake.script('model-one', script);
    expect(await ask()).toMatchObject({ state: 'failed', text, failure: { code } });
  });

  test('says when to ask again, by seconds or by date, and never in a year', async () => {
    for (const [header, at] of [
      ['7', '2026-05-05T12:00:07.000Z'],
      ['Tue, 05 May 2026 12:01:00 GMT', '2026-05-05T12:01:00.000Z'],
      ['31536000', '2026-05-05T13:00:00.000Z'],
      ['soon', null],
    ] as const) {
      fake.script('model-one', { status: 429, headers: { 'retry-after': header } });
      expect((await ask()).failure).toMatchObject({ code: 'rate_limited', retryAt: at });
    }
  });

  test('refuses a wrong key, and the key is in no word of it', async () => {
    const end = await ask({ key: 'sk-another-secret-key' });
    expect(end).toMatchObject({ state: 'failed', failure: { code: 'key_refused' } });
    expect(JSON.stringify(end)).not.toContain('another-secret');
  });

  test('does not know the model', async () => {
    expect((await ask({ model: 'model-nine' })).failure?.code).toBe('model_unknown');
  });

  test('is nowhere', async () => {
    const closed = await freePort();
    expect((await ask({ baseUrl: `http://127.0.0.1:${closed}/v1` })).failure?.code).toBe('unreachable');
  });

  test('is not called where it may not be', async () => {
    const before = fake.asked.length;
    const end = await ask({ models: { privateHosts: [] } });
    expect(end.failure?.code).toBe('address_refused');
    expect(fake.asked.length).toBe(before);
  });

  test('ends when nothing comes for too long, with what came', async () => {
    fake.script('model-one', { steps: [{ say: 'Half' }, { waitFor: new Promise(() => {}) }] });
    const end = await ask({ models: { silenceMs: 80 } });
    expect(end).toMatchObject({ state: 'failed', text: 'Half', failure: { code: 'timed_out' } });
  });

  test('ends when it takes too long as a whole, however lively it is', async () => {
    const steps = Array.from({ length: 200 }, () => [{ say: 'x' }, { waitMs: 10 }]).flat();
    fake.script('model-one', { steps });
    const end = await ask({ models: { replyMs: 150 } });
    expect(end).toMatchObject({ state: 'failed', failure: { code: 'timed_out' } });
    expect(end.text).toMatch(/^x+$/);
  });

  test('is cut when it does not end, and its connection is let go', async () => {
    fake.script('model-one', { steps: [{ endless: 'word '.repeat(200) }] });
    const end = await ask();
    expect(end).toMatchObject({ state: 'stopped', failure: { code: 'too_long' } });
    expect(end.text).toHaveLength(chatLimits.modelTextCharacters);
    await expect.poll(() => fake.openConnections()).toBe(0);
  });

  test('is cut when one event does not end', async () => {
    fake.script('model-one', {
      steps: [{ raw: `data: ${'x'.repeat(3_000_000)}` }, { waitFor: new Promise(() => {}) }],
    });
    expect((await ask()).failure?.code).toBe('not_understood');
  });
});

describe('a reply that is ended from outside', () => {
  test.each([
    [askedToStop, 'stopped', null],
    [serverStops, 'failed', 'interrupted'],
  ] as const)('because of "%s" keeps what came', async (reason, state, code) => {
    const controller = new AbortController();
    fake.script('model-one', { steps: [{ say: 'So far' }, { waitFor: new Promise(() => {}) }] });
    const end = await ask({ signal: controller.signal, onText: () => controller.abort(reason) });
    expect(end).toMatchObject({ state, text: 'So far' });
    expect(end.failure?.code ?? null).toBe(code);
  });
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 1));
    });
  });
}
