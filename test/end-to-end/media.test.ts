import { rmSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { linkMedia, uploadMedia } from '#contract/media.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { type OpenedPage, openPage, signInContext } from '#test/support/open-page.ts';
import { buildViewerPage, openViewer } from '#test/support/open-viewer.ts';
import { addProject, type TestProject } from '#test/support/projects.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';
import { scannedPdf, tinyPdf, tinyPng, tinyWav } from '#test/support/tiny-media.ts';

let server: TestServer;
let browser: Browser;
let project: TestProject;
let folder: string;
beforeAll(async () => {
  server = await startTestServer({ withJobs: false });
  browser = await launchBrowser();
  project = await addProject(server, { items: 0 });
  folder = await buildViewerPage();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

async function open(
  kind: string,
  bytes: Uint8Array<ArrayBuffer>,
  size?: { width: number; height: number },
): Promise<OpenedPage> {
  const { lead, id: projectId } = project;
  const params = { projectId };
  const name = `${kind} ${crypto.randomUUID()}`;
  const { mediaId } = await lead.client.sendBytes(uploadMedia, { params, query: { name }, bytes });
  const { links } = await lead.client.call(linkMedia, { params, body: { mediaIds: [mediaId] } });
  const view = { kind, url: links[0]?.url ?? '', ...(size && { size }) };
  const opened = await openViewer({ browser, server, folder, person: lead }, view);
  await viewerOf(opened.page).focus();
  return opened;
}

const viewerOf = (page: Page) => page.getByRole('region', { name: 'The file' });
const marksOf = async (page: Page) => JSON.parse((await page.locator('output').textContent()) ?? '[]');
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const seconds = (page: Page, element: 'audio' | 'video') =>
  page.locator(element).evaluate((player: HTMLMediaElement) => player.currentTime);

/** Films are made by the browser that shows them: which others it can play depends on its build. */
async function recordFilm(): Promise<Uint8Array<ArrayBuffer>> {
  const { page, context } = await openPage(browser, server.address);
  await page.goto('/healthz');
  const base64 = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    canvas.width = 160;
    canvas.height = 120;
    const pen = canvas.getContext('2d');
    const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: 'video/webm' });
    const parts: Blob[] = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    recorder.start();
    for (let frame = 0; frame < 30; frame += 1) {
      if (pen) pen.fillStyle = `hsl(${frame * 12} 80% 50%)`;
      pen?.fillRect(0, 0, 160, 120);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await new Promise((resolve) => {
      recorder.onstop = resolve;
      recorder.stop();
    });
    const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
    return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''));
  });
  await context.close();
  return new Uint8Array(Buffer.from(base64, 'base64'));
}

test('a box is drawn, moved, resized and removed by keys alone', async () => {
  const { page, context, faults } = await open('image', tinyPng({ width: 320, height: 200 }));
  await page.getByRole('img', { name: 'The file' }).waitFor();
  await press(page, 'b', 'ArrowLeft', 'ArrowUp', 'Shift+ArrowRight', 'Enter');
  expect(await marksOf(page)).toEqual([{ kind: 'box', x: 0.39, y: 0.39, width: 0.21, height: 0.2 }]);
  const mark = page.getByRole('button', { name: /^Mark 1: box, 39% from left/ });
  for (let tabs = 0; tabs < 12 && !(await mark.evaluate((it) => it === document.activeElement)); tabs += 1)
    await press(page, 'Tab');
  await press(page, 'ArrowDown', 'Shift+ArrowUp');
  expect(await marksOf(page)).toEqual([{ kind: 'box', x: 0.39, y: 0.4, width: 0.21, height: 0.19 }]);
  expect(
    (await new AxeBuilder({ page }).include('section').analyze()).violations.map(({ id }) => id),
  ).toEqual([]);
  await press(page, 'Delete');
  expect(await marksOf(page)).toEqual([]);
  expect(faults).toEqual([]);
  await context.close();
});

test('a box and a polygon are drawn by mouse, and a corner is dragged', async () => {
  const { page, context } = await open('image', tinyPng({ width: 400, height: 300, shade: 91 }));
  const picture = page.getByRole('img', { name: 'The file' });
  await picture.waitFor();
  const frame = (await picture.boundingBox()) ?? expect.unreachable();
  const at = (x: number, y: number) => [frame.x + x * frame.width, frame.y + y * frame.height] as const;
  await press(page, 'b');
  await page.mouse.move(...at(0.1, 0.2));
  await page.mouse.down();
  await page.mouse.move(...at(0.3, 0.5), { steps: 4 });
  await page.mouse.up();
  const [box] = await marksOf(page);
  for (const [name, value] of Object.entries({ x: 0.1, y: 0.2, width: 0.2, height: 0.3 }))
    expect([name, box[name]]).toEqual([name, expect.closeTo(value, 1)]);
  await press(page, 'p');
  for (const corner of [at(0.5, 0.5), at(0.8, 0.5), at(0.8, 0.9), at(0.5, 0.5)])
    await page.mouse.click(...corner);
  expect((await marksOf(page))[1]).toMatchObject({ kind: 'polygon', points: { length: 3 } });
  await page.mouse.click(...at(0.2, 0.3));
  await page.mouse.move(...at(box.x + box.width, box.y + box.height));
  await page.mouse.down();
  await page.mouse.move(...at(0.45, 0.7), { steps: 4 });
  await page.mouse.up();
  const [larger] = await marksOf(page);
  expect([larger.x, larger.y]).toEqual([box.x, box.y]);
  expect(larger.width).toBeCloseTo(0.35, 1);
  await context.close();
});

