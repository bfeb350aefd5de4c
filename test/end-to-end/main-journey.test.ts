import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import {
  type AnnotationRow,
  expectedPairs,
  inItemOrder,
  inPairOrder,
  judgmentInRow,
  type PreferenceRow,
  pairInRow,
} from '#test/support/expected-exports.ts';
import {
  answer,
  type GivenJudgment,
  judge,
  nameOfTask,
  pressAll,
  readTask,
  tabTo,
  waitForNext,
  waitUntilSaved,
  watchPointer,
} from '#test/support/judge-by-keyboard.ts';
import { planJudgments } from '#test/support/keyboard-plans.ts';
import { type OpenedPage, openPage } from '#test/support/open-page.ts';
import { findPreferenceFile, type PreferenceFile } from '#test/support/preference-file.ts';
import {
  type ExportedFile,
  hashOfFile,
  keepDownload,
  readExportedRows,
} from '#test/support/read-exported.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
let browser: Browser;
let file: PreferenceFile;
let lead: OpenedPage;
const opened: OpenedPage[] = [];
beforeAll(async () => {
  server = await startTestServer();
  browser = await launchBrowser();
  file = findPreferenceFile();
  lead = await open();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  file?.remove();
});

async function open(): Promise<OpenedPage> {
  const one = await openPage(browser, server.address);
  opened.push(one);
  return one;
}

const formatCount = (count: number) => count.toLocaleString('en-GB');
let projectAddress = '';
let invitationLink = '';
const given: { first: GivenJudgment[]; second: GivenJudgment[] } = { first: [], second: [] };

test('the first visitor becomes the owner and makes a project from a template', async () => {
  const { page } = lead;
  await page.goto('/');
  await page.getByRole('heading', { name: 'Welcome to Plumbline' }).waitFor();
  await fillAccount(page, 'Lena Lead');
  await page.getByRole('button', { name: 'Create owner account' }).click();
  await page.getByRole('link', { name: 'New project' }).click();
  await page.getByRole('radio', { name: /^Pairwise preference, 7 points/ }).check();
  await page.getByRole('textbox', { name: 'Name' }).fill('Harmless base');
  await page.getByRole('button', { name: 'Create the project' }).click();
  await page.getByRole('heading', { name: 'Set up Harmless base' }).waitFor();
  projectAddress = new URL(page.url()).pathname.replace(/\/overview$/, '');
});

test('a file is recognised, looked at, imported with a report, and adds nothing the second time', async () => {
  const { page } = lead;
  await page.getByRole('link', { name: 'Import', exact: true }).first().click();
  await seeUploadProgress(page);
  await seeImportProgress(page);
  const latest = page.getByRole('listitem').filter({ hasText: file.name });
  await latest
    .first()
    .getByText(`${formatCount(file.added)} items added, ${file.rejected} rows rejected.`)
    .waitFor();
  await latest.first().getByText(`${file.rejected} rejected rows`).click();
  const rejected = latest.first().getByRole('row');
  await rejected.nth(file.rejected).waitFor();
  expect(await rejected.count()).toBe(file.rejected + 1);
  const download = page.waitForEvent('download');
  await latest.first().getByRole('link', { name: 'Download as CSV' }).click();
  const report = await readExportedText(await keepDownload('rejections.csv', await download));
  expect(report.trim().split('\n').length).toBe(file.rejected + 1);

  await chooseFile(page);
  await page.getByRole('button', { name: 'Start import' }).click();
  const again = `0 items added, ${formatCount(file.added)} duplicates left out, ${file.rejected} rows rejected.`;
  await latest.getByText(again).waitFor();
});

test('the lead invites two people by link and opens the project', async () => {
  const { page } = lead;
  await page.goto(`${projectAddress}/people`);
  await page.getByRole('button', { name: 'Invite by link' }).click();
  await page.getByLabel('How many people').fill('2');
  await page.getByRole('button', { name: 'Make the link' }).click();
  invitationLink = await page.getByRole('textbox', { name: 'Invitation link' }).inputValue();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.goto(`${projectAddress}/overview`);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
});

