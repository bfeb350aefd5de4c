/** Draws, sounds and films the files that the examples of templates show: `npm run examples`. Prints their hashes. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from './support/browser.ts';
import { drawBicycle, recordJump } from './support/example-scenes.ts';
import { morseWav } from './support/example-sounds.ts';

const folder = join(import.meta.dirname, '../src/web/public/examples');

async function made(page: Page, make: () => Promise<string>): Promise<Buffer> {
  await page.goto('about:blank');
  return Buffer.from(await make(), 'base64');
}

const browser = await launchBrowser();
const page = await browser.newPage();
const files: Readonly<Record<string, Buffer>> = {
  'picture-1.png': await made(page, () => page.evaluate(drawBicycle, { hasSpokes: false, hasWalker: false })),
  'picture-2.png': await made(page, () => page.evaluate(drawBicycle, { hasSpokes: true, hasWalker: true })),
  'sound-1.wav': morseWav('... --- ...', { clickAt: 8, unevenFrom: 3 }),
  'sound-2.wav': morseWav('... --- ---', {}),
  'film-1.webm': await made(page, () => page.evaluate(recordJump, { isMelting: true, drifts: false })),
  'film-2.webm': await made(page, () => page.evaluate(recordJump, { isMelting: false, drifts: true })),
};
await browser.close();
mkdirSync(folder, { recursive: true });
for (const [name, bytes] of Object.entries(files)) {
  writeFileSync(join(folder, name), bytes);
  console.log(name, bytes.length, createHash('sha256').update(bytes).digest('hex'));
}
