import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { submitJudgment, takeHand } from '#contract/judging.ts';
import { readProject, updateProject } from '#contract/projects.ts';
import type { BodyOf } from '#contract/route.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { startBuildProxy } from '#test/support/build-proxy.ts';
import {
  answer,
  judge,
  pressAll,
  readTask,
  waitForNext,
  waitUntilSaved,
} from '#test/support/judge-by-keyboard.ts';
import { planJudgments } from '#test/support/keyboard-plans.ts';
import { type OpenedPage, openPage, signInContext } from '#test/support/open-page.ts';
import { addPerson, type TestPerson } from '#test/support/people.ts';
import { addProject, type TestProject, validAnswers } from '#test/support/projects.ts';
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

interface AtWork extends OpenedPage {
  readonly project: TestProject;
  readonly person: TestPerson;
}

/** Somebody at their first task, on a device that has everything it needs to go on without a network. */
async function startWork(options: { targetPerDay?: number } = {}): Promise<AtWork> {
  const project = await addProject(server, { items: 8, overlap: 2, leaseMs: 3_600_000 });
  if (options.targetPerDay !== undefined)
    await changeProject(project, { targetPerDay: options.targetPerDay });
  const person = await addPerson(server, { projectId: project.id });
  const opened = await openPage(browser, server.address, undefined, { serviceWorkers: 'allow' });
  await signInContext(opened.context, server.address, person.cookie);
  await openDesk(opened.page, project);
  await opened.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  return { ...opened, project, person };
}

async function openDesk(page: Page, project: TestProject): Promise<void> {
  await page.goto(`/projects/${project.id}/judge`);
  await page.getByRole('article', { name: 'Response A' }).waitFor();
}

type Change = Omit<BodyOf<typeof updateProject>, 'revision'>;

async function changeProject(project: TestProject, change: Change): Promise<void> {
  const params = { projectId: project.id };
  const { revision } = await project.lead.client.call(readProject, { params });
  await project.lead.client.call(updateProject, { params, body: { revision, ...change } });
}

async function listJudgments({ project, person }: AtWork): Promise<{ clientId: string; revision: number }[]> {
  const result = await server.services.database.pool.query<{ clientId: string; revision: number }>(
    'select client_id as "clientId", revision from judgments where project_id = $1 and annotator_id = $2',
    [project.id, person.id],
  );
  return result.rows;
}

const says = (page: Page, text: string | RegExp) =>
  page.getByRole('status').filter({ hasText: text }).first().waitFor();
const notAccepted = (page: Page) => page.getByRole('region', { name: 'Not accepted' });

async function findBarriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

test('three tasks judged offline, with a reload in between, become exactly three judgments', async () => {
  const work = await startWork({ targetPerDay: 80 });
  const { page, context } = work;
  const reports: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) reports.push(message.text());
  });
  const [first, second, third] = planJudgments(3, 0);
  if (first === undefined || second === undefined || third === undefined) throw new Error('too few plans');
  await context.setOffline(true);
  await judge(page, first);
  await says(page, '1 waiting, offline');
  await judge(page, second);
  await says(page, '2 waiting, offline');
  await page.getByText('2 of 80 today').waitFor();
  const { task } = await answer(page, third);

  await page.reload();
  await page.getByRole('article', { name: 'Response A' }).waitFor();
  expect(await readTask(page)).toEqual(task);
  const chosen = page
    .getByRole('radiogroup', { name: 'Overall preference' })
    .getByRole('radio', { checked: true });
  await chosen.waitFor();
  await page.keyboard.press('g');
  await page.getByRole('complementary', { name: 'Guidelines' }).getByRole('heading').first().waitFor();
  await page.keyboard.press('g');
  expect(await findBarriers(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await says(page, '3 waiting, offline');
  await page.getByText('What you judged is kept').waitFor();

  await context.setOffline(false);
  await waitUntilSaved(page);
  await page.getByRole('article', { name: 'Response A' }).waitFor();
  const judgments = await listJudgments(work);
  expect(judgments.map(({ revision }) => revision)).toEqual([1, 1, 1]);
  expect(new Set(judgments.map(({ clientId }) => clientId)).size).toBe(3);
  expect([...work.faults, ...reports]).toEqual([]);
  await context.close();
});

