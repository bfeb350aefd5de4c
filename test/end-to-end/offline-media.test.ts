import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Media, uploadMedia } from '#contract/media.ts';
import { createProject, updateProject } from '#contract/projects.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { waitUntilSaved } from '#test/support/judge-by-keyboard.ts';
import { openPage, signInContext } from '#test/support/open-page.ts';
import { addPerson, type TestPerson } from '#test/support/people.ts';
import { addItems } from '#test/support/projects.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';
import { tinyPdf, tinyPng, tinyWav } from '#test/support/tiny-media.ts';

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  server = await startTestServer();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

interface MediaProject {
  readonly id: string;
  readonly person: TestPerson;
}

/** Somebody who compares images, each task with files of its own beside the first response's picture. */
async function addMediaProject(
  tasks: readonly (readonly Uint8Array<ArrayBuffer>[])[],
): Promise<MediaProject> {
  const lead = await addPerson(server, { name: 'Lead', deploymentRole: 'lead' });
  const { id: projectId, revision } = await lead.client.call(createProject, {
    body: {
      ...{
        name: `Images ${server.services.newId()}`,
        description: '',
        instructions: '',
        templateKey: 'image_comparison',
      },
      ...{ overlap: 2, leaseMs: 3_600_000, amendWindowMs: 3_600_000 },
    },
  });
  const { pool } = server.services.database;
  const params = { projectId };
  await lead.client.call(updateProject, { params, body: { revision, state: 'open' } });
  const itemIds = await addItems(server, { projectId, count: tasks.length, overlap: 2 });
  for (const [index, itemId] of itemIds.entries()) {
    const attachments = [];
    for (const [number, bytes] of (tasks[index] ?? []).entries()) {
      const name = `file ${index} ${number}`;
      const { mediaId, kind } = await lead.client.sendBytes(uploadMedia, { params, query: { name }, bytes });
      attachments.push({ mediaId, kind, name } satisfies Partial<Media>);
    }
    const responses = [
      { id: 'r1', text: `One ${index}`, attachments },
      { id: 'r2', text: `Two ${index}` },
    ];
    // Anew, as which files an item shows is noted when its texts are added.
    await pool.query('delete from item_contents where item_id = $1', [itemId]);
    await pool.query('insert into item_contents (item_id, prompt, responses) values ($1, $2, $3)', [
      itemId,
      JSON.stringify([{ role: 'user', content: `Draw ${index}.` }]),
      JSON.stringify(responses),
    ]);
  }
  return { id: projectId, person: await addPerson(server, { projectId }) };
}

async function startWork({ id, person }: MediaProject) {
  const opened = await openPage(browser, server.address, undefined, { serviceWorkers: 'allow' });
  await signInContext(opened.context, server.address, person.cookie);
  const { page } = opened;
  await page.goto(`/projects/${id}/judge`);
  await page.getByRole('article', { name: 'Response A' }).waitFor();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  return opened;
}

/** The type and size of every file that this device keeps. */
function listKept(page: Page): Promise<{ type: string; size: number }[]> {
  return page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const name = databases.find((each) => each.name?.startsWith('plumbline-files-'))?.name;
    if (name === undefined) return [];
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const values = await new Promise<{ blob: Blob | null }[]>((resolve, reject) => {
      const request = database.transaction('values').objectStore('values').getAll();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    database.close();
    return values.flatMap(({ blob }) => (blob === null ? [] : [{ type: blob.type, size: blob.size }]));
  });
}

const shownPicture = (page: Page) => page.locator('[data-shown] [data-media] img');
const widthOf = (page: Page) => shownPicture(page).evaluate((image: HTMLImageElement) => image.naturalWidth);

