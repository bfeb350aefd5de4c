import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { openReadingTask } from '#test/support/reading-task.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';
import { watchForHarm } from '#test/support/watch-for-harm.ts';

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

const start = 'Tea is made from leaves.\n\nThere are *many* kinds.\n\n';
const filling = 'Some more words about it, so that there is something to scroll. '.repeat(8);
const sections = (kind: string, count: number) =>
  Array.from({ length: count }, (_, at) => `## ${kind} ${at + 1}\n\n${filling}`).join('\n\n');
const green = `${start}Green tea is **not oxidised**; a café in Kyoto has it. So $E=mc^2$.\n\n\`\`\`python\nprint("green")\n\`\`\`\n\n${sections('Green', 12)}`;
const black = `${start}Black tea is **fully oxidised**; a cafe in London has it. So $E=mc^3$.\n\n\`\`\`python\nprint("black")\n\`\`\`\n\n${sections('Black', 12)}`;
const wide = { width: 1440, height: 900 };
const phone = { width: 390, height: 800 };

const response = (page: Page, letter: string) => page.getByRole('article', { name: `Response ${letter}` });

/** What the browser has been told to paint under a name. */
function paintedAs(page: Page, name: string): Promise<string[]> {
  return page.evaluate(
    (wanted) => [...(CSS.highlights.get(wanted) ?? [])].map((range) => range.toString()),
    name,
  );
}

async function expectPainted(page: Page, name: string, words: readonly string[]): Promise<void> {
  await expect.poll(() => paintedAs(page, name), { timeout: 30_000 }).toEqual(words);
}

const topOf = (page: Page, letter = 'A') => response(page, letter).evaluate((element) => element.scrollTop);

test('words are found by key in prompt and responses, typeset or as written, and judging goes on', async () => {
  const { page, context, faults } = await openReadingTask(server, browser, {
    task: { prompt: 'Where is a CAFÉ?', responses: [green, black] },
    size: wide,
  });
  await page.keyboard.press('/');
  await page.keyboard.type('cafe');
  await page.getByText('1 of 3').waitFor();
  expect((await paintedAs(page, 'found')).toSorted()).toEqual(['CAFÉ', 'cafe', 'café']);
  await page.keyboard.press('v');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Enter');
  await page.getByText('2 of 3').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: 'Find in the texts' }).waitFor({ state: 'detached' });
  await expectPainted(page, 'found', []);

  await page.keyboard.press('v');
  await page.keyboard.press('/');
  await page.keyboard.type('**fully');
  await expectPainted(page, 'found-now', ['**fully']);
  // What lies far below is brought into sight.
  await page.getByRole('textbox', { name: 'Find in the texts' }).fill('Black 12');
  await expectPainted(page, 'found-now', ['Black 12']);
  const isInSight = () =>
    page.evaluate(() => {
      const [range] = CSS.highlights.get('found-now') ?? [];
      const { top = -1, bottom = -1 } = range instanceof Range ? range.getBoundingClientRect() : {};
      const frame = document.querySelector('[data-shown] [data-scroller]')?.getBoundingClientRect();
      return frame !== undefined && top >= frame.top && bottom <= frame.bottom;
    });
  await expect.poll(isInSight).toBe(true);
  await page.keyboard.press('Escape');
  await page.keyboard.press('3');
  await page.getByRole('radio', { name: /3/, checked: true }).first().waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

test('what only one of two responses has is marked in it, in words, formulas and code', async () => {
  const { page, context } = await openReadingTask(server, browser, {
    task: {
      prompt: 'Tea?',
      responses: [`${start}Red tea, $E=mc^2$ and \`cup(2)\`.`, `${start}Blue tea, $E=mc^3$ and \`cup(3)\`.`],
    },
  });
  await page.locator('.katex').first().waitFor();
  await page.keyboard.press('d');
  await page.getByText('6 passages only in A or B').waitFor();
  const painted = await paintedAs(page, 'difference');
  expect(painted).toHaveLength(6);
  expect(painted.filter((words) => !/mc/.test(words)).toSorted()).toEqual(['2', '3', 'Blue', 'Red']);
  await page.keyboard.press('v');
  await expect
    .poll(async () => (await paintedAs(page, 'difference')).toSorted())
    .toEqual(['2', '2', '3', '3', 'Blue', 'Red']);
  await page.keyboard.press('d');
  await expectPainted(page, 'difference', []);
  await context.close();
});