test('a flag raised offline waits in sight, outlives a reload, and reaches the lead once with what was answered', async () => {
  const work = await startWork();
  const { page, context, project } = work;
  await context.setOffline(true);
  await pressAll(page, ['2', 'f']);
  const dialog = page.getByRole('dialog', { name: 'Flag for help' });
  await dialog.waitFor();
  await pressAll(page, ['5', 'Enter']);
  await dialog.waitFor({ state: 'detached' });
  await says(page, '1 waiting, offline');
  await page.getByText('The flag waits on this device').first().waitFor();
  await page.reload();
  await page.getByRole('article', { name: 'Response A' }).waitFor();
  await says(page, '1 waiting, offline');

  await context.setOffline(false);
  await waitUntilSaved(page);
  const { rows } = await server.services.database.pool.query(
    'select kind, answers_so_far as "answersSoFar" from flags where project_id = $1',
    [project.id],
  );
  expect(rows).toMatchObject([{ kind: 'broken', answersSoFar: { pair: { overall: {} } } }]);
  expect(work.faults).toEqual([]);
  await context.close();
});

test('a page that is killed before it could send leaves its judgment to the next one', async () => {
  const work = await startWork();
  const { page, context, project } = work;
  // The request leaves and is never answered, nor does it reach the server.
  const held: Route[] = [];
  await page.route('**/submission', (route) => void held.push(route));
  const [planned] = planJudgments(1, 0);
  if (planned !== undefined) await judge(page, planned);
  await says(page, /^saving$/);
  await expect.poll(() => held.length).toBe(1);
  // A page that closes lets go of what is held: it must not go on to the server then.
  await held[0]?.abort();
  await page.close();
  expect(await listJudgments(work)).toEqual([]);

  const next = await context.newPage();
  await openDesk(next, project);
  await waitUntilSaved(next);
  expect(await listJudgments(work)).toHaveLength(1);
  await context.close();
});

test('two windows share one outbox and go on from task to task together', async () => {
  const work = await startWork();
  const { page, context, project } = work;
  const other = await context.newPage();
  await openDesk(other, project);
  // What reached the server: tries fail by themselves until the network is really back.
  const arrived: string[] = [];
  context.on('response', (response) => {
    if (response.url().endsWith('/submission')) arrived.push(response.url());
  });
  await context.setOffline(true);
  const [first, second] = planJudgments(2, 0);
  if (first === undefined || second === undefined) throw new Error('too few plans');
  const { task } = await judge(page, first);
  await waitForNext(other, task);
  await says(other, 'You finished the last task in another window');
  await judge(other, second);
  await Promise.all([says(page, '2 waiting, offline'), says(other, '2 waiting, offline')]);
  await context.setOffline(false);
  await Promise.all([waitUntilSaved(page), waitUntilSaved(other)]);
  expect(await listJudgments(work)).toHaveLength(2);
  expect([arrived.length, new Set(arrived).size]).toEqual([2, 2]);
  await context.close();
});

/** Judges a task offline and comes back after something else has happened. */
async function comeBackAfter(happened: (work: AtWork) => Promise<void>): Promise<AtWork> {
  const work = await startWork();
  await work.context.setOffline(true);
  const [, , , , planned] = planJudgments(5, 0);
  if (planned !== undefined) await judge(work.page, planned);
  await says(work.page, '1 waiting, offline');
  await happened(work);
  await work.context.setOffline(false);
  await notAccepted(work.page).waitFor();
  return work;
}

test('a judgment that a closed project refused stays readable, and is sent once the project is open again', async () => {
  const work = await comeBackAfter(({ project }) => changeProject(project, { state: 'closed' }));
  const { page, context, project } = work;
  const list = notAccepted(page);
  await list.getByText('The project was closed').waitFor();
  await list.getByText(/^Question/).waitFor();
  await list.getByText('What you answered').click();
  await list.getByText('The other one is wrong, and says so at length.').waitFor();
  expect(await findBarriers(page)).toEqual([]);
  await list.getByRole('button', { name: 'Let it go' }).click();
  await list.waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click();
  await list.waitFor();

  await changeProject(project, { state: 'open' });
  await list.getByRole('button', { name: 'Send it again' }).click();
  await list.waitFor({ state: 'detached' });
  await waitUntilSaved(page);
  expect(await listJudgments(work)).toHaveLength(1);
  await context.close();
});

