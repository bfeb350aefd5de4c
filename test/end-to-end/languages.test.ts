import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Preferences, preferences, updateMe } from '#contract/accounts.ts';
import { rubricTemplates } from '#domain/rubrics/templates.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { type OpenedPage, openPage, signInContext } from '#test/support/open-page.ts';
import { listKeys } from '#test/support/order-catalogues.ts';
import { addPerson } from '#test/support/people.ts';
import { addProject, type TestProject } from '#test/support/projects.ts';
import { pseudoMessage } from '#test/support/pseudo-message.ts';
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

/** Somebody new on the project, with a language of their own. */
async function open(
  language: Preferences['language'],
  size = { width: 1280, height: 800 },
): Promise<OpenedPage> {
  const person = await addPerson(server, { projectId: project.id });
  await person.client.call(updateMe, { body: { preferences: preferences.parse({ language }) } });
  const opened = await openPage(browser, server.address, size);
  await signInContext(opened.context, server.address, person.cookie);
  return opened;
}

const directionOf = (page: Page) => page.evaluate(() => document.documentElement.dir);

/** What does not fit: words on controls and headings that are cut, and a page that is wider than its window. */
function listCut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const wider = root.scrollWidth > root.clientWidth ? [`the page is ${root.scrollWidth} wide`] : [];
    const told = [...document.querySelectorAll<HTMLElement>('button, a, label, legend, h1, h2, th')];
    const cut = told.filter(
      (element) =>
        element.checkVisibility({ opacityProperty: true }) &&
        !element.matches('.visually-hidden, [dir="auto"]') &&
        element.clientWidth > 0 &&
        element.scrollWidth > element.clientWidth + 1,
    );
    return [...wider, ...cut.map((element) => `cut: ${element.textContent}`)];
  });
}

test('a language is chosen in the settings and shows at once, without a reload', async () => {
  const { page, context, faults } = await open('en');
  await page.goto('/settings');
  await page.evaluate(() => {
    document.body.dataset.stayed = 'yes';
  });
  await page.getByRole('combobox', { name: 'Language' }).selectOption('ar');
  await page.getByRole('heading', { level: 1, name: 'الإعدادات' }).waitFor();
  expect([await directionOf(page), await page.locator('html').getAttribute('lang')]).toEqual(['rtl', 'ar']);
  await page.getByRole('combobox', { name: 'اللغة' }).selectOption('de');
  await page.getByRole('heading', { level: 1, name: 'Einstellungen' }).waitFor();
  expect([await directionOf(page), await page.evaluate(() => document.body.dataset.stayed)]).toEqual([
    'ltr',
    'yes',
  ]);
  expect(await page.title()).toBe('Einstellungen · Plumbline');
  expect(faults).toEqual([]);
  await context.close();
});

test('in Arabic the judging screen is mirrored and every key means what the eye sees', async () => {
  const { page, context, faults } = await open('ar');
  await page.goto(`/projects/${project.id}/judge`);
  const a = page.getByRole('article', { name: 'الرد \u2068A\u2069' });
  const b = page.getByRole('article', { name: 'الرد \u2068B\u2069' });
  await a.waitFor();
  expect((await a.boundingBox())?.x).toBeGreaterThan((await b.boundingBox())?.x ?? Number.POSITIVE_INFINITY);

  const overall = page.getByRole('radiogroup', { name: 'Overall preference' });
  const chosen = overall.getByRole('radio', { checked: true });
  await page.keyboard.press('ArrowRight');
  expect(await chosen.getAttribute('aria-label')).toMatch(/^A/);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  expect(await chosen.getAttribute('aria-label')).toMatch(/^B/);
  // The first of a scale is the strongest for A: the one at the start of the row.
  await page.keyboard.press('1');
  const [first, row] = [await chosen.boundingBox(), await overall.boundingBox()];
  expect((first?.x ?? 0) + (first?.width ?? 0)).toBeCloseTo((row?.x ?? 0) + (row?.width ?? 0), -1);

  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'المفاتيح' });
  expect(await keys.getByRole('button', { name: /تفضيل A/ }).textContent()).toContain('→');
  await page.keyboard.press('Escape');
  await keys.waitFor({ state: 'detached' });
  expect([await listCut(page), faults]).toEqual([[], []]);
  await context.close();
});

