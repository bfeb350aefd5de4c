import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readProject, updateProject } from '#contract/projects.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { openPage, signInContext } from '#test/support/open-page.ts';
import { addPerson, type TestPerson } from '#test/support/people.ts';
import { addProject, type TestProject } from '#test/support/projects.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

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

async function openAs(person: TestPerson, path: string) {
  const opened = await openPage(browser, server.address);
  await signInContext(opened.context, server.address, person.cookie);
  await opened.page.goto(path);
  return opened;
}

async function holdViolations({ id, lead }: TestProject): Promise<void> {
  const params = { projectId: id };
  const { revision } = await lead.client.call(readProject, { params });
  await lead.client.call(updateProject, {
    params,
    body: { revision, flagPolicy: { hold: ['policy_violation'] } },
  });
}

test('a flag half-way through a task reaches the lead with its passage, and the answer comes back', async () => {
  const project = await addProject(server, { items: 2, leaseMs: 3_600_000 });
  await holdViolations(project);
  const ann = await addPerson(server, { projectId: project.id, name: 'Ann' });
  const desk = await openAs(ann, `/projects/${project.id}/judge`);
  const response = desk.page.getByRole('article', { name: 'Response A' });
  await response.waitFor();
  await desk.page.keyboard.press('ArrowLeft');
  await response.getByText(/answer to 0/).selectText();
  await desk.page.keyboard.press('f');
  const dialog = desk.page.getByRole('dialog', { name: 'Flag for help' });
  await dialog.getByLabel('The passage concerned').waitFor();
  await desk.page.keyboard.press('1');
  await desk.page.keyboard.press('7');
  await desk.page.keyboard.press('Enter');
  await desk.page
    .getByText(/out of the queue until somebody decides/)
    .first()
    .waitFor();

  const lead = await openAs(project.lead, `/projects/${project.id}/overview`);
  await lead.page.getByRole('link', { name: 'See the questions' }).click();
  await lead.page.getByText('Dangerous instructions').waitFor();
  await lead.page.keyboard.press('j');
  await lead.page.keyboard.press('b');
  await lead.page.getByText('The item is back in the queue.').waitFor();
  await lead.page.getByLabel('Answer to Ann').fill('See section 2.');
  await lead.page.getByLabel('Answer to Ann').press('Control+Enter');
  await lead.page.getByText('No question is open').waitFor();

  await desk.page.goto(`/projects/${project.id}/overview`);
  await desk.page.getByText('See section 2.').waitFor();
  expect(lead.faults).toEqual([]);
  await Promise.all([desk.context.close(), lead.context.close()]);
});
