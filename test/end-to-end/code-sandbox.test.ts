import { readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { buildCodeDemo, openCodeDemo } from '#test/support/code-demo.ts';
import { openPage, signInContext } from '#test/support/open-page.ts';
import { addPerson } from '#test/support/people.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';
import type { RunRequest, RunResult } from '#web/ui/code-runner/run-request.ts';
import { hostileWorker } from './reach-from-worker.fixture.ts';

let server: TestServer;
let outside: Server;
let outsideAddress: string;
let folder: string;
let browser: Browser;
let page: Page;
let faults: readonly string[];
/** What another server heard; it must be nothing. */
const heard: string[] = [];
/** Every address that answered. A request that the policy stops is asked for, but never sent. */
const answered: string[] = [];

beforeAll(async () => {
  server = await startTestServer();
  const frame = await readFile(join(import.meta.dirname, '../../src/web/public/runner.html'));
  outside = createServer((request, response) => {
    const { url = '' } = request;
    const isPage = url === '/page' || url === '/runner.html';
    if (!isPage) heard.push(url);
    // The same frame without its policy shows what the policy is for.
    const body = url === '/runner.html' ? frame : '1';
    response.setHeader('content-type', isPage ? 'text/html' : 'text/javascript');
    response.setHeader('access-control-allow-origin', '*').end(body);
  });
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve));
  outsideAddress = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`;
  browser = await launchBrowser();
  const person = await addPerson(server, { deploymentRole: 'owner' });
  const opened = await openPage(browser, server.address);
  await signInContext(opened.context, server.address, person.cookie);
  page = opened.page;
  faults = opened.faults;
  page.context().on('response', (response) => answered.push(response.url()));
  folder = await buildCodeDemo();
  await openCodeDemo(page, server.address, folder);
});
afterAll(async () => {
  await browser?.close();
  outside?.close();
  await rm(folder, { recursive: true, force: true });
  await server?.stop();
});
beforeEach(() => {
  answered.length = 0;
});

function run(request: Partial<RunRequest> & Pick<RunRequest, 'language' | 'source'>): Promise<RunResult> {
  return page.evaluate((asked) => window.runCode(asked), { stdin: '', files: [], tests: [], ...request });
}

/** The page answers, holds no frame of a run any more, and runs the next program. */
async function expectAlive(): Promise<void> {
  expect(await page.locator('iframe').count()).toBe(0);
  const next = await run({ language: 'javascript', source: 'console.log(6 * 7)' });
  expect([next.status, next.stdout]).toEqual(['ok', '42\n']);
  expect(faults).toEqual([]);
}

function expectNothingReached(): void {
  expect(heard).toEqual([]);
  const ours = /\/(?:runner\.html|code-demo\/[^/]+)$|^blob:null/;
  expect(answered.filter((url) => !ours.test(url))).toEqual([]);
}

/** Gives the frame a worker that has every global and tries everything; tells what it reached. */
function letLoose(on: Page): Promise<{ tried: number; reached: string[]; origin: string }> {
  return on.evaluate(
    (script) =>
      new Promise((resolve) => {
        const frame = document.createElement('iframe');
        frame.setAttribute('sandbox', 'allow-scripts');
        frame.src = '/runner.html';
        const channel = new MessageChannel();
        channel.port1.onmessage = (event) => {
          frame.remove();
          resolve(event.data);
        };
        window.addEventListener('message', (event) => {
          if (event.source !== frame.contentWindow || event.data.kind !== 'listening') return;
          const parcel = { script: new TextEncoder().encode(script).buffer, start: { files: {} } };
          frame.contentWindow?.postMessage(parcel, '*', [channel.port2]);
        });
        document.body.append(frame);
      }),
    hostileWorker(outsideAddress, server.address),
  );
}

describe('the frame', () => {
  test('holds a worker that has every global and tries everything', async () => {
    const told = await letLoose(page);
    expect(told).toEqual({ tried: expect.any(Number), reached: [], origin: 'null' });
    expect(told.tried).toBeGreaterThan(25);
    expectNothingReached();
  });

  test('would not hold it without its policy: the attempts are real', async () => {
    const elsewhere = await page.context().newPage();
    await elsewhere.goto(`${outsideAddress}/page`);
    const told = await letLoose(elsewhere);
    await elsewhere.close();
    expect(told.reached).toEqual(
      expect.arrayContaining([
        'fetch another server',
        'XMLHttpRequest',
        'importScripts',
        'dynamic import',
        'eval',
      ]),
    );
    expect(heard).toEqual(expect.arrayContaining(['/fetch', '/xhr', '/events', '/nested']));
    heard.length = 0;
  });

  test('has no origin even when it is opened by itself', async () => {
    const alone = await page.context().newPage();
    const response = await alone.goto('/runner.html');
    expect(response?.headers()['content-security-policy']).toMatch(
      /^sandbox allow-scripts; default-src 'none';/,
    );
    expect(await alone.evaluate(() => self.origin)).toBe('null');
    await expect(alone.evaluate(() => document.cookie)).rejects.toThrow(/sandboxed/);
    await alone.close();
  });

  test('is the only new thing that the product itself may show', async () => {
    const policy = (await page.request.get(server.address)).headers()['content-security-policy'] ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-src 'self';");
    expect(policy).not.toContain('wasm-unsafe-eval');
  });
});

const hostilePython: readonly (readonly [string, string])[] = [
  ['the bridge to JavaScript', 'import js\njs.fetch("ADDRESS")'],
  ['the runtime by its own name', 'import pyodide_js\npyodide_js.loadPackage("micropip")'],
  ['JavaScript as text', 'from pyodide.code import run_js\nrun_js("fetch(\'ADDRESS\')")'],
  [
    'the fetch of the runtime',
    'from pyodide.http import pyfetch\nawaited = pyfetch("ADDRESS")\nimport asyncio\nasyncio.run(awaited)',
  ],
  ['the synchronous fetch of the runtime', 'from pyodide.http import open_url\nopen_url("ADDRESS")'],
  ['urllib', 'import urllib.request\nurllib.request.urlopen("ADDRESS")'],
  ['sockets', 'import socket\nsocket.create_connection(("127.0.0.1", PORT), 2).send(b"x")'],
  [
    'a function of the runtime, up to its constructor',
    'import pyodide.webloop as loop\nloop.scheduleCallback.constructor("return fetch(\'ADDRESS\')")()',
  ],
  [
    'every object in memory',
    'import gc\nfrom pyodide.ffi import JsProxy\nnames = ("fetch", "XMLHttpRequest", "WebSocket", "Worker", "importScripts", "indexedDB", "caches", "postMessage")\nassert [name for o in gc.get_objects() if isinstance(o, JsProxy) for name in names if hasattr(o, name)]',
  ],
  ['another process', 'import subprocess\nsubprocess.run(["ls"])'],
  ['a system command', 'import os\nassert os.system("ls") == 0'],
  ['the files of the machine', 'open("/etc/shadow").read()'],
  ['a thread', 'import threading\nthreading.Thread(target=print).start()'],
];

const javascriptNames =
  `fetch XMLHttpRequest WebSocket EventSource WebTransport Worker SharedWorker importScripts
  navigator location document window parent top self cookieStore localStorage sessionStorage indexedDB caches postMessage
  BroadcastChannel RTCPeerConnection WebAssembly Deno Bun`.split(/\s+/);

const hostileSql: readonly (readonly [string, string])[] = [
  ['files of the machine', "select pg_read_file('/etc/shadow')"],
  ['another database', "create extension dblink; select dblink_connect('host=127.0.0.1')"],
  ['a foreign server', 'create extension postgres_fdw'],
  ['another language', "create function f() returns int language plpython3u as 'return 1'"],
];

describe('reaching out', () => {
  const filled = (text: string) =>
    text.replaceAll('ADDRESS', `${outsideAddress}/py`).replaceAll('PORT', new URL(outsideAddress).port);

  test('Python reaches nothing', async () => {
    const tests = hostilePython.map(([name, code]) => ({ name, code: filled(code) }));
    const result = await run({ language: 'python', source: '', tests, limits: { wallMs: 20_000 } });
    expect(result.tests.filter((one) => one.passed)).toEqual([]);
    expect(result.tests.map((one) => one.message).join()).not.toMatch(/ran too long|Not run/);
    expectNothingReached();
  });

  test('JavaScript finds nothing of a browser or a machine', async () => {
    const source = `
      const global = (0, eval)('this');
      const inner = console.log.constructor.constructor('return this')();
      for (const name of ${JSON.stringify(javascriptNames)})
        for (const holder of [global, inner, globalThis]) if (name in holder) console.log('reached', name);
      for (const name of ['net', 'http', 'child_process', 'worker_threads', 'vm'])
        try { require(name); console.log('reached', name); } catch {}`;
    const result = await run({ language: 'javascript', source });
    expect([result.status, result.stdout, result.stderr]).toEqual(['ok', '', '']);
    expectNothingReached();
  });

  test('JavaScript imports nothing', async () => {
    const source = `await import('${outsideAddress}/module.js')`;
    expect((await run({ language: 'javascript', source })).status).toBe('error');
    expectNothingReached();
  });

  test('SQL reaches nothing', async () => {
    const tests = hostileSql.map(([name, code]) => ({ name, code: filled(code) }));
    const result = await run({ language: 'sql', source: '', tests });
    expect(result.tests.filter((one) => one.passed)).toEqual([]);
    expectNothingReached();
  });

  test('SQL that starts a program starts none', async () => {
    const source = filled(
      "create table t (line text); copy t from program 'curl ADDRESS'; select line from t",
    );
    const result = await run({ language: 'sql', source });
    expect(result.stdout).not.toContain('reached');
    expectNothingReached();
  });
});

const short = { wallMs: 1500 };
const endless: readonly (readonly [string, Pick<RunRequest, 'language' | 'source'>])[] = [
  ['a loop in Python', { language: 'python', source: 'while True: pass' }],
  [
    'a loop in Python that refuses to end',
    { language: 'python', source: 'while True:\n  try:\n    while True: pass\n  except BaseException: pass' },
  ],
  [
    'an event loop in Python',
    {
      language: 'python',
      source: 'import asyncio\nasync def f():\n  while True: await asyncio.sleep(0)\nasyncio.run(f())',
    },
  ],
  ['one long step of Python', { language: 'python', source: '9 ** 9 ** 9' }],
  ['a loop in JavaScript', { language: 'javascript', source: 'for (;;) { try { for (;;); } catch {} }' }],
  ['timers in JavaScript', { language: 'javascript', source: 'setInterval(() => {}, 1)' }],
  [
    'promises in JavaScript',
    { language: 'javascript', source: 'const f = () => Promise.resolve().then(f); await f()' },
  ],
  [
    'one long step of JavaScript',
    { language: 'javascript', source: "'a'.repeat(5e6).indexOf('a'.repeat(2.4e6) + 'b')" },
  ],
  [
    'a query in SQL',
    {
      language: 'sql',
      source: 'with recursive t(n) as (select 1 union all select n + 1 from t) select count(*) from t',
    },
  ],
  ['a wait in SQL', { language: 'sql', source: 'select pg_sleep(600)' }],
];

describe('running for ever', () => {
  test.each(endless)('%s is ended, and the page answers meanwhile', async (_name, program) => {
    const running = run({ ...program, limits: short });
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    expect((await running).status).toBe('timeout');
    await expectAlive();
  });

  test.each([
    ['Python', { language: 'python', source: 'while True: print("spam " * 100)' }],
    ['JavaScript', { language: 'javascript', source: 'for (;;) console.log("spam ".repeat(100))' }],
    ['SQL', { language: 'sql', source: "select 'spam', generate_series(1, 1000000000)" }],
  ] as const)('%s that prints for ever is ended, and its output is cut', async (_name, program) => {
    const result = await run({ ...program, limits: { ...short, outputBytes: 10_000 } });
    expect([result.status, result.isOutputCut]).toEqual(['timeout', true]);
    expect(result.stdout).toMatch(/spam/);
    expect(result.stdout.length).toBeLessThanOrEqual(10_000);
    await expectAlive();
  });

  test.each([
    ['Python', 'python', 'def solve(): return "spam" * 5_000_000\ndef fail(): raise ValueError(solve())'],
    [
      'JavaScript',
      'javascript',
      'const solve = () => "spam".repeat(5e6); const fail = () => { throw new Error(solve()); };',
    ],
  ] as const)(
    '%s that answers a test with millions of characters is cut',
    async (_name, language, source) => {
      const tests = ['solve()', 'fail()'].map((code) => ({ name: code, code, expected: 'x' }));
      const result = await run({ language, source, tests, limits: { outputBytes: 10_000 } });
      expect(result.tests.map(({ passed }) => passed)).toEqual([false, false]);
      expect(result.tests[0]?.actual).toHaveLength(10_000);
      expect(result.tests[0]?.message).toMatch(/too long/);
      expect(result.tests[1]?.message.length).toBeLessThanOrEqual(2_000);
      await expectAlive();
    },
  );

  test('a person can stop a run', async () => {
    const result = await page.evaluate(async () => {
      const controller = new AbortController();
      return window.runCode(
        {
          language: 'javascript',
          source: 'for (;;);',
          stdin: '',
          files: [],
          tests: [{ name: 'later', code: '1' }],
        },
        {
          signal: controller.signal,
          onProgress: (progress) => progress.phase === 'running' && controller.abort(),
        },
      );
    });
    expect(result.status).toBe('killed');
    expect(result.tests).toEqual([expect.objectContaining({ name: 'later', passed: false })]);
    await expectAlive();
  });

  test('a test that never ends does not take the others with it', async () => {
    const result = await run({
      language: 'javascript',
      source: "const n = Number(require('fs').readFileSync(0, 'utf8')); while (n === 2); console.log(n)",
      tests: ['1', '2', '3'].map((stdin) => ({ name: stdin, stdin, expected: stdin })),
      limits: short,
    });
    expect(result.tests.map((one) => one.passed)).toEqual([true, false, true]);
    await expectAlive();
  });
});

test.each([
  ['Python', { language: 'python', source: 'import os\nwhile True: os.fork()' }],
  [
    'threads of Python',
    {
      language: 'python',
      source: 'import threading\ndef f():\n  while True: threading.Thread(target=f).start()\nf()',
    },
  ],
  ['JavaScript', { language: 'javascript', source: "for (;;) require('child_process').fork('bomb.js')" }],
  [
    'workers of JavaScript',
    {
      language: 'javascript',
      source: "const bomb = () => { for (;;) new Worker('data:text/javascript,' + bomb); }; bomb()",
    },
  ],
] as const)('a fork bomb in %s starts nothing and ends with an error', async (_name, program) => {
  expect((await run(program)).status).toBe('error');
  expectNothingReached();
  await expectAlive();
});

describe('filling the memory', () => {
  test.each([
    ['Python', { language: 'python', source: 'kept = []\nwhile True: kept.append(bytearray(10_000_000))' }],
    [
      'files of Python',
      {
        language: 'python',
        source: 'x = b"a" * 10_000_000\nfor i in range(1000):\n  with open(f"f{i}", "wb") as f: f.write(x)',
      },
    ],
    [
      'one file of Python',
      { language: 'python', source: 'import os\nwith open("f", "wb") as f: os.truncate("f", 2_000_000_000)' },
    ],
    [
      'JavaScript',
      { language: 'javascript', source: "const kept = []; for (;;) kept.push(new Array(10_000).fill('x'))" },
    ],
    [
      'buffers of JavaScript',
      { language: 'javascript', source: 'const kept = []; for (;;) kept.push(new Uint8Array(10_000_000))' },
    ],
    [
      'SQL',
      {
        language: 'sql',
        source: "select length(string_agg(repeat(i::text, 100000), '')) from generate_series(1, 5000) i",
      },
    ],
  ] as const)('%s is refused at the limit', async (_name, program) => {
    expect((await run(program)).status).toBe('out_of_memory');
    await expectAlive();
  });

  test.each([
    [
      'Python beyond its own limit of recursion',
      { language: 'python', source: 'import sys\nsys.setrecursionlimit(10**9)\ndef f(): f()\nf()' },
    ],
    ['JavaScript', { language: 'javascript', source: 'const f = () => f() + 1; f()' }],
    [
      'JavaScript inside of the interpreter',
      {
        language: 'javascript',
        source: 'let o = {}; for (let i = 0; i < 200_000; i++) o = { o }; JSON.stringify(o)',
      },
    ],
  ] as const)('%s that calls itself for ever ends with an error', async (_name, program) => {
    expect((await run(program)).status).toBe('error');
    await expectAlive();
  });
});
