import { rm } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { buildCodeDemo, openCodeDemo } from '#test/support/code-demo.ts';
import { openPage } from '#test/support/open-page.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';
import type { RunRequest, RunResult } from '#web/ui/code-runner/run-request.ts';

let server: TestServer;
let browser: Browser;
let folder: string;
let page: Page;
let faults: readonly string[];

beforeAll(async () => {
  server = await startTestServer();
  browser = await launchBrowser();
  folder = await buildCodeDemo();
  const opened = await openPage(browser, server.address);
  page = opened.page;
  faults = opened.faults;
  await openCodeDemo(page, server.address, folder);
});
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
  await server?.stop();
});

function run(request: Partial<RunRequest> & Pick<RunRequest, 'language' | 'source'>): Promise<RunResult> {
  return page.evaluate((asked) => window.runCode(asked), { stdin: '', files: [], tests: [], ...request });
}

/** Which tests passed, and what each said. */
function outcomes(result: RunResult): (string | boolean)[][] {
  return result.tests.map((one) => (one.passed ? [one.name, true] : [one.name, false, one.message]));
}

test('Python reads input and files, imports beside itself, and meets its tests', async () => {
  const result = await run({
    language: 'python',
    source: `import sys, asyncio, time
from dataclasses import dataclass
import helper

@dataclass
class Point:
    x: int

def add(a, b):
    return a + b

async def wait():
    await asyncio.sleep(0.01)
    return open("data/in.txt").read().strip()

if __name__ == "__main__":
    print(input(), repr(sys.stdin.read()), helper.x, Point(3), asyncio.run(wait()), "é😀")
    print("aside", file=sys.stderr)
    open("left.txt", "w").write("x")
`,
    stdin: 'one\ntwo\n',
    files: [
      { name: 'helper.py', content: 'x = 5\n' },
      { name: 'data/in.txt', content: 'from a file\n' },
    ],
    tests: [
      { name: 'input', stdin: 'q\n', expected: "q '' 5 Point(x=3) from a file é😀" },
      { name: 'other output', stdin: 'q\n', expected: 'r' },
      { name: 'value', code: 'assert add(1, 2) == 3\nadd("a", "b")', expected: 'ab' },
      { name: 'no value wanted', code: 'result = add([1], [2])', expected: '' },
      { name: 'value of a list', code: 'add([1], [2])', expected: '[1, 2]' },
      { name: 'broken promise', code: 'assert add(1, 2) == 4, "sum"', expected: '' },
      { name: 'fresh folder', code: 'import os\nassert not os.path.exists("left.txt")', expected: '' },
      { name: 'no input', stdin: '', expected: '' },
    ],
  });
  expect([result.status, result.stdout, result.stderr]).toEqual([
    'ok',
    "one 'two\\n' 5 Point(x=3) from a file é😀\n",
    'aside\n',
  ]);
  expect(outcomes(result)).toEqual([
    ['input', true],
    ['other output', false, 'Another result was expected.'],
    ['value', true],
    ['no value wanted', true],
    ['value of a list', true],
    ['broken promise', false, 'AssertionError: sum'],
    ['fresh folder', true],
    ['no input', false, 'EOFError: EOF when reading a line'],
  ]);
});

test('Python says where it failed, in its own lines only', async () => {
  const source = 'def f():\n    return 1 / 0\n\nf()\n';
  const { status, stderr } = await run({
    language: 'python',
    source,
    tests: [{ name: 'text', code: 'x = 1 +' }],
  });
  expect(status).toBe('error');
  expect(stderr).toMatch(
    /^Traceback.*\n {2}File "main.py", line 4[\s\S]+line 2, in f[\s\S]+ZeroDivisionError/,
  );
  expect(stderr).not.toContain('run_program');
});

