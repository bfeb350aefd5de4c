import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listItems } from '#contract/results.ts';
import { seedDemo } from '#server/demo/seed-demo.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { becomeDemoPerson, clientOf, findDemoProject } from '#test/support/demo-deployment.ts';
import { openPage } from '#test/support/open-page.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
let browser: Browser;
let projectPath: string;
let itemPath: string;
beforeAll(async () => {
  server = await startTestServer({ demo: true });
  await seedDemo(server.services);
  browser = await launchBrowser();
  const { context } = await openPage(browser, server.address);
  await becomeDemoPerson(context, server.address, 'lead');
  const client = await clientOf(context, server.address);
  const { id } = await findDemoProject(client);
  projectPath = `/projects/${id}`;
  const { rows } = await client.call(listItems, { params: { projectId: id }, query: { state: 'done' } });
  itemPath = `${projectPath}/items/${rows[0]?.itemId}`;
  await context.close();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** A view: how to get there, and what shows that it is there. */
interface View {
  readonly name: string;
  readonly open: (page: Page) => Promise<void>;
}

const heading = (page: Page, name: string | RegExp) =>
  page
    .getByRole('heading', { name, exact: typeof name === 'string' })
    .first()
    .waitFor();

function visit(name: string, path: () => string, title: string | RegExp): View {
  return {
    name,
    async open(page) {
      await page.goto(path());
      await heading(page, title);
    },
  };
}

const inProject = (name: string, path: string, title: string | RegExp) =>
  visit(name, () => projectPath + path, title);

/** A dialog that lies over a view. */
function over(view: View, name: string, show: (page: Page) => Promise<void>): View {
  return {
    name: `${name} over ${view.name}`,
    async open(page) {
      await view.open(page);
      await show(page);
      await page.getByRole('dialog').waitFor();
    },
  };
}

const judging: View = {
  name: 'judging',
  async open(page) {
    await page.goto(`${projectPath}/judge`);
    await page.getByRole('article', { name: /^Response A/ }).waitFor();
  },
};
const reviewing: View = {
  name: 'reviewing',
  async open(page) {
    await page.goto(`${projectPath}/reviewing`);
    await page.getByRole('button', { name: /^Accept/ }).waitFor();
  },
};
const guidelinesBeside: View = {
  name: 'guidelines beside a task',
  async open(page) {
    await judging.open(page);
    await page.keyboard.press('g');
    await page.getByRole('complementary', { name: 'Guidelines' }).getByRole('heading').first().waitFor();
  },
};
const home = visit('home', () => '/', /^(Your work|Projects)$/);
const settings = visit('settings', () => '/settings', 'Settings');
const overview = inProject('overview', '/overview', 'Overview');
const people = inProject('people', '/people', 'People');
const rubric = inProject('rubric', '/rubric', /./);
const guidelines = inProject('guidelines', '/guidelines', /./);
const item = visit('an item', () => itemPath, /^Conversation$/);
const press = (key: string) => (page: Page) => page.keyboard.press(key);
const click = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();

const viewsOf: Readonly<Record<string, readonly View[]>> = {
  nobody: [visit('sign-in', () => '/sign-in', 'Try Plumbline')],
  annotator: [
    home,
    settings,
    inProject('the front door', '', 'Everyday helpfulness'),
    judging,
    guidelinesBeside,
    over(judging, 'keys', press('?')),
    over(judging, 'skipping', press('s')),
    over(judging, 'flagging', press('f')),
    over(home, 'the search', press('Control+k')),
    over(settings, 'a new key', click(/key/i)),
  ],
  lead: [
    home,
    visit('a new project', () => '/projects/new', 'New project'),
    overview,
    inProject('items', '/items', 'Items'),
    item,
    inProject('judgments', '/judgments', 'Judgments'),
    rubric,
    guidelines,
    inProject('import', '/import', 'Import'),
    inProject('export', '/export', 'Export'),
    people,
    over(people, 'inviting', click('Invite by link')),
    inProject('project settings', '/settings', 'Settings'),
    inProject('gold', '/gold', 'Gold'),
    inProject('thresholds', '/thresholds', 'Thresholds'),
  ],
  reviewer: [
    inProject('the figures of reviews', '/review', 'Review'),
    reviewing,
    inProject('adjudication', '/adjudication', 'Adjudication'),
  ],
  // These see what a lead sees, but may change nothing.
  safety: [overview, item, rubric],
  researcher: [guidelines, inProject('export', '/export', 'Export')],
  owner: [home, visit('everybody', () => '/people', /./), visit('the API', () => '/api/docs', /./)],
};

type Found = Record<string, string[]>;

/** What axe finds serious or critical, said so that it can be found. */
async function findBarriers(page: Page, onlyRule?: string): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (onlyRule === undefined ? axe : axe.withRules(onlyRule)).analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return grave.map(({ id, nodes }) => {
    const places = nodes.slice(0, 3).map(({ html, failureSummary = '' }) => {
      const why = failureSummary.split('\n')[1]?.trim() ?? '';
      return `${html.slice(0, 160)} (${why})`;
    });
    return `${id}: ${places.join(' | ')}`;
  });
}

/** A view in light, whole; then in dark, where only colours differ. */
async function examine(page: Page, view: View, found: Found): Promise<void> {
  await view.open(page);
  const inLight = await findBarriers(page);
  await page.locator('html').evaluate((root) => {
    root.dataset.theme = 'dark';
  });
  const inDark = await findBarriers(page, 'color-contrast');
  if (inLight.length > 0) found[`${view.name} in light`] = inLight;
  if (inDark.length > 0) found[`${view.name} in dark`] = inDark;
}

describe.each([1280, 390])('%i px wide', (width) => {
  test.each(Object.entries(viewsOf))('nothing that %s sees has a serious barrier', async (who, views) => {
    const { context, page } = await openPage(browser, server.address, { width, height: 800 });
    if (who !== 'nobody') await becomeDemoPerson(context, server.address, who);
    const found: Found = {};
    for (const view of views) await examine(page, view, found);
    await context.close();
    expect(found).toEqual({});
  });
});