test('a picture is shown and marked without a network, its judgment arrives once, and signing out leaves no file', async () => {
  const project = await addMediaProject([
    [tinyPng({ width: 320, height: 200, shade: 11 })],
    [tinyPng({ width: 300, height: 180, shade: 12 })],
  ]);
  const { page, context, faults } = await startWork(project);
  const reports: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) reports.push(message.text());
  });
  await expect.poll(() => listKept(page), { timeout: 30_000 }).toHaveLength(2);
  expect((await listKept(page)).map(({ type }) => type)).toEqual(['image/png', 'image/png']);

  await context.setOffline(true);
  await page.reload();
  await expect.poll(() => widthOf(page), { timeout: 30_000 }).toBe(320);
  expect(await shownPicture(page).getAttribute('src')).toMatch(/^blob:/);
  await page.getByRole('radiogroup', { name: 'Better image' }).getByRole('radio').first().click();
  await page.getByRole('button', { name: 'Mark in the files' }).click();
  for (const key of ['b', 'ArrowLeft', 'ArrowUp', 'Enter']) await page.keyboard.press(key);
  await page.getByRole('button', { name: /: box, / }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('group', { name: 'Flaws: 1 mark' }).waitFor();
  for (const name of ['Closer to the prompt', 'Better made']) {
    await page.getByRole('radiogroup', { name }).getByRole('radio').first().click();
  }
  await page.getByRole('button', { name: /^Submit/ }).click();
  await page.getByRole('status').filter({ hasText: '1 waiting, offline' }).first().waitFor();
  await expect.poll(() => widthOf(page), { timeout: 30_000 }).toBe(300);
  await expect.poll(() => listKept(page), { timeout: 30_000 }).toHaveLength(1);

  await context.setOffline(false);
  await waitUntilSaved(page);
  const { rows } = await server.services.database.pool.query(
    'select answers from judgments where project_id = $1',
    [project.id],
  );
  expect(rows).toMatchObject([{ answers: { region: { flaws: [{ shape: { kind: 'box' } }] } } }]);

  await page.getByRole('button', { name: /account of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: /Sign in/ }).waitFor();
  await expect.poll(() => page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  expect([...faults, ...reports]).toEqual([]);
  await context.close();
});

test('a sound and a document of a task that was only fetched ahead are heard and read without a network', async () => {
  const project = await addMediaProject([
    [tinyPng({ width: 320, height: 200, shade: 13 })],
    [tinyWav({ seconds: 3 }), tinyPdf(['Alpha page', 'Beta page'])],
  ]);
  const { page, context, faults } = await startWork(project);
  await expect.poll(() => listKept(page), { timeout: 60_000 }).toHaveLength(3);
  await context.setOffline(true);
  await page.reload();
  await expect.poll(() => widthOf(page), { timeout: 30_000 }).toBe(320);
  for (const name of ['Better image', 'Closer to the prompt', 'Better made'])
    await page.getByRole('radiogroup', { name }).getByRole('radio').first().click();
  await page.getByRole('button', { name: /^Submit/ }).click();
  await page.locator('[data-peaks="600"]').waitFor();
  await page.locator('canvas[data-page="1"]').waitFor();
  await page.getByText('Page 1 of 2').waitFor();
  await page.getByText('Alpha page').waitFor({ state: 'attached' });
  expect(await page.locator('audio').evaluate((player: HTMLMediaElement) => player.duration)).toBeCloseTo(3);
  expect(faults).toEqual([]);
  await context.close();
});

test('files of one person are gone once somebody else signs in on the device', async () => {
  const project = await addMediaProject([[tinyPng({ width: 320, height: 200, shade: 14 })]]);
  const { page, context } = await startWork(project);
  await expect.poll(() => listKept(page), { timeout: 30_000 }).toHaveLength(1);
  const other = await addPerson(server, { projectId: project.id });
  await signInContext(context, server.address, other.cookie);
  await page.goto('/');
  const ofFirst = () =>
    page.evaluate(
      async (id) => (await indexedDB.databases()).some(({ name }) => name === `plumbline-files-${id}`),
      project.person.id,
    );
  await expect.poll(ofFirst, { timeout: 30_000 }).toBe(false);
  await context.close();
});