describe('JavaScript', () => {
  test('reads input in the ways programs for Node do, and files', async () => {
    const wholes = `console.log(require('fs').readFileSync(0, 'utf8').trim(), require('./data.json').n, require('./part.js').two);`;
    const lines = `require('readline').createInterface({ input: process.stdin }).on('line', (line) => console.log(line.length));`;
    const chunks = `let all = ''; process.stdin.on('data', (part) => (all += part)); process.stdin.on('end', () => console.log(all.length));`;
    const files = [
      { name: 'data.json', content: '{"n": 1}' },
      { name: 'part.js', content: 'module.exports.two = 2;' },
    ];
    const tests = [{ name: 'other', stdin: 'xyz\n', expected: '' }];
    const printed = [];
    for (const source of [wholes, lines, chunks]) {
      const result = await run({ language: 'javascript', source, stdin: 'ab\n', files, tests });
      printed.push([result.status, result.stdout, result.tests[0]?.actual]);
    }
    expect(printed).toEqual([
      ['ok', 'ab 1 2\n', 'xyz 1 2'],
      ['ok', '2\n', '3'],
      ['ok', '3\n', '4'],
    ]);
  });

  test('meets its tests, waits for promises and timers, and shows values', async () => {
    const result = await run({
      language: 'javascript',
      source: `export const add = (a, b) => a + b;
        const later = await new Promise((done) => setTimeout(done, 10, 'later'));
        console.log('%s is %d', later, 1, [1, { a: 'x' }], new Map([[1, 2]]), null);
        console.error('aside');`,
      tests: [
        { name: 'value', code: 'add(1, 2)', expected: '3' },
        { name: 'object', code: '({ sum: add(1, 2), list: [1] })', expected: '{ "list": [1], "sum": 3 }' },
        { name: 'promise', code: 'Promise.resolve("text")', expected: 'text' },
        { name: 'assertion', code: "require('assert').deepEqual(add([1], []), '2')", expected: '' },
        { name: 'rejection', code: 'Promise.reject(new TypeError("no"))', expected: '' },
      ],
    });
    expect([result.status, result.stderr]).toEqual(['ok', 'aside\n']);
    expect(result.stdout).toBe("later is 1 [ 1, { a: 'x' } ] Map(1) { 1 => 2 } null\n");
    expect(outcomes(result)).toEqual([
      ['value', true],
      ['object', true],
      ['promise', true],
      ['assertion', false, "AssertionError: '1' is not '2'"],
      ['rejection', false, 'TypeError: no'],
    ]);
  });

  test('ends with its exit code', async () => {
    const left = await run({
      language: 'javascript',
      source: 'console.log(1); process.exit(0); console.log(2)',
    });
    expect([left.status, left.stdout]).toEqual(['ok', '1\n']);
    expect((await run({ language: 'javascript', source: 'process.exit(3)' })).status).toBe('error');
  });
});

test('TypeScript runs without its types', async () => {
  const result = await run({
    language: 'typescript',
    source: `import { readFileSync } from 'node:fs';
      interface Sum { readonly total: number }
      export function sum(text: string): Sum { return { total: text.split(' ').map(Number).reduce((a, b) => a + b, 0) } }
      console.log(sum(readFileSync(0, 'utf8')).total satisfies number);`,
    stdin: '1 2 3',
    tests: [{ name: 'typed', code: 'const one: number = sum("1 1").total;\none', expected: '2' }],
  });
  expect([result.status, result.stdout, result.stderr]).toEqual(['ok', '6\n', '']);
  expect(outcomes(result)).toEqual([['typed', true]]);
  expect((await run({ language: 'typescript', source: 'const = 1' })).stderr).toContain('SyntaxError');
});

test('SQL runs on files and meets its tests, each on an empty database', async () => {
  const result = await run({
    language: 'sql',
    source: `create table old as select * from people where age::int > 30; select name, age::int as age from old order by 1;`,
    stdin: "insert into people values ('Zoe', '40')",
    files: [
      { name: 'people.csv', content: 'name,age\n"Lovelace, Ada",36\nBob,5\n' },
      { name: 'role.sql', content: 'create role reader; create schema other; create table other.t (a int);' },
    ],
    tests: [
      {
        name: 'rows as JSON',
        code: 'select * from old',
        expected: '[{"age": "36", "name": "Lovelace, Ada"}]',
      },
      {
        name: 'numbers',
        code: 'select count(*), avg(age::int) from old',
        expected: '[{"count": 1, "avg": 36}]',
      },
      {
        name: 'printed',
        stdin: "insert into people values ('Cy', '31')",
        expected: 'name|age\nCy|31\nLovelace, Ada|36',
      },
      { name: 'failing', code: 'select 1 / 0', expected: '' },
    ],
  });
  expect([result.status, result.stdout]).toEqual(['ok', 'name|age\nLovelace, Ada|36\nZoe|40\n']);
  expect(outcomes(result)).toEqual([
    ['rows as JSON', true],
    ['numbers', true],
    ['printed', true],
    ['failing', false, 'ERROR: division by zero'],
  ]);
});

