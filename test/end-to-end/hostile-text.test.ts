import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createInvitation } from '#contract/projects.ts';
import { listItems } from '#contract/results.ts';
import { launchBrowser } from '#test/support/browser.ts';
import {
  addHostileProject,
  hostileFile,
  hostileFileName,
  hostileName,
  hostilePayloads,
  hostileReason,
} from '#test/support/hostile-project.ts';
import { answer, waitForNext } from '#test/support/judge-by-keyboard.ts';
import { type OpenedPage, openPage, signInContext } from '#test/support/open-page.ts';
import { addPerson, type TestPerson } from '#test/support/people.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';
import { type Harm, watchForHarm } from '#test/support/watch-for-harm.ts';

let server: TestServer;
let browser: Browser;
let lead: TestPerson;
let projectId: string;
const noHarm: Harm = { dialogs: [], foreignRequests: [], policyReports: [], faults: [] };
beforeAll(async () => {
  server = await startTestServer();
  browser = await launchBrowser();
  lead = await addPerson(server, { name: hostileName, deploymentRole: 'owner' });
  projectId = await addHostileProject(lead);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function openAs(person: TestPerson): Promise<OpenedPage & { readonly harm: Harm }> {
  const opened = await openPage(browser, server.address);
  await signInContext(opened.context, server.address, person.cookie);
  return { ...opened, harm: await watchForHarm(opened.page, server.address) };
}

/** The page still does what it is told: a key opens the search, Escape closes it. */
async function expectAlive(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Find a page or project' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await page.title()).toMatch(/Plumbline$/);
  expect(await page.title()).not.toContain('taken over');
  expect(new URL(page.url()).origin).toBe(server.address);
}

/** Guidelines and the help on a criterion open beside the task, and close. */
async function seeHelp(page: Page): Promise<void> {
  const panel = page.getByRole('complementary', { name: 'Guidelines' });
  await page.keyboard.press('g');
  await panel.getByRole('heading').first().waitFor();
  await page.keyboard.press('h');
  await panel.getByRole('region', { name: /^Help on/ }).waitFor();
  await page.keyboard.press('g');
  await panel.waitFor({ state: 'detached' });
}

test('there are at least sixty payloads', () => {
  expect(new Set(hostilePayloads).size).toBeGreaterThanOrEqual(60);
});

test('the watch sees what it is for', async () => {
  const { page, harm, context } = await openAs(lead);
  await page.goto('/');
  const blocked = page.evaluate(
    () => new Promise((resolve) => document.addEventListener('securitypolicyviolation', resolve)),
  );
  await page.evaluate(() => {
    const image = new Image();
    image.src = 'https://evil.example/seen.png';
    document.body.append(image);
    alert(1);
  });
  await blocked;
  await context.close();
  expect(harm.dialogs).toEqual(['alert: 1']);
  expect(harm.policyReports.join()).toContain('img-src https://evil.example');
});

test('a hostile file is looked at, imported and reported without harm', async () => {
  const { page, harm, context } = await openAs(lead);
  await page.goto(`/projects/${projectId}/import`);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await chooser).setFiles({
    name: hostileFileName,
    mimeType: 'application/json',
    buffer: Buffer.from(hostileFile()),
  });
  await page.getByRole('heading', { name: 'First rows' }).waitFor();
  for (const row of await page.getByText(/^Line \d+$/).all()) await row.click();
  await expectAlive(page);
  await page.getByRole('button', { name: 'Start import' }).click();
  const run = page.getByRole('listitem').filter({ hasText: hostileFileName });
  await run.getByText('5 items added, 2 rows rejected.').waitFor();
  await run.getByText('2 rejected rows').click();
  await run.getByRole('row').nth(2).waitFor();
  await expectAlive(page);
  await context.close();
  expect(harm).toEqual(noHarm);
});

test('hostile texts are judged without harm, typeset and as source, with help and guidelines beside', async () => {
  const person = await addPerson(server, { name: hostileName, projectId });
  const { page, harm, context } = await openAs(person);
  await page.goto('/');
  await page.getByText(hostileName).first().waitFor();
  await page.goto(`/projects/${projectId}/judge`);
  for (let index = 0; index < 5; index += 1) {
    await page.getByRole('article', { name: 'Response A' }).waitFor();
    await page.keyboard.press('v');
    await seeHelp(page);
    await page.keyboard.press('v');
    const keys = ['2', 'w', `type:${hostileReason}`, 'Escape'];
    const { task } = await answer(page, { keys, overall: { side: 'A', strength: 2 } });
    await expectAlive(page);
    await page.keyboard.press('Control+Enter');
    await waitForNext(page, task);
  }
  await page.getByRole('heading', { name: 'Nothing left for you here' }).waitFor();
  await expectAlive(page);
  await context.close();
  expect(harm).toEqual(noHarm);
});

test('no page that shows hostile texts takes harm', async () => {
  const { rows } = await lead.client.call(listItems, { params: { projectId }, query: {} });
  const items = rows.map(({ itemId }) => `/projects/${projectId}/items/${itemId}`);
  const inProject = [
    'overview',
    'items',
    'judgments',
    'rubric',
    'guidelines',
    'export',
    'people',
    'settings',
  ];
  const pages = [
    '/',
    '/settings',
    '/people',
    ...items,
    ...inProject.map((name) => `/projects/${projectId}/${name}`),
  ];
  const { page, harm, context } = await openAs(lead);
  for (const path of pages) {
    await page.goto(path);
    await page.getByRole('heading').first().waitFor();
    await page.waitForLoadState('networkidle');
    for (const row of await page.locator('summary').all()) await row.click();
    await expectAlive(page);
    expect([path, harm]).toEqual([path, noHarm]);
  }
  await context.close();
});

test('an invitation to a hostile project takes no harm', async () => {
  const { path } = await lead.client.call(createInvitation, {
    params: { projectId },
    body: { roles: ['annotator'], uses: 1, expiresInDays: 1 },
  });
  const { page, context } = await openPage(browser, server.address);
  const harm = await watchForHarm(page, server.address);
  await page.goto(path);
  await page.getByRole('heading', { name: `Join ${hostileName}` }).waitFor();
  await page.waitForLoadState('networkidle');
  await context.close();
  expect(harm).toEqual(noHarm);
});