test('two people join and judge twenty tasks each by keyboard alone, while the lead watches', async () => {
  const [first, second] = await Promise.all([join('Ada First'), join('Ben Second')]);
  await lead.page.goto(`${projectAddress}/overview`);

  const [firstHalf, secondHalf] = await Promise.all([judgeSteadily(first), judgeThroughACut(second)]);
  await seeJudged(lead.page, { 'Ada First': 10, 'Ben Second': 10 });
  const [firstRest, secondRest] = await Promise.all([judgeWithSecondThoughts(first), judgeWithASkip(second)]);
  given.first = [...firstHalf, ...firstRest];
  given.second = [...secondHalf, ...secondRest];
  expect([given.first.length, given.second.length]).toEqual([20, 20]);
  // The same page was never loaded again: it follows the work by itself.
  await seeJudged(lead.page, { 'Ada First': 20, 'Ben Second': 20 });
  expect([await first.pointerPresses(), await second.pointerPresses()]).toEqual([0, 0]);
});

test('the lead sees agreement, and the judgments of an item side by side', async () => {
  const { page } = lead;
  await page.goto(`${projectAddress}/overview`);
  const agreement = page.getByRole('region', { name: 'Agreement' });
  await agreement.getByRole('rowheader', { name: /^Overall preference/ }).waitFor();
  await agreement.getByRole('link', { name: '40 judgments' }).waitFor();

  await page.goto(`${projectAddress}/items?state=done`);
  await page.getByRole('table', { name: 'Items' }).getByRole('link').first().click();
  for (const name of ['Ada First', 'Ben Second'])
    await page.getByRole('columnheader', { name: new RegExp(name) }).waitFor();
});

test.each(['JSONL', 'Parquet'])('exports in %s hold exactly what was pressed', async (kind) => {
  const { page } = lead;
  await page.goto(`${projectAddress}/export`);
  const annotations = await exportAs(page, 'Annotations', kind);
  const people = Object.values(
    Object.groupBy(await readExportedRows<AnnotationRow>(annotations), (row) => row.annotator),
  ).map((rows = []) => inItemOrder(rows.map(judgmentInRow)));
  expect(people.length).toBe(2);
  expect(people).toContainEqual(inItemOrder(given.first));
  expect(people).toContainEqual(inItemOrder(given.second));

  const preferences = await exportAs(page, 'TRL preference', kind);
  const rows = await readExportedRows<PreferenceRow>(preferences);
  const expected = expectedPairs([...given.first, ...given.second]);
  expect(inPairOrder(rows.map(pairInRow))).toEqual(inPairOrder(expected));
  expect(expected.length).toBeGreaterThan(5);
});

test('no page met a fault of its own', () => {
  expect(opened.flatMap(({ faults }) => faults)).toEqual([]);
});

async function fillAccount(page: Page, name: string): Promise<void> {
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('E-mail').fill(`${name.split(' ')[0]?.toLowerCase()}@example.org`);
  await page.getByLabel('Password').fill('correct horse battery');
}

async function chooseFile(page: Page): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await chooser).setFiles(file.path);
  await page.getByRole('heading', { name: 'First rows' }).waitFor();
}

/** The bytes are held back until the progress was seen, so that a fast machine shows it too. */
async function seeUploadProgress(page: Page): Promise<void> {
  const bytes = '**/uploads/*/bytes*';
  await page.route(bytes, async (route) => {
    await page.getByRole('progressbar', { name: `Upload of ${file.name}` }).waitFor();
    await route.continue();
  });
  await chooseFile(page);
  await page.unroute(bytes);
  const format = page.getByRole('combobox', { name: 'Format' });
  expect(await format.locator('option:checked').textContent()).toBe('HH-RLHF transcripts');
  await page.getByText('Line 1', { exact: true }).waitFor();
}