const panel = {
  label: 'Code of response A',
  language: 'javascript',
  runKey: 'R',
  original:
    "const add = (a, b) => a - b;\nconsole.log(add(...require('fs').readFileSync(0, 'utf8').split(' ')));\n",
  files: [{ name: 'notes.txt', content: 'a note' }],
  tests: [
    { name: 'adds', stdin: '5 3', expected: '8' },
    { name: 'takes texts', code: 'add("a", "b")', expected: 'ab' },
  ],
} as const;

describe('the panel', () => {
  test('runs the response and then an edit of it by keyboard, and tells what can be stored', async () => {
    await page.evaluate((props) => window.showPanel(props), panel);
    const region = page.getByRole('region', { name: 'Code of response A' });
    expect(await region.getByRole('textbox', { name: 'Input' }).inputValue()).toBe('5 3');
    await region.getByRole('button', { name: 'Run with tests' }).focus();
    await page.keyboard.press('Enter');
    await region.getByText('0 of 2 tests passed').waitFor();
    expect(await region.getByRole('figure', { name: 'What came' }).first().innerText()).toContain('2');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Run with tests');

    await region.getByRole('radio', { name: "Response's code" }).focus();
    await page.keyboard.press('ArrowRight');
    const editor = region.getByRole('textbox', { name: 'Code of response A' });
    await editor.focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(
      'const add = (a, b) => isNaN(a) ? a + b : Number(a) + Number(b);\nconsole.log(8);',
    );
    await page.keyboard.press('Control+Enter');
    await region.getByText('2 of 2 tests passed').waitFor();
    const records = await page.evaluate(() => window.records);
    expect(records.map(({ source, status, stdout, tests }) => [source, status, stdout, tests])).toEqual([
      [
        'original',
        'ok',
        '2\n',
        [
          { name: 'adds', passed: false },
          { name: 'takes texts', passed: false },
        ],
      ],
      [
        'edited',
        'ok',
        '8\n',
        [
          { name: 'adds', passed: true },
          { name: 'takes texts', passed: true },
        ],
      ],
    ]);
    await region.getByRole('button', { name: 'Discard my edit' }).click();
    expect(await editor.innerText()).toContain('a - b');
    expect(faults).toEqual([]);
  });

  test.each(['light', 'dark'] as const)('can be used by everybody, %s', async (theme) => {
    await page.evaluate((shown) => {
      document.documentElement.dataset.theme = shown;
    }, theme);
    const found = await new AxeBuilder({ page }).include('#root').analyze();
    expect(found.violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
  });

  test('fits a phone and is stopped by hand', async () => {
    const { page: phone, context } = await openPage(browser, server.address, { width: 360, height: 740 });
    await openCodeDemo(phone, server.address, folder);
    await phone.evaluate(
      (props) => window.showPanel({ ...props, tests: [], original: `for (;;); // ${'long '.repeat(50)}` }),
      panel,
    );
    await phone.getByRole('button', { name: 'Run' }).click();
    await phone.getByText('Running').waitFor();
    await phone.getByRole('button', { name: 'Stop' }).click();
    await phone.getByText(/^Stopped after/).waitFor();
    const overflow = await phone.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await context.close();
  });

  test('says that nothing was run where the runtime cannot be loaded, and tries again', async () => {
    const { page: cut, context } = await openPage(browser, server.address);
    await openCodeDemo(cut, server.address, folder);
    await cut.evaluate((props) => window.showPanel(props), panel);
    await cut.route('**/*.wasm', (route) => route.abort());
    await cut.getByRole('button', { name: 'Run with tests' }).click();
    await cut.getByText('JavaScript could not be loaded').waitFor();
    expect(await cut.evaluate(() => window.records)).toEqual([]);
    await cut.unroute('**/*.wasm');
    await cut.getByRole('button', { name: 'Run with tests' }).click();
    await cut.getByText('0 of 2 tests passed').waitFor();
    await context.close();
  });
});
