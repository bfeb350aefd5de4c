import type { Browser, Page, Response } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveGoldItem, setGoldState } from '#contract/gold.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { judge, waitUntilSaved } from '#test/support/judge-by-keyboard.ts';
import { openPage, signInContext } from '#test/support/open-page.ts';
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

async function openAs(person: TestPerson, path: string) {
  const size = { width: 1440, height: 900 };
  const opened = await openPage(browser, server.address, size, { serviceWorkers: 'allow' });
  await signInContext(opened.context, server.address, person.cookie);
  await opened.page.goto(path);
  return opened;
}

/** Makes an item gold on its own page: the first response is better, and training says why. */
async function makeTrainingGold(page: Page, project: TestProject, itemId: string): Promise<void> {
  await page.goto(`/projects/${project.id}/items/${itemId}`);
  await page.getByRole('button', { name: 'Set by hand' }).click();
  const answer = page.getByRole('dialog', { name: 'Gold answer' });
  await answer.getByLabel('Overall preference').selectOption({ label: 'Response 1 by 2, Better' });
  await answer.getByRole('button', { name: 'Set gold answer' }).click();
  await page.getByRole('button', { name: 'Change' }).waitFor();
  await page.getByRole('link', { name: 'Gold', exact: true }).first().click();
  await page.getByRole('button', { name: 'Edit' }).click();
  const about = page.getByRole('dialog', { name: 'Gold' });
  await about.getByLabel('Purpose').selectOption({ label: 'Training' });
  await about.getByLabel('Concepts').fill('length bias');
  await about.getByLabel('Why it is right').first().fill('The longer one only repeats the question.');
  await about.getByRole('button', { name: 'Save' }).click();
  await about.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Serve', exact: true }).click();
  await page.getByText('1 gold changed.').waitFor();
}

async function serveGold(page: Page): Promise<void> {
  await page.getByLabel('First tasks of a person').fill('1');
  await page.getByLabel('Those are').selectOption({ label: 'Training' });
  await page.getByLabel('Later, percent of all tasks').fill('50');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.').waitFor();
}

/** What a task looks like, without what it says: digits, and which response stands on which side. */
const formOf = (text: string) => text.replaceAll(/First|Second/g, 'One').replaceAll(/\d+/g, '#');

/** Judges for the first response, wherever it stands; with `isWrong` against it. */
async function judgeOne(page: Page, { isWrong = false } = {}): Promise<string> {
  const left = page.getByRole('article', { name: 'Response A' });
  await left.waitFor();
  const form = formOf(await page.locator('main').innerText());
  const isFirstLeft = ((await left.textContent()) ?? '').includes('First answer');
  await judge(page, {
    keys: [isFirstLeft === isWrong ? '6' : '2'],
    overall: { side: isFirstLeft === isWrong ? 'B' : 'A', strength: 2 },
  });
  return form;
}

/** All that the browser keeps of a page: its storages, its database, and what the service worker has for an absent network. */
function readKept(page: Page): Promise<{ texts: string[]; cached: string[] }> {
  return page.evaluate(async () => {
    const settle = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const texts = [localStorage, sessionStorage].flatMap((kept) =>
      Array.from({ length: kept.length }, (_, at) => `${kept.key(at)}=${kept.getItem(kept.key(at) ?? '')}`),
    );
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await settle(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const all = await settle(database.transaction(store).objectStore(store).getAll());
        texts.push(...all.map((each) => JSON.stringify(each)));
      }
      database.close();
    }
    const cached: string[] = [];
    for (const name of await caches.keys())
      cached.push(...(await (await caches.open(name)).keys()).map(({ url }) => url));
    return { texts, cached };
  });
}

