import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';

export interface ScriptWeight {
  readonly gzipBytes: number;
  readonly files: number;
}

/** Collects every script that a page is sent, from now on. */
export function weighScripts(page: Page): (wanted: (url: string) => boolean) => Promise<ScriptWeight> {
  const scripts = new Map<string, Promise<Buffer>>();
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.set(response.url(), response.body());
  });
  return async (wanted) => {
    const bodies = [...scripts].filter(([url]) => wanted(url)).map(([, body]) => body);
    const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body).length);
    return { gzipBytes: sizes.reduce((sum, size) => sum + size, 0), files: sizes.length };
  };
}
