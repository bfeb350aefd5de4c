import { rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { extractCode } from '#domain/items/extract-code.ts';
import { readTasks } from '#seeds/demo/read-content.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { buildCodeDemo, openCodeDemo } from '#test/support/code-demo.ts';
import { openPage } from '#test/support/open-page.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
let browser: Browser;
let folder: string;
let page: Page;

beforeAll(async () => {
  server = await startTestServer();
  browser = await launchBrowser();
  folder = await buildCodeDemo();
  page = (await openPage(browser, server.address)).page;
  await openCodeDemo(page, server.address, folder);
});
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
  await server?.stop();
});

describe('the runs that the demo tells of', () => {
  for (const { key, code, responses = [], ideal } of readTasks('code-review'))
    test(`are what comes of the code: ${key}`, async () => {
      const seen = [];
      for (const response of responses) {
        const [block] = extractCode(response.text ?? '', code?.language);
        if (!block || !code) throw new Error('no code');
        const { language, code: source } = block;
        const result = await page.evaluate((asked) => window.runCode(asked), {
          ...{ language, source, stdin: '', files: code.files, tests: code.tests },
        });
        const failing = result.tests.filter(({ passed }) => !passed).map(({ name }) => name);
        seen.push({ status: result.status, stdout: result.stdout, failing });
      }
      expect(seen).toEqual(ideal.runs?.run);
    });
});