test('a task that was judged on another device meanwhile is shown, and may replace that judgment', async () => {
  const work = await comeBackAfter(async ({ person, project }) => {
    const params = { projectId: project.id };
    const { assignments } = await person.client.call(takeHand, { params, body: {} });
    const [task] = assignments;
    if (task === undefined) throw new Error('The hand is empty.');
    const body = { clientId: server.services.newId(), answers: validAnswers(), activeMs: 1_000 };
    await person.client.call(submitJudgment, {
      params: { ...params, assignmentId: task.assignmentId },
      body,
    });
  });
  const { page, context } = work;
  await page.getByRole('button', { name: 'Replace my earlier judgment' }).click();
  await notAccepted(page).waitFor({ state: 'detached' });
  await waitUntilSaved(page);
  expect((await listJudgments(work)).map(({ revision }) => revision).sort()).toEqual([1, 2]);
  await context.close();
});

test('home says what waits on this device, and signing out asks before it deletes that', async () => {
  const work = await startWork({ targetPerDay: 5 });
  const { page, context } = work;
  const [first, second] = planJudgments(2, 0);
  if (first === undefined || second === undefined) throw new Error('too few plans');
  await judge(page, first);
  await waitUntilSaved(page);
  await context.setOffline(true);
  await judge(page, second);
  await says(page, '1 waiting, offline');
  await pressAll(page, ['2']);
  await page.getByRole('link', { name: 'Plumbline, home' }).click();
  await page.getByText('You are offline').waitFor();
  await page.getByText('1 waiting on this device').waitFor();
  await page.getByRole('link', { name: 'Go on where you stopped' }).waitFor();
  expect(await findBarriers(page)).toEqual([]);

  // The server takes nothing from this person any more; what waits stays here.
  await page.route('**/submission', (route) => route.abort());
  await context.setOffline(false);
  await page.getByText('2 of 5 today').waitFor();
  await page.getByRole('button', { name: /account of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  const asked = page.getByRole('dialog', { name: 'Not everything is sent' });
  await asked.getByText('1 judgment that waits').waitFor();
  await asked.getByRole('button', { name: 'Stay signed in' }).click();
  await asked.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /account of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await asked.getByRole('button', { name: 'Sign out and delete it' }).click();
  await page.getByRole('heading', { name: /Sign in/ }).waitFor();
  expect(await page.evaluate(keptHere)).toEqual([]);
  await context.close();
});

/** Everything that this device keeps of a person. */
async function keptHere(): Promise<string[]> {
  const databases = await indexedDB.databases();
  const names = databases.map(({ name }) => String(name));
  const person = localStorage.getItem('plumbline/person');
  return person === null ? names : [...names, person];
}

async function withoutStorage(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
  });
}

test('where the browser keeps nothing it says so, and judging works all the same', async () => {
  const work = await startWork();
  const { page, context, project } = work;
  await withoutStorage(context);
  await openDesk(page, project);
  await page.getByText('This browser keeps nothing on this device').waitFor();
  const [planned] = planJudgments(1, 0);
  if (planned !== undefined) await judge(page, planned);
  await waitUntilSaved(page);
  expect(await listJudgments(work)).toHaveLength(1);
  await context.close();
});

test('a newer build is offered quietly, and going over to it keeps what was begun', async () => {
  const proxy = await startBuildProxy(server.address);
  const project = await addProject(server, { items: 3, leaseMs: 3_600_000 });
  const person = await addPerson(server, { projectId: project.id });
  const { page, context } = await openPage(browser, proxy.address, undefined, { serviceWorkers: 'allow' });
  await signInContext(context, proxy.address, person.cookie);
  await openDesk(page, project);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.keyboard.press('2');

  proxy.release('anewerbuild');
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await page.getByText('A newer version is ready.').waitFor();
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Reload' }).click()]);
  const chosen = page
    .getByRole('radiogroup', { name: 'Overall preference' })
    .getByRole('radio', { checked: true });
  await chosen.waitFor();
  expect(await page.getByText('A newer version is ready.').count()).toBe(0);
  expect(await page.evaluate(() => caches.keys())).toContain('plumbline-shell-anewerbuild');
  await context.close();
  await proxy.stop();
});