test('a picture is enlarged by keys and by the wheel once it has the focus', async () => {
  const { page, context } = await open('image', tinyPng({ width: 1_600, height: 900, shade: 92 }));
  const picture = page.getByRole('img', { name: 'The file' });
  await picture.waitFor();
  const widthOf = async () => Math.round((await picture.boundingBox())?.width ?? 0);
  const whole = await widthOf();
  expect(whole).toBeLessThan(1_000);
  await press(page, '1');
  await expect.poll(widthOf).toBe(1_600);
  await press(page, '0');
  await expect.poll(widthOf).toBe(whole);
  const frame = (await viewerOf(page).boundingBox()) ?? expect.unreachable();
  await page.mouse.move(frame.x + 200, frame.y + 200);
  await page.mouse.wheel(0, -300);
  await expect.poll(widthOf).toBeGreaterThan(whole);
  await context.close();
});

test('a sound shows its waveform, plays, and takes a range by keys', async () => {
  const { page, context, faults } = await open('audio', tinyWav({ seconds: 6 }));
  await page.locator('[data-peaks="600"]').waitFor();
  await page.getByText('0:00.0 / 0:06.0').waitFor();
  await press(page, ' ');
  await expect.poll(() => seconds(page, 'audio'), { timeout: 20_000 }).toBeGreaterThan(0.3);
  await press(page, ' ');
  await page.getByRole('button', { name: 'Play' }).waitFor();
  await press(page, 'Home', 'ArrowRight', 'm', 'ArrowRight', 'm');
  expect(await marksOf(page)).toEqual([{ kind: 'time', startMs: 2_000, endMs: 4_000 }]);
  await page.getByRole('button', { name: 'Mark 1: from 0:02.0 to 0:04.0' }).focus();
  await press(page, 'Alt+ArrowRight', 'Alt+Shift+ArrowLeft');
  expect(await marksOf(page)).toEqual([{ kind: 'time', startMs: 2_100, endMs: 4_000 }]);
  expect(
    (await new AxeBuilder({ page }).include('section').analyze()).violations.map(({ id }) => id),
  ).toEqual([]);
  expect(faults).toEqual([]);
  await context.close();
});

test('a film of which the length is not known is gone through picture by picture', async () => {
  const { page, context, faults } = await open('video', await recordFilm());
  await page.getByText(/0:00\.0 \/ 0:0[1-9]/).waitFor();
  await press(page, '.', '.', '.');
  await expect.poll(() => seconds(page, 'video')).toBeCloseTo(0.1, 2);
  await press(page, ',');
  await expect.poll(() => seconds(page, 'video')).toBeCloseTo(0.067, 2);
  await press(page, 'm', 'End', 'm');
  expect(await marksOf(page)).toMatchObject([{ kind: 'time', startMs: expect.closeTo(67, -1) }]);
  expect(faults).toEqual([]);
  await context.close();
});

test('a document is leafed through, read aloud and marked on the page that is open', async () => {
  const { page, context, faults } = await open('pdf', tinyPdf(['Alpha page', 'Beta page', 'Gamma page']));
  await page.locator('canvas[data-page="1"]').waitFor();
  await page.getByText('Page 1 of 3').waitFor();
  await press(page, 'PageDown');
  await page.locator('canvas[data-page="2"]').waitFor();
  await page.getByText('Beta page').waitFor({ state: 'attached' });
  await press(page, 'b', 'Enter');
  expect(await marksOf(page)).toEqual([{ kind: 'box', x: 0.4, y: 0.4, width: 0.2, height: 0.2, page: 2 }]);
  await press(page, 'PageUp');
  await page.locator('canvas[data-page="1"]').waitFor();
  expect(await page.getByRole('button', { name: /^Mark 1/ }).count()).toBe(0);
  expect(faults).toEqual([]);
  await context.close();
});

test('a scanned document with Japanese text that it brings no font for is shown and read', async () => {
  const { page, context, faults } = await open('pdf', scannedPdf());
  const canvas = page.locator('canvas[data-page="1"]');
  await canvas.waitFor();
  const middle = await canvas.evaluate((drawn: HTMLCanvasElement) => [
    ...(drawn.getContext('2d')?.getImageData(drawn.width / 2, drawn.height * 0.8, 1, 1).data ?? []),
  ]);
  expect(middle).toEqual([200, 30, 60, 255]);
  await page.getByText('日本').waitFor({ state: 'attached' });
  expect(faults).toEqual([]);
  await context.close();
});

test('a stored file that is opened as a page is saved and never run', async () => {
  const { lead, id: projectId } = project;
  const bytes = tinyPdf(['Opened']);
  const params = { projectId };
  const { mediaId } = await lead.client.sendBytes(uploadMedia, { params, query: { name: 'opened' }, bytes });
  const { links } = await lead.client.call(linkMedia, { params, body: { mediaIds: [mediaId] } });
  const { page, context } = await openPage(browser, server.address);
  await signInContext(context, server.address, lead.cookie);
  await page.goto('/healthz');
  const download = page.waitForEvent('download');
  await page.evaluate((url) => {
    location.href = url;
  }, links[0]?.url ?? '');
  expect((await download).suggestedFilename()).toMatch(/^pdf-[0-9a-f]{12}\.pdf$/);
  expect(page.url()).toMatch(/healthz$/);
  await context.close();
});
