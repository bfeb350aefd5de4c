import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Page } from 'playwright-core';
import { build } from 'vite';

const root = join(import.meta.dirname, '../..');
const kinds: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm',
};

/** Builds the page on which the code runner stands alone; returns the folder. */
export async function buildCodeDemo(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'plumbline-code-demo-'));
  await build({
    root: join(root, 'src/web'),
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    publicDir: false,
    build: {
      outDir,
      assetsDir: 'code-demo',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      target: 'es2023',
      chunkSizeWarningLimit: 5000,
      rolldownOptions: {
        input: join(root, 'test/end-to-end/code-demo.fixture.tsx'),
        output: { entryFileNames: 'code-demo/demo.js' },
      },
    },
  });
  return outDir;
}

/** Opens that page under the server's own address and policy, so that only the page itself is not the product's. */
export async function openCodeDemo(page: Page, address: string, folder: string): Promise<void> {
  const product = await page.request.get(address);
  const names = await readdir(join(folder, 'code-demo'));
  const styles = names
    .filter((name) => name.endsWith('.css'))
    .map((name) => `<link rel="stylesheet" href="/code-demo/${name}">`);
  await page.route(`${address}/code-demo`, (route) =>
    route.fulfill({
      headers: {
        'content-security-policy': product.headers()['content-security-policy'] ?? '',
        'content-type': 'text/html; charset=utf-8',
      },
      body: `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Code</title>${styles.join('')}<script src="/theme-boot.js"></script><main id="root"></main><script type="module" src="/code-demo/demo.js"></script></html>`,
    }),
  );
  await page.route(`${address}/code-demo/*`, async (route) => {
    const name = new URL(route.request().url()).pathname;
    await route.fulfill({
      headers: { 'content-type': kinds[extname(name)] ?? 'application/octet-stream' },
      body: await readFile(join(folder, name)),
    });
  });
  await page.goto('/code-demo');
  await page.waitForFunction(() => 'runCode' in window);
}