/** Another session holds the items for a moment, so that the import is seen under way. */
async function seeImportProgress(page: Page): Promise<void> {
  const holder = await server.services.database.pool.connect();
  try {
    await holder.query('begin');
    await holder.query('lock table items in share mode');
    await page.getByRole('button', { name: 'Start import' }).click();
    await page.getByRole('progressbar', { name: `Import of ${file.name}` }).waitFor();
  } finally {
    await holder.query('rollback');
    holder.release();
  }
}

async function readExportedText(exported: ExportedFile): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  return readFile(exported.path, 'utf8');
}

interface Annotator extends OpenedPage {
  readonly pointerPresses: () => Promise<number>;
}

/** Follows the link, makes an account and goes to the first task, all by keys. */
async function join(name: string): Promise<Annotator> {
  const one = await open();
  const { page } = one;
  const pointerPresses = await watchPointer(page);
  await page.goto(invitationLink);
  await page.getByRole('heading', { name: 'Join Harmless base' }).waitFor();
  await page.getByLabel('Name').focus();
  const email = `${name.split(' ')[0]?.toLowerCase()}@example.org`;
  await pressAll(page, [`type:${name}`, 'Tab', `type:${email}`, 'Tab', 'type:a good long password', 'Enter']);
  await page.getByRole('link', { name: 'Start judging' }).waitFor();
  await tabTo(page, /^Start judging$/);
  await page.getByRole('article', { name: 'Response A' }).waitFor();
  // Source text, so that what is read from the screen is what stands in the file.
  await page.keyboard.press('v');
  return { ...one, pointerPresses };
}

async function judgeSteadily({ page }: Annotator): Promise<GivenJudgment[]> {
  const done: GivenJudgment[] = [];
  for (const planned of planJudgments(10, 0)) done.push(await judge(page, planned));
  await waitUntilSaved(page);
  return done;
}

/** Judges on while the network is away; before that, one answer of the server is lost on its way back. */
async function judgeThroughACut({ page, context }: Annotator): Promise<GivenJudgment[]> {
  const done: GivenJudgment[] = [];
  const plans = planJudgments(10, 3);
  await page.route('**/submission', loseAnswer, { times: 1 });
  for (const planned of plans.slice(0, 4)) done.push(await judge(page, planned));
  await waitUntilSaved(page);

  await context.setOffline(true);
  for (const planned of plans.slice(4, 7)) done.push(await judge(page, planned));
  await page.getByRole('status').filter({ hasText: '3 waiting, offline' }).waitFor();
  await page.getByText('What you judged is kept in this browser').waitFor();
  expect(await readTask(page)).toBeNull();
  const sent: string[] = [];
  page.on('request', (request: Request) => {
    if (request.url().endsWith('/submission')) sent.push(request.url());
  });
  await context.setOffline(false);
  await waitUntilSaved(page);
  expect(new Set(sent).size).toBe(3);

  for (const planned of plans.slice(7)) done.push(await judge(page, planned));
  await waitUntilSaved(page);
  return done;
}

async function loseAnswer(route: Parameters<Parameters<Page['route']>[1]>[0]): Promise<void> {
  await route.fetch();
  await route.abort('connectionreset');
}

/** Reloads over a draft, and changes a judgment that was sent. */
async function judgeWithSecondThoughts({ page }: Annotator): Promise<GivenJudgment[]> {
  const done: GivenJudgment[] = [];
  const plans = planJudgments(10, 4);
  const [withDraft, ...rest] = plans;
  if (withDraft === undefined) return done;
  const drafted = await answer(page, withDraft);
  await waitUntilSaved(page);
  await page.reload();
  await page.getByRole('article', { name: 'Response A' }).waitFor();
  await page.keyboard.press('v');
  expect(await page.getByRole('textbox', { name: 'Why?' }).inputValue()).toBe(drafted.justification);
  const chosen = page
    .getByRole('radiogroup', { name: 'Overall preference' })
    .getByRole('radio', { checked: true });
  expect(await chosen.getAttribute('aria-label')).toMatch(/^A: .* \(3\)$/);
  await page.keyboard.press('Enter');
  await waitForNext(page, drafted.task);
  done.push(drafted);

  for (const planned of rest) done.push(await judge(page, planned));
  await waitUntilSaved(page);
  done.push(await changeLast(page, done));
  return done;
}

