import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { judge, readTask, waitForNext, waitUntilSaved } from '#test/support/judge-by-keyboard.ts';
import { planJudgments } from '#test/support/keyboard-plans.ts';
import { type OpenedPage, openPage, signInContext } from '#test/support/open-page.ts';
import { addPerson } from '#test/support/people.ts';
import { addProject, type TestProject } from '#test/support/projects.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
let browser: Browser;
let project: TestProject;
beforeAll(async () => {
  server = await startTestServer();
  browser = await launchBrowser();
  project = await addProject(server, { items: 12, overlap: 8, leaseMs: 3_600_000 });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const wide = { width: 1280, height: 800 };
const phone = { width: 390, height: 800 };

/** Somebody new at their first task. */
async function openJudging(size = wide): Promise<OpenedPage> {
  const person = await addPerson(server, { projectId: project.id });
  const opened = await openPage(browser, server.address, size);
  await signInContext(opened.context, server.address, person.cookie);
  await opened.page.goto(`/projects/${project.id}/judge`);
  await responseA(opened.page).waitFor();
  return opened;
}

const responseA = (page: Page) => page.getByRole('article', { name: 'Response A' });
const responseB = (page: Page) => page.getByRole('article', { name: 'Response B' });

async function savePreferences(page: Page, act: () => Promise<void>): Promise<void> {
  const saved = page.waitForResponse(
    (response) => response.request().method() === 'PATCH' && response.url().endsWith('/me'),
  );
  await act();
  expect((await saved).ok()).toBe(true);
}

test('a key is remapped, a collision is refused in words, and the new key is there after a reload', async () => {
  const { page, context } = await openJudging();
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await keys.getByRole('button', { name: /^Skip this task: S/ }).click();
  await page.keyboard.press('f');
  await keys.getByText('“F” is already the key of “Flag for help”').waitFor();
  await keys.getByRole('button', { name: /^Skip this task: S/ }).click();
  await savePreferences(page, () => page.keyboard.press('y'));
  await keys.getByRole('button', { name: /^Skip this task: Y/ }).waitFor();
  await page.keyboard.press('Escape');
  await keys.waitFor({ state: 'detached' });

  await page.reload();
  await responseA(page).waitFor();
  await page.keyboard.press('s');
  await page.keyboard.press('y');
  await page.getByRole('dialog', { name: 'Skip this task' }).waitFor();
  expect(await page.getByRole('dialog').count()).toBe(1);
  await context.close();
});

test('the size of the text and the layout are remembered on another device', async () => {
  const { page, context } = await openJudging();
  const sizeOf = (on: Page) =>
    responseA(on)
      .getByText(/answer to/)
      .first()
      .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  const before = await sizeOf(page);
  await savePreferences(page, () => page.keyboard.press(']'));
  await savePreferences(page, () => page.keyboard.press('l'));
  const other = await openPage(browser, server.address);
  await other.context.addCookies(await context.cookies());
  await other.page.goto(page.url());
  await responseA(other.page).waitFor();
  expect(await sizeOf(other.page)).toBe(before + 1);
  const [a, b] = [await responseA(other.page).boundingBox(), await responseB(other.page).boundingBox()];
  expect(b?.x).toBe(a?.x);
  expect(b?.y).toBeGreaterThan(a?.y ?? Number.POSITIVE_INFINITY);
  await context.close();
  await other.context.close();
});

test('guidelines open beside the task by a key and keep their place', async () => {
  const { page, context } = await openJudging();
  const panel = page.getByRole('complementary', { name: 'Guidelines' });
  const section = panel.getByRole('heading', { name: 'When you cannot judge' });
  await page.keyboard.press('2');
  await page.keyboard.press('g');
  await section.scrollIntoViewIfNeeded();
  await section.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await page.waitForFunction(() =>
    Object.keys(sessionStorage).some((key) => key.startsWith('plumbline/guidelines/')),
  );
  // Beside, not over: both are to be seen at once.
  const [text, beside] = [await responseB(page).boundingBox(), await panel.boundingBox()];
  expect((text?.x ?? 0) + (text?.width ?? 0)).toBeLessThanOrEqual((beside?.x ?? 0) + 1);
  await page.keyboard.press('g');
  await panel.waitFor({ state: 'detached' });
  await page.keyboard.press('g');
  await comesInSight(section);
  const chosen = page.getByRole('radiogroup', { name: 'Overall preference' });
  expect(await chosen.getByRole('radio', { checked: true }).count()).toBe(1);
  await context.close();
});

function isInSight(locator: ReturnType<Page['getByRole']>): Promise<boolean> {
  return locator.evaluate(
    (element) =>
      new Promise<boolean>((resolve) => {
        new IntersectionObserver(([entry], observer) => {
          observer.disconnect();
          resolve((entry?.intersectionRatio ?? 0) > 0.5);
        }).observe(element);
      }),
  );
}

/** Resolves once all of it is to be seen. */
function comesInSight(locator: ReturnType<Page['getByRole']>): Promise<void> {
  return locator.evaluate(
    (element) =>
      new Promise<void>((resolve) => {
        const look = ([entry]: IntersectionObserverEntry[]) => {
          if ((entry?.intersectionRatio ?? 0) > 0.95) resolve();
        };
        new IntersectionObserver(look, { threshold: [0, 0.5, 0.96, 1] }).observe(element);
      }),
  );
}

test('on a phone the responses are swiped or chosen by tab, and a judgment is sent from the sheet', async () => {
  const { page, context } = await openJudging(phone);
  expect([await isInSight(responseA(page)), await isInSight(responseB(page))]).toEqual([true, false]);
  await page.getByRole('button', { name: 'Response B' }).click();
  await page.getByRole('button', { name: 'Response B', pressed: true }).waitFor();
  await comesInSight(responseB(page));
  // What a finger does: the frame is scrolled sideways.
  await responseA(page).evaluate((element) => element.scrollIntoView({ inline: 'start', block: 'nearest' }));
  await page.getByRole('button', { name: 'Response A', pressed: true }).waitFor();

  const before = await readTask(page);
  await page.getByRole('button', { name: 'Show all questions' }).click();
  await page
    .getByRole('radiogroup', { name: 'Overall preference' })
    .getByRole('radio', { name: /^B: Better/ })
    .click();
  await page.getByRole('button', { name: 'Submit' }).click();
  if (before !== null) await waitForNext(page, before);
  await waitUntilSaved(page);
  const { scrollWidth, innerWidth } = await page.evaluate(() => ({
    scrollWidth: document.documentElement.scrollWidth,
    innerWidth: window.innerWidth,
  }));
  expect(scrollWidth).toBeLessThanOrEqual(innerWidth);
  await context.close();
});

test('the focus is never lost: after submissions, a skip, an undo and a pause it stands on a control', async () => {
  const { page, context } = await openJudging();
  const focused = () =>
    page.evaluate(() => {
      const { activeElement } = document;
      return activeElement === null || activeElement === document.body ? 'nothing' : 'a control';
    });
  const seen: string[] = [await focused()];
  for (const planned of planJudgments(5, 0)) {
    await judge(page, planned);
    seen.push(await focused());
  }
  const before = await readTask(page);
  await page.keyboard.press('s');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  if (before !== null) await waitForNext(page, before);
  seen.push(await focused());
  await page.keyboard.press('Control+z');
  await page.keyboard.press('p');
  await page.getByRole('heading', { name: 'Paused' }).waitFor();
  seen.push(await focused());
  await page.keyboard.press('p');
  await responseA(page).waitFor();
  seen.push(await focused());
  expect(seen).toEqual(seen.map(() => 'a control'));
  await context.close();
});
