import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createProject, updateProject } from '#contract/projects.ts';
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
  lead = await addPerson(server, { name: 'Lead', deploymentRole: 'owner' });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Waits until both files are there to be seen or heard. */
async function waitForMedia(page: Page, place: string, tag: 'img' | 'audio' | 'video'): Promise<void> {
  await page.waitForFunction(
    ([root, name]) => {
      const found = [...document.querySelectorAll(`${root} ${name}`)];
      const isThere = (element: Element) =>
        element instanceof HTMLImageElement
          ? element.naturalWidth > 0
          : element instanceof HTMLMediaElement && element.readyState >= 1;
      return found.length === 2 && found.every(isThere);
    },
    [place, tag] as const,
  );
}

const shown = [
  ['image_comparison', 'img', ['e', 'b', 'ArrowRight', 'Enter']],
  ['audio_comparison', 'audio', ['e', 'Home', 'm', 'ArrowRight', 'm']],
  ['video_comparison', 'video', ['e', 'Home', 'm', '.', '.', 'm']],
] as const;

test.each(shown)(
  'the example of %s is seen and marked in the preview, and becomes a task that is judged',
  async (templateKey, tag, keys) => {
    const { page, context, faults } = await openPage(browser, server.address, { width: 1440, height: 900 });
    await signInContext(context, server.address, lead.cookie);
    const made = await lead.client.call(createProject, { body: { name: templateKey, templateKey } });
    await page.goto(`/projects/${made.id}/rubric`);
    const preview = page.getByRole('region', { name: 'Preview' });
    await waitForMedia(page, '[aria-label="Preview"]', tag);
    await preview.getByRole('radio').first().focus();
    for (const key of keys) await page.keyboard.press(key);
    await preview.getByRole('button', { name: 'Remove' }).first().waitFor();

    await page.goto(`/projects/${made.id}/overview`);
    await page.getByRole('button', { name: 'Add an example task' }).press('Enter');
    await page.getByRole('button', { name: 'Open', exact: true }).waitFor();
    const { revision, id: projectId } = made;
    await lead.client.call(updateProject, { params: { projectId }, body: { revision, state: 'open' } });
    const annotator = await addPerson(server, { projectId });
    const desk = await openPage(browser, server.address);
    await signInContext(desk.context, server.address, annotator.cookie);
    await desk.page.goto(`/projects/${projectId}/judge`);
    await waitForMedia(desk.page, '[data-shown]', tag);
    expect([...faults, ...desk.faults]).toEqual([]);
    await Promise.all([context.close(), desk.context.close()]);
  },
);