test('the same beginning folds, and columns scroll together, by paragraph and apart', async () => {
  const { page, context } = await openReadingTask(server, browser, {
    task: { prompt: 'Tea?', responses: [green, `${black}\n\n${sections('More', 12)}`] },
    size: wide,
  });
  await page.getByText('The first 2 paragraphs are the same').first().waitFor();
  await page.keyboard.press('c');
  expect(await page.getByText('Tea is made from leaves.').first().isVisible()).toBe(false);
  expect(await page.getByText('Green tea is').isVisible()).toBe(true);
  await page.keyboard.press('c');
  expect(await page.getByText('Tea is made from leaves.').last().isVisible()).toBe(true);

  // Responses come in an order of their own.
  const isFirst = (await response(page, 'A').getByText('More 12').count()) > 0;
  const [longer, shorter] = isFirst ? ['A', 'B'] : ['B', 'A'];
  const frameTop = () => page.locator('[data-shown] [data-scroller]').evaluate((frame) => frame.scrollTop);
  await page.keyboard.press('PageDown');
  await expect.poll(frameTop).toBeGreaterThan(100);
  await page.keyboard.press('PageUp');
  await expect.poll(frameTop).toBe(0);
  await page.keyboard.press('t');
  await page.keyboard.press('.');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  // One is longer by half, so the same share of its paragraphs lies further down.
  await expect.poll(() => topOf(page, shorter)).toBeGreaterThan(100);
  await expect.poll(async () => (await topOf(page, longer)) > (await topOf(page, shorter)) * 1.2).toBe(true);
  await page.keyboard.press('t');
  const before = [await topOf(page, 'A'), await topOf(page, 'B')] as const;
  await page.keyboard.press('PageDown');
  await expect.poll(() => topOf(page, 'A')).toBeGreaterThan(before[0]);
  expect(await topOf(page, 'B')).toBe(before[1]);
  await context.close();
});

test('the paint has a stand-in where the browser knows no highlights', async () => {
  const { page, context } = await openReadingTask(server, browser, {
    task: { prompt: 'Tea?', responses: ['Green *tea*', 'Black tea'] },
  });
  // A face that comes late moves the words, and with them what stands behind them.
  await page.evaluate(async () => {
    await document.fonts.ready;
    Reflect.deleteProperty(CSS, 'highlights');
  });
  await page.keyboard.press('/');
  await page.keyboard.type('tea');
  await page.getByText('1 of 3').waitFor();
  await expect.poll(() => page.locator('[data-paint-name=found]').count()).toBe(3);
  const article = page.getByRole('article').filter({ has: page.locator('em') });
  const word = await article.locator('em').boundingBox();
  const paint = await article.locator('[data-paint-name=found]').boundingBox();
  expect(Math.abs((word?.x ?? 0) - (paint?.x ?? 99))).toBeLessThan(2);
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: 'Find in the texts' }).waitFor({ state: 'detached' });
  await expect.poll(() => page.locator('[data-paint]').count()).toBe(0);
  await context.close();
});

