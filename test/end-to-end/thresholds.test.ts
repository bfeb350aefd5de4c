import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { openPage, signInContext } from '#test/support/open-page.ts';
import type { TestPerson } from '#test/support/people.ts';
import { addItems } from '#test/support/projects.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';
import { addOddProject } from '#test/support/thresholds.ts';

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

async function openAs(person: TestPerson, path: string, width = 1280): Promise<Page> {
  const { page, context } = await openPage(browser, server.address, { width, height: 800 });
  await signInContext(context, server.address, person.cookie);
  await page.goto(path);
  return page;
}

async function expectNoViolations(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  }
}

test('a rule is put together and looked at, acts, is disputed and reversed, and the data counts again', async () => {
  const project = await addOddProject(server);
  await addItems(server, { projectId: project.id, count: 3, overlap: 3 });
  const base = `/projects/${project.id}`;

  const lead = await openAs(project.lead, `${base}/thresholds`);
  await lead.getByRole('button', { name: 'New rule' }).click();
  const dialog = lead.getByRole('dialog', { name: 'New rule' });
  await dialog.getByLabel('Name', { exact: true }).fill('Far from the others');
  await dialog.getByLabel('Least number of judgments').fill('20');
  await dialog.getByLabel('What happens').selectOption('exclude');
  await dialog.getByText('Today this would act on 1 of 3 people.').waitFor();
  await expectNoViolations(lead);
  await dialog.getByRole('button', { name: 'Save and switch on' }).click();
  await dialog.waitFor({ state: 'detached' });
  await lead.getByRole('button', { name: 'Apply the rules now' }).click();
  await lead.getByText(/24 judgments of Odd do not count/).waitFor();
  await expectNoViolations(lead);

  const desk = await openAs(project.odd, `${base}/judge`);
  const notice = desk.getByRole('dialog', { name: 'Far from the others' });
  await notice.getByText(/24 judgments of yours since .* do not count/).waitFor();
  await expectNoViolations(desk);
  await notice.getByRole('link').click();
  await desk.getByRole('button', { name: 'Dispute' }).click();
  await desk.getByLabel('Why it is wrong').fill('The others misread section 2.');
  await desk.getByRole('button', { name: 'Send' }).click();
  await desk.getByText('Disputed by Odd').waitFor();
  await expectNoViolations(desk);

  const phone = await openAs(project.lead, `${base}/thresholds`, 390);
  await phone.getByText('The others misread section 2.').waitFor();
  const isTooWide = await phone.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(isTooWide).toBe(false);
  await phone.getByRole('button', { name: /^Reverse/ }).click();
  await phone.getByLabel('Your reason, which the person reads').fill('You are right.');
  await phone.getByRole('dialog').getByRole('button', { name: 'Reverse' }).click();
  await phone.getByText(/24 judgments count again/).waitFor();

  await desk.reload();
  await desk.getByText('You are right.').waitFor();
});