/** The keys of every object in it that holds a task. */
function formsOfTasks(kept: unknown): string[] {
  if (typeof kept === 'string' && /^[[{]/.test(kept)) return formsOfTasks(JSON.parse(kept));
  if (typeof kept !== 'object' || kept === null) return [];
  const own = 'assignmentId' in kept && 'prompt' in kept ? [Object.keys(kept).toSorted().join()] : [];
  return [...own, ...Object.values(kept).flatMap(formsOfTasks)];
}

/** What the tasks of a person were, in the order in which they were judged. */
async function purposesOf(project: TestProject, person: TestPerson): Promise<(string | null)[]> {
  const result = await server.services.database.pool.query<{ purpose: string | null }>(
    `select gold_purpose as purpose from assignments where project_id = $1 and annotator_id = $2 and state = 'submitted' order by finished_at`,
    [project.id, person.id],
  );
  return result.rows.map(({ purpose }) => purpose);
}

test('a lead makes gold and serves it; an annotator gets it without being able to tell, and learns from training', async () => {
  const project = await addProject(server, { items: 60, leaseMs: 3_600_000 });
  const [training = '', ...rest] = project.itemIds;
  const lead = await openAs(project.lead, `/projects/${project.id}/gold`);
  await makeTrainingGold(lead.page, project, training);
  const tests = rest.slice(10, 34);
  const params = { projectId: project.id };
  for (const itemId of tests)
    await project.lead.client.call(saveGoldItem, {
      params: { ...params, itemId },
      body: { answers: validAnswers() },
    });
  await project.lead.client.call(setGoldState, { params, body: { itemIds: tests, state: 'active' } });
  await serveGold(lead.page);

  const ann = await addPerson(server, { projectId: project.id, name: 'Ann' });
  const desk = await openAs(ann, `/projects/${project.id}/judge`);
  const answers: Promise<string>[] = [];
  const note = (response: Response) => {
    if (response.url().includes('/api/')) answers.push(response.text().catch(() => ''));
  };
  desk.page.on('response', note);
  await judgeOne(desk.page, { isWrong: true });
  const feedback = desk.page.getByRole('region', { name: 'Feedback on a training task' });
  await feedback.getByText('Training: not as expected').waitFor();
  await feedback.getByText('The longer one only repeats the question.').waitFor();
  await desk.page.keyboard.press('Alt+U');
  await feedback.waitFor({ state: 'hidden' });
  // What comes before is training, which says so.
  answers.length = 0;

  const forms: string[] = [];
  for (let turn = 0; turn < 23; turn += 1) forms.push(await judgeOne(desk.page, { isWrong: turn === 22 }));
  await waitUntilSaved(desk.page);
  const purposes = await purposesOf(project, ann);
  expect(purposes[0]).toBe('training');
  // Half of 23, drawn with a key of the deployment: beyond these bounds less than once in 100,000 runs.
  const given = purposes.slice(1).filter((purpose) => purpose === 'test').length;
  expect(given).toBeGreaterThanOrEqual(2);
  expect(given).toBeLessThanOrEqual(21);
  // Two tasks of the same form, gold or not: nothing on the screen tells.
  expect(new Set(forms)).toHaveProperty('size', 1);
  const received = (await Promise.all(answers)).join('\n');
  expect(received).toContain('assignmentId');
  expect(received).not.toMatch(/gold|training|purpose|expected|"hasFeedback":true/i);
  for (const itemId of project.itemIds) expect(received).not.toContain(itemId);

  const kept = await readKept(desk.page);
  expect(kept.texts.length).toBeGreaterThan(0);
  expect(kept.texts.join('\n')).not.toMatch(/gold|training|purpose|expected/i);
  expect(
    new Set(kept.texts.flatMap((text) => formsOfTasks(text.replace(/^[^[{]*/, '')))).size,
  ).toBeLessThanOrEqual(1);
  expect(kept.cached.filter((url) => url.includes('/api/'))).toEqual([]);

  await lead.page.reload();
  const people = lead.page.getByRole('region', { name: 'People on gold' });
  await people.getByRole('row', { name: new RegExp(`Ann .* of ${given}.* 0 of 1`) }).waitFor();
  expect([...lead.faults, ...desk.faults]).toEqual([]);
  await Promise.all([desk.context.close(), lead.context.close()]);
});
