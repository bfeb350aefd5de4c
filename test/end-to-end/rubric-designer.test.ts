import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createProject } from '#contract/projects.ts';
import { readRubricVersion } from '#contract/rubrics.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { openPage, signInContext } from '#test/support/open-page.ts';
import { addPerson, type TestPerson } from '#test/support/people.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
let browser: Browser;
let lead: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  browser = await launchBrowser();
  lead = await addPerson(server, { name: 'Lead', deploymentRole: 'lead' });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function openProject(name: string): Promise<string> {
  const { id } = await lead.client.call(createProject, { body: { name, templateKey: 'pairwise_7_point' } });
  return id;
}

const outline = (page: Page) => page.getByRole('navigation', { name: 'Criteria' });
const entry = (page: Page, name: RegExp) => outline(page).getByRole('button', { name });

async function pressAll(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Goes on by Tab until the control has the focus. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let steps = 0; steps < 80; steps += 1) {
    await page.keyboard.press('Tab');
    if (await control.evaluate((element) => element.contains(document.activeElement))) return;
  }
  throw new Error('The control cannot be reached by Tab.');
}

/** Waits until a menu has opened and its first line has the focus. */
async function waitForMenu(page: Page): Promise<void> {
  const role = () => page.evaluate(() => document.activeElement?.getAttribute('role'));
  await expect.poll(role, { timeout: 30_000 }).toBe('menuitem');
}

/** Opens the list of what can be added, goes to a line by its first letters, and names what was added. */
async function addCriterion(page: Page, keys: readonly string[], label: string): Promise<void> {
  await pressAll(page, 'Alt+Enter');
  await waitForMenu(page);
  await pressAll(page, ...keys, 'Enter');
  await page.getByRole('textbox', { name: 'Label', exact: true }).waitFor();
  await page.keyboard.type(label);
}

test('a lead composes a rubric by keyboard, mends a contradiction, and takes it to another project', async () => {
  const [first, second] = [await openProject('First'), await openProject('Second')];
  const { page, context, faults } = await openPage(browser, server.address, { width: 1440, height: 900 });
  await signInContext(context, server.address, lead.cookie);
  await page.goto(`/projects/${first}/rubric`);

  // From scratch: the template's criteria go.
  await entry(page, /^Overall preference/).focus();
  await pressAll(page, 'Delete', 'Delete', 'Delete', 'Delete');
  await page.getByText('A rubric needs at least one criterion. Add one.').waitFor();

  await addCriterion(page, ['R'], 'Order');
  await addCriterion(page, ['M'], 'Errors');
  await addCriterion(page, ['R', 'R'], 'Severity');
  expect(await entry(page, /^Severity/).textContent()).toContain('Each response · 1–5');

  await tabTo(page, page.locator('summary', { hasText: 'When it is asked' }));
  await pressAll(page, 'Enter');
  await tabTo(page, page.getByLabel('Ask only if …'));
  await page.keyboard.type('Errors');
  await entry(page, /^Severity.*only if something is marked in “Errors”/).waitFor();

  // A condition on what is asked later is a contradiction, told at the field that it concerns.
  await entry(page, /^Severity/).focus();
  await pressAll(page, 'Alt+ArrowUp');
  await entry(page, /^Severity.*contradiction/).waitFor();
  await pressAll(page, 'Control+s');
  await page.getByText('“Errors” is asked later. Move it above “Severity”, or choose another one.').waitFor();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-invalid')))
    .toBe('true');
  await entry(page, /^Severity/).focus();
  await pressAll(page, 'Alt+ArrowDown');
  await expect.poll(() => page.getByText(/is asked later/).count()).toBe(0);

  await pressAll(page, 'Control+s');
  await page.getByRole('dialog', { name: 'Publish version 2' }).waitFor();
  await page.keyboard.type('Rank, mark, and say how severe');
  await pressAll(page, 'Tab', 'Enter');
  await page.getByText(/^Version 2 · Lead/).waitFor();

  const save = page.waitForEvent('download');
  await tabTo(page, page.getByRole('button', { name: 'The rubric as a file' }));
  await pressAll(page, 'Enter');
  await waitForMenu(page);
  await pressAll(page, 'Enter');
  const download = await save;
  expect(download.suggestedFilename()).toBe('rubric-first.json');
  const path = await download.path();
  const file = JSON.parse(readFileSync(path, 'utf8'));
  expect(await (await fetch(file.$schema)).json()).toMatchObject({ $ref: '#/$defs/RubricFile' });

  await page.goto(`/projects/${second}/rubric`);
  await entry(page, /^Overall preference/).focus();
  await tabTo(page, page.getByRole('button', { name: 'The rubric as a file' }));
  await pressAll(page, 'Enter');
  await waitForMenu(page);
  await pressAll(page, 'I', 'Enter');
  const dialog = page.getByRole('dialog', { name: 'Import a rubric' });
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Choose a file' }).waitFor();
  await pressAll(page, 'Enter');
  await (await chooser).setFiles(path);
  await dialog.getByText('“Order” is new and required.').waitFor();
  await pressAll(page, 'Tab', 'Enter');
  await entry(page, /^Severity/).focus();
  await pressAll(page, 'Control+s');
  await page.getByRole('dialog', { name: 'Publish version 2' }).waitFor();
  await pressAll(page, 'Tab', 'Enter');
  await page.getByText(/^Version 2 · Lead/).waitFor();

  const read = (projectId: string) =>
    lead.client.call(readRubricVersion, { params: { projectId, version: 2 } });
  const [made, taken] = [await read(first), await read(second)];
  expect(taken.rubric).toEqual(made.rubric);
  expect(made).toMatchObject({
    note: 'Rank, mark, and say how severe',
    rubric: {
      overallKey: 'order',
      criteria: [
        { key: 'order', target: 'ranking' },
        { key: 'errors', target: 'span', scale: { kind: 'marks' } },
        { key: 'severity', condition: { criterionKey: 'errors', test: { kind: 'marked', labels: [] } } },
      ],
    },
  });
  expect(faults).toEqual([]);
  await context.close();
});
