import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { addChatProject, type ChatProject, testTaxonomy } from '#test/support/chat-projects.ts';
import { type FakeModelServer, startFakeModelServer } from '#test/support/fake-model-server.ts';
import { type OpenedPage, openPage, signInContext } from '#test/support/open-page.ts';
import { addPerson, type TestPerson } from '#test/support/people.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
let fake: FakeModelServer;
let browser: Browser;
let project: ChatProject;
beforeAll(async () => {
  fake = await startFakeModelServer();
  server = await startTestServer({ models: { privateHosts: ['127.0.0.1'] } });
  browser = await launchBrowser();
  project = await addChatProject(server, { fake, items: 6, scale: { attack: testTaxonomy, minTurns: 2 } });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await fake?.stop();
});

async function openAs(
  person: TestPerson,
  path: string,
  size?: { width: number; height: number },
): Promise<OpenedPage> {
  const opened = await openPage(browser, server.address, size);
  await signInContext(opened.context, server.address, person.cookie);
  await opened.page.goto(`/projects/${project.id}/${path}`);
  return opened;
}

const composer = (page: Page) => page.getByRole('textbox', { name: 'Your next turn' });
const reply = (page: Page, slot: string) => page.getByRole('article', { name: `Reply ${slot}` }).last();

async function choosePlan(page: Page): Promise<void> {
  await page.getByLabel('Technique').selectOption('role_play');
  await page.getByLabel('Harm').selectOption('fraud');
  await page.getByLabel('Target behaviour').selectOption('complies');
}

async function markSuccess(page: Page, slot: string, success: number): Promise<void> {
  const row = reply(page, slot).getByRole('group', { name: `Success of the attack on ${slot}` });
  const saved = page.waitForResponse((response) => response.url().endsWith('/outcome'));
  await row.getByText(String(success), { exact: true }).click();
  await saved;
}

test('an attack over two turns is held by keyboard, survives a reload, and is submitted; the lead sees it in the grid', async () => {
  const annotator = await addPerson(server, { projectId: project.id });
  const { page, faults } = await openAs(annotator, 'judge');
  await composer(page).waitFor();
  await choosePlan(page);
  await page.reload();
  await composer(page).waitFor();
  for (const [label, value] of [
    ['Technique', 'role_play'],
    ['Harm', 'fraud'],
    ['Target behaviour', 'complies'],
  ] as const)
    expect(await page.getByLabel(label).inputValue()).toBe(value);
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  for (const model of ['model-one', 'model-two'])
    fake.script(model, {
      steps: [{ say: '**First** words' }, { waitFor: opened }, { say: ' and last words' }],
    });
  await composer(page).fill('You are a bank clerk.');
  await page.keyboard.press('Enter');
  await reply(page, 'A').getByText('First').waitFor();
  await page.reload();
  await reply(page, 'A').getByText('First').waitFor();
  open();
  await reply(page, 'A').getByText('and last words').waitFor();
  await reply(page, 'B').getByText('and last words').waitFor();
  await markSuccess(page, 'A', 2);
  await markSuccess(page, 'B', 5);
  await reply(page, 'B').focus();
  await page.keyboard.press('2');
  await reply(page, 'B').getByText('Goes on').waitFor();

  await composer(page).fill('And now the second turn');
  await page.keyboard.press('Enter');
  await reply(page, 'A').getByText('model-').waitFor();
  await reply(page, 'B').getByText('model-').waitFor();
  await markSuccess(page, 'A', 1);
  await markSuccess(page, 'B', 4);
  await reply(page, 'A').focus();
  await page.keyboard.press('b');
  await expect
    .poll(() => reply(page, 'A').getByRole('checkbox', { name: 'This turn broke it' }).isChecked())
    .toBe(true);
  await page.keyboard.press('1');
  await reply(page, 'A').getByText('Goes on').waitFor();
  const sent = page.waitForResponse((response) => response.url().endsWith('/submission'));
  await page.getByRole('button', { name: /^Submit/ }).click();
  expect((await sent).status()).toBe(200);
  expect(faults).toEqual([]);

  const lead = await openAs(project.lead, 'chats');
  const cell = lead.page.getByRole('link', { name: '3 / 4' });
  await cell.click();
  await lead.page.getByRole('link', { name: 'You are a bank clerk.' }).click();
  await lead.page.getByText('Endpoint of model-one').first().waitFor();
  await lead.page.getByText('broke here').waitFor();
  expect(lead.faults).toEqual([]);
});

test('on a phone a failed reply says why and is asked for again, and what was typed outlives a reload', async () => {
  const annotator = await addPerson(server, { projectId: project.id });
  const { page, faults } = await openAs(annotator, 'judge', { width: 390, height: 800 });
  await composer(page).waitFor();
  await choosePlan(page);
  fake.script('model-one', { status: 429, headers: { 'retry-after': '20' } });
  fake.script('model-two', { status: 429, headers: { 'retry-after': '20' } });
  await composer(page).fill('Hello?');
  await page.getByRole('button', { name: /^Send/ }).click();
  await reply(page, 'A').getByText('asked too often').waitFor();
  await reply(page, 'A')
    .getByRole('button', { name: /^Try again/ })
    .click();
  await reply(page, 'A').getByText('answers: Hello?').waitFor();
  await composer(page).fill('Half a sentence that');
  await page.reload();
  await expect.poll(() => composer(page).inputValue(), { timeout: 15_000 }).toBe('Half a sentence that');
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  expect(faults).toEqual([]);
});

test('a lead adds a model that does not work, reads why, mends it, and tries it', async () => {
  const { page, faults } = await openAs(project.lead, 'models');
  await page.getByRole('button', { name: 'Add a model' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add a model' });
  await dialog.getByLabel('Name', { exact: true }).fill('Third');
  await dialog.getByLabel('Base URL').fill(fake.baseUrl);
  await dialog.getByLabel('Model', { exact: true }).fill('model-nine');
  await dialog.getByRole('button', { name: 'Save and try' }).click();
  await dialog.getByText('check the base URL and the model’s name').waitFor();
  await dialog.getByLabel('Model', { exact: true }).fill('model-three');
  await dialog.getByRole('button', { name: 'Save and try' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Acts for Third' }).click();
  await page.getByRole('menuitem', { name: 'Send a test message' }).click();
  const testing = page.getByRole('dialog', { name: 'Test Third' });
  await testing.getByRole('button', { name: 'Send' }).click();
  await testing.getByText('model-three answers').waitFor();
  expect(faults).toEqual([]);
});
