import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { type OpenedPage, openPage, signInContext } from './open-page.ts';
import type { TestPerson } from './people.ts';
import type { TestServer } from './test-server.ts';

/** Builds a page with nothing but a viewer, as the web app is built; returns its folder. */
export async function buildViewerPage(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'plumbline-viewer-'));
  await build({
    configFile: false,
    root: join(import.meta.dirname, 'viewer-page'),
    base: './',
    plugins: [react()],
    logLevel: 'error',
    build: { outDir, target: 'es2023', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  });
  return outDir;
}

/** As `src/server/http/web-app.ts` says of the built file. */
const rulesOfPdfReader =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'none'";

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

/** Opens the viewer on the server's own origin, with its rules for pages, signed in as a person. */
export async function openViewer(
  given: { browser: Browser; server: TestServer; folder: string; person: TestPerson },
  view: { kind: string; url: string; size?: { width: number; height: number } },
): Promise<OpenedPage> {
  const { browser, server, folder, person } = given;
  const opened = await openPage(browser, server.address, view.size);
  await signInContext(opened.context, server.address, person.cookie);
  const rules = (await fetch(`${server.address}/healthz`)).headers.get('content-security-policy') ?? '';
  await opened.context.route(`${server.address}/viewer/**`, async (route) => {
    const name = new URL(route.request().url()).pathname.replace('/viewer/', '');
    await route.fulfill({
      body: readFileSync(join(folder, name)),
      contentType: types[extname(name)] ?? 'application/octet-stream',
      headers: { 'content-security-policy': name.includes('pdf.worker') ? rulesOfPdfReader : rules },
    });
  });
  const query = new URLSearchParams({ kind: view.kind, url: view.url });
  await opened.page.goto(`/viewer/index.html?${query}`);
  await opened.page.getByRole('region', { name: 'The file' }).waitFor();
  return opened;
}