/** Brings the last judgment back and replaces it by its opposite. */
async function changeLast(page: Page, done: GivenJudgment[]): Promise<GivenJudgment> {
  const last = done.pop();
  if (last === undefined) throw new Error('Nothing was judged yet.');
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: 'Replace' }).waitFor();
  const task = await readTask(page);
  expect(task && nameOfTask(task)).toBe(nameOfTask(last.task));
  await pressAll(page, ['ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp', '7', 'Enter']);
  await page.getByRole('button', { name: 'Submit' }).waitFor();
  await waitUntilSaved(page);
  return { ...last, overall: { side: 'B', strength: 3 } };
}

async function judgeWithASkip({ page }: Annotator): Promise<GivenJudgment[]> {
  const done: GivenJudgment[] = [];
  const plans = planJudgments(10, 8);
  for (const planned of plans.slice(0, 5)) done.push(await judge(page, planned));
  const skipped = await readTask(page);
  await page.keyboard.press('s');
  await page.getByRole('dialog', { name: 'Skip this task' }).waitFor();
  await pressAll(page, ['2', 'Enter']);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  if (skipped !== null) await waitForNext(page, skipped);
  for (const planned of plans.slice(5)) done.push(await judge(page, planned));
  await waitUntilSaved(page);
  return done;
}

async function seeJudged(page: Page, counts: Readonly<Record<string, number>>): Promise<void> {
  const people = page.getByRole('table', { name: 'People' });
  for (const [name, count] of Object.entries(counts)) {
    const cell = people.getByRole('row', { name }).getByRole('cell').nth(1);
    await cell.filter({ hasText: new RegExp(`^${count}$`) }).waitFor();
  }
}

/** Chooses a format in the sentence, exports, and takes every file. */
async function exportAs(page: Page, format: string, kind: string): Promise<ExportedFile[]> {
  await page.getByRole('combobox', { name: 'Format' }).selectOption({ label: format });
  await page.getByRole('combobox', { name: 'Kind of file' }).selectOption({ label: kind });
  const started = page.waitForResponse(
    (response) => response.url().endsWith('/exports') && response.request().method() === 'POST',
  );
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  expect((await started).ok()).toBe(true);
  const latest = page.getByRole('region', { name: 'Latest export' });
  await latest.getByRole('heading', { name: `${format} in ${kind}` }).waitFor();
  await latest.getByText('Done', { exact: true }).waitFor();
  const links = latest.getByRole('table', { name: 'Files' }).getByRole('link');
  await links.first().waitFor();
  const files: ExportedFile[] = [];
  for (const link of await links.all()) {
    const download = page.waitForEvent('download');
    await link.click();
    files.push(await keepDownload((await link.textContent())?.trim() ?? '', await download));
  }
  await checkHashes(files);
  return files;
}

/** What the manifest says of each data file is what was downloaded. */
async function checkHashes(files: readonly ExportedFile[]): Promise<void> {
  const manifest = files.find(({ name }) => name === 'manifest.json');
  if (manifest === undefined)
    throw new Error(`No manifest among ${files.map(({ name }) => name).join(', ')}.`);
  const listed = JSON.parse(await readExportedText(manifest)) as {
    readonly files: readonly { readonly path: string; readonly sha256: string }[];
  };
  const hashes = new Map(files.map((one) => [one.name, hashOfFile(one)]));
  expect(listed.files.map(({ path }) => hashes.get(path))).toEqual(listed.files.map(({ sha256 }) => sha256));
}