test.each([
  ['de', 1280],
  ['de', 390],
  ['ar', 1280],
  ['ar', 390],
] as const)('in %s nothing is cut on a screen of %d pixels', async (language, width) => {
  const { page, context } = await open(language, { width, height: 800 });
  const cut: unknown[] = [];
  for (const path of [
    '/',
    '/settings',
    `/projects/${project.id}/overview`,
    `/projects/${project.id}/judge`,
  ]) {
    await page.goto(path);
    await page
      .getByRole(path.endsWith('judge') ? 'article' : 'heading')
      .first()
      .waitFor();
    cut.push(...(await listCut(page)).map((found) => `${path} ${found}`));
  }
  expect(cut).toEqual([]);
  await context.close();
});

/** A catalogue of a language that nobody speaks, in place of the German one. */
async function speakPseudo(page: Page): Promise<void> {
  const words = [...listKeys()].map((key) => [key, pseudoMessage(key.replace(/ ‹[^›]*›$/, ''))]);
  const body = `export default ${JSON.stringify(Object.fromEntries(words))}`;
  await page.route(/\/assets\/de-[^/]*\.js$/, (route) =>
    route.fulfill({ contentType: 'text/javascript', body }),
  );
}

/** Texts without an accent, outside of what people and models wrote. */
function listUnsaid(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      const text = walker.currentNode.textContent?.trim() ?? '';
      const isOwn =
        element?.closest('[dir="auto"], kbd, code, option, time, [lang]:not(html), script') === null;
      if (isOwn && /[aeiou]/.test(text) && !/[áéíóú]/.test(text)) found.push(text);
    }
    return [...new Set(found)];
  });
}

/** What the project or the server, not the interface, says. */
function isOwnWord(text: string): boolean {
  const criteria = rubricTemplates.find(({ key }) => key === 'pairwise_7_point')?.rubric.criteria ?? [];
  const anchors = criteria.flatMap(({ scale }) => ('anchors' in scale ? scale.anchors : []));
  const labels = [...criteria, ...anchors].map(({ label }) => label);
  const isName = /^(?:Plumbline|Lead|Project .*|Question \d+\?|Person .*|.*@test\.example)$/.test(text);
  // The server says in English why there is no figure.
  return isName || labels.includes(text) || text === 'No two people have judged the same yet.';
}

test('in a language that nobody speaks every text is said, and longer words fit', async () => {
  const { page, context } = await open('de');
  await speakPseudo(page);
  const wrong: string[] = [];
  for (const path of [
    '/',
    '/settings',
    `/projects/${project.id}/overview`,
    `/projects/${project.id}/judge`,
  ]) {
    await page.goto(path);
    await page
      .getByRole(path.endsWith('judge') ? 'article' : 'heading')
      .first()
      .waitFor();
    const unsaid = (await listUnsaid(page)).filter((text) => !isOwnWord(text));
    wrong.push(...[...unsaid, ...(await listCut(page))].map((found) => `${path} ${found}`));
  }
  expect(wrong).toEqual([]);
  await context.close();
});

test.each(['overview', 'items', 'judgments', 'import', 'export', 'people', 'settings'])(
  'a lead finds every text said on the page %s',
  async (name) => {
    const { page, context } = await openPage(browser, server.address);
    await signInContext(context, server.address, project.lead.cookie);
    await speakPseudo(page);
    await page.addInitScript(() => localStorage.setItem('plumbline-language', 'de'));
    await project.lead.client.call(updateMe, {
      body: { preferences: preferences.parse({ language: 'de' }) },
    });
    await page.goto(`/projects/${project.id}/${name}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    expect((await listUnsaid(page)).filter((text) => !isOwnWord(text))).toEqual([]);
    await context.close();
  },
);