test('nine long responses, one of a single line of 1 MB, can be read, searched and compared', async () => {
  const long = (at: number) => `Response number ${at}.\n\n${sections(`Kind ${at}`, 180)}`;
  const responses = [...Array.from({ length: 8 }, (_, at) => long(at)), `needle ${'x'.repeat(1_000_000)}`];
  expect(long(0).length).toBeGreaterThan(95_000);
  const { page, context, faults } = await openReadingTask(server, browser, {
    task: { prompt: 'Which?', responses },
    size: wide,
  });
  const letters = [...'ABCDEFGHI'];
  for (const letter of letters) expect(await response(page, letter).count()).toBe(1);
  for (const _ of letters) await page.keyboard.press('.');
  await expect
    .poll(() => response(page, 'I').evaluate((element) => element.getBoundingClientRect().left))
    .toBeLessThan(1440);
  expect(
    await page.getByRole('button', { name: 'Response I', exact: true }).getAttribute('aria-pressed'),
  ).toBe('true');
  await page.keyboard.press('/');
  await page.keyboard.type('needle');
  await page.getByText('1 of 1', { exact: true }).waitFor();
  await page.getByText('in what is shown').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('d');
  await page.getByText(/passages? only in A or B|too long to be compared/).waitFor();
  await page.keyboard.press('Shift+d');
  await page.getByText(/passages? only in A or C|too long to be compared/).waitFor();
  await page.keyboard.press('3');
  await page.getByRole('button', { name: /^Helpfulness, response A: (?!no answer)/ }).waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

test('on a phone responses are swiped or gone to by key, one at a time', async () => {
  const { page, context } = await openReadingTask(server, browser, {
    task: { prompt: 'Tea?', responses: [green, black, green.replace('Kyoto', 'Osaka')] },
    size: phone,
  });
  const left = (letter: string) =>
    response(page, letter).evaluate((element) => Math.round(element.getBoundingClientRect().left));
  expect(await left('A')).toBe(0);
  await page.getByRole('button', { name: 'Response C', exact: true }).click();
  await expect.poll(() => left('C')).toBe(0);
  await page.keyboard.press('.');
  await expect.poll(() => left('A')).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
  await context.close();
});

test('right-to-left lists, tables and quotes stand on their own side', async () => {
  const arabic =
    '- مرحبا\n- English\n\n> اقتباس\n\n| اسم | قيمة |\n|---|---|\n| شاي | 5 |\n\nEnglish after it.';
  const { page, context } = await openReadingTask(server, browser, {
    task: { prompt: 'x', responses: [arabic, arabic] },
  });
  const a = response(page, 'A');
  const box = async (text: string) =>
    (await a.getByText(text, { exact: true }).first().boundingBox()) ?? { x: 0, width: 0 };
  const [name, price] = [await box('اسم'), await box('قيمة')];
  expect(name.x).toBeGreaterThan(price.x);
  const style = (selector: string) =>
    a
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).direction);
  // A point in another language stays beside its marker.
  const point = await a
    .getByText('English', { exact: true })
    .evaluate((element) => getComputedStyle(element).textAlign);
  expect(point).toBe('right');
  expect([await style('ul'), await style('blockquote'), await style('table')]).toEqual(['rtl', 'rtl', 'rtl']);
  expect(
    await a.getByText('English after it.').evaluate((element) => getComputedStyle(element).direction),
  ).toBe('ltr');
  await context.close();
});

test('hostile texts stay inert while they are searched, compared and folded', async () => {
  const hostile = `<img src=x onerror=alert(1)>\n\n<math><mtext><script>alert(1)</script></mtext></math>\n\n[x](javascript:alert(1)) pay\u202Eload ${'<b>'.repeat(50)}`;
  const { page, context } = await openReadingTask(server, browser, {
    task: { prompt: hostile, responses: [`${hostile} one`, `${hostile} two`] },
  });
  const harm = await watchForHarm(page, server.address);
  await page.keyboard.press('d');
  await page.getByText(/only in A or B/).waitFor();
  await page.keyboard.press('c');
  await page.keyboard.press('/');
  await page.keyboard.type('<script>alert(1)</script>');
  await page.getByText('1 of 3').waitFor();
  expect(await page.locator('article img, article script, article math').count()).toBe(0);
  expect(harm).toEqual({ dialogs: [], foreignRequests: [], policyReports: [], faults: [] });
  await context.close();
});
