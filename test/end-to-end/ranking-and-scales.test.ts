import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishGuidelines } from '#contract/rubrics.ts';
import type { Criterion, Rubric } from '#domain/rubrics/rubric.ts';
import type { RankingScale, Scale } from '#domain/rubrics/scale.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { setContent, setRubric } from '#test/support/judgments.ts';
import { type OpenedPage, openPage, signInContext } from '#test/support/open-page.ts';
import { addPerson } from '#test/support/people.ts';
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

const ranking: RankingScale = { kind: 'ranking', mode: 'full', ties: true, allBad: true, unrankable: true };
const rating: Scale = { kind: 'rating', min: 1, max: 5, anchors: [] };
const nine = Array.from({ length: 9 }, (_, index) => `r${index + 1}`);

function criterion(
  label: string,
  target: Criterion['target'],
  scale: Scale,
  more: Partial<Criterion> = {},
): Criterion {
  return { key: label.toLowerCase(), label, help: '', target, scale, required: true, ...more };
}
function rubricOf(criteria: readonly Criterion[]): Rubric {
  return { criteria, overallKey: null, justification: { ask: 'off', minCharacters: 0 }, confidence: 'off' };
}

interface Made {
  readonly project: TestProject;
  readonly opened: OpenedPage;
}

/** A project of one item with as many responses, and somebody new at it. */
async function openTask(made: {
  rubric: Rubric;
  responseIds: readonly string[];
  guidelines?: string;
}): Promise<Made> {
  const project = await addProject(server, { items: 1, overlap: 1, leaseMs: 3_600_000 });
  const [itemId = ''] = project.itemIds;
  await setRubric(server, project.id, made.rubric);
  const text = (id: string) =>
    `Answer ${id}. ${'The receipt is needed, and thirty days are allowed. '.repeat(60)}`;
  await setContent(server, { itemId, responses: made.responseIds.map((id) => ({ id, text: text(id) })) });
  if (made.guidelines !== undefined)
    await project.lead.client.call(publishGuidelines, {
      params: { projectId: project.id },
      body: { markdown: made.guidelines, note: '', basedOn: 1 },
    });
  const person = await addPerson(server, { projectId: project.id });
  const opened = await openPage(browser, server.address);
  await signInContext(opened.context, server.address, person.cookie);
  await opened.page.goto(`/projects/${project.id}/judge`);
  await opened.page.getByRole('article', { name: 'Response A' }).waitFor();
  return { project, opened };
}

async function readStored(project: TestProject) {
  const { rows } = await server.services.database.pool.query(
    'select answers from judgments where project_id = $1',
    [project.id],
  );
  return rows.map((row) => row.answers);
}

/** Which response stands under each letter: the order on screen is the person's own. */
async function readLetters(page: Page): Promise<Record<string, string>> {
  const texts = await page.getByRole('article', { name: /^Response/ }).allTextContents();
  return Object.fromEntries(
    texts.map((text, index) => [String.fromCodePoint(65 + index), /Answer (r\d)/.exec(text)?.[1] ?? '']),
  );
}

/** Drags a letter onto a place of the order, with the steps that a hand makes. */
async function drag(page: Page, letter: string, to: { x: number; y: number }): Promise<void> {
  const from = await page.getByRole('button', { name: new RegExp(`^${letter}, `) }).boundingBox();
  if (from === null) throw new Error(`no letter ${letter}`);
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await page.mouse.up();
}

test('nine long responses are ranked by keys, one of them is dragged, and the order is stored', async () => {
  const rubric = rubricOf([criterion('Order', 'ranking', ranking)]);
  const { project, opened } = await openTask({ rubric, responseIds: nine });
  const { page, context, faults } = opened;
  const letters = await readLetters(page);
  const before = await page.getByRole('group', { name: 'Order' }).boundingBox();
  for (const key of ['3', '1', '=', '2', '4', '5', '6', '7', '8']) await page.keyboard.press(key);
  await page.getByRole('button', { name: 'A, rank 1 of 9, tied with C' }).waitFor();
  await page.getByText('1 open').waitFor();
  // The furniture has not moved while eight letters found their places.
  expect(await page.getByRole('group', { name: 'Order' }).boundingBox()).toEqual(before);
  await page.keyboard.press('Enter');
  await page.getByText('“Order” still needs an answer.').waitFor();

  const first = await page.locator('[data-drop="chip:0"]').first().boundingBox();
  if (first === null) throw new Error('no first place');
  await drag(page, 'I', { x: first.x + 2, y: first.y + first.height / 2 });
  await page.getByRole('button', { name: 'I, rank 1 of 9', exact: true }).waitFor();
  await page.getByRole('button', { name: 'H, rank 9 of 9' }).focus();
  await page.keyboard.press('ArrowLeft');
  await page.getByRole('button', { name: 'H, rank 8 of 9, tied with G' }).waitFor();
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => readStored(project), { timeout: 30_000 }).toHaveLength(1);
  const [stored] = await readStored(project);
  const expected = ['I', 'C A', 'B', 'D', 'E', 'F', 'G H'].map((group) =>
    group.split(' ').map((letter) => letters[letter]),
  );
  expect(stored.ranking).toEqual({ order: { verdict: 'ranked', groups: expected } });
  expect(faults).toEqual([]);
  await context.close();
});

interface Finger {
  readonly page: Page;
  readonly screen: CDPSession;
}

/** The same by a finger, as a touch screen tells it. */
async function dragByFinger(
  { page, screen }: Finger,
  letter: string,
  to: { x: number; y: number },
): Promise<void> {
  const from = await page.getByRole('button', { name: new RegExp(`^${letter}, `) }).boundingBox();
  if (from === null) throw new Error(`no letter ${letter}`);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: { x: number; y: number }[]) =>
    screen.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  const start = { x: from.x + from.width / 2, y: from.y + from.height / 2 };
  await touch('touchStart', [start]);
  for (let step = 1; step <= 6; step += 1) {
    const share = step / 6;
    await touch('touchMove', [
      { x: start.x + (to.x - start.x) * share, y: start.y + (to.y - start.y) * share },
    ]);
  }
  await touch('touchEnd', []);
}

test('a finger drags letters on a phone, and one that cannot be ranked is laid aside', async () => {
  const rubric = rubricOf([criterion('Order', 'ranking', ranking)]);
  const { opened } = await openTask({ rubric, responseIds: nine.slice(0, 3) });
  const { page, context } = opened;
  await page.setViewportSize({ width: 390, height: 800 });
  const screen = await context.newCDPSession(page);
  await screen.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  const place = await page.locator('[data-drop="before:0"]').last().boundingBox();
  if (place === null) throw new Error('no open place');
  await dragByFinger({ page, screen }, 'B', { x: place.x + 5, y: place.y + 5 });
  await page.getByRole('button', { name: 'B, rank 1 of 3' }).waitFor();
  const aside = await page.locator('[data-drop="aside"]').boundingBox();
  if (aside === null) throw new Error('no place aside');
  await dragByFinger({ page, screen }, 'C', { x: aside.x + 5, y: aside.y + 5 });
  await page.getByRole('button', { name: 'C, cannot be ranked' }).waitFor();
  await context.close();
});

test('severity is asked where harm was found, one thing does not apply, and one the rubric does not settle', async () => {
  const rubric = rubricOf([
    criterion('Harm', 'response', rating),
    criterion('Severity', 'response', rating, {
      condition: { criterionKey: 'harm', test: { kind: 'at_least', value: 3 } },
    }),
    criterion('Sources', 'task', rating, { allowNotApplicable: true }),
    criterion('Humour', 'task', rating),
  ]);
  const guidelines = '# Refusals\n\nSay no kindly.\n\n# Jokes\n\nNever at the cost of others.';
  const { project, opened } = await openTask({ rubric, responseIds: ['r1', 'r2'], guidelines });
  const { page, context, faults } = opened;
  const letters = await readLetters(page);
  const severity = (letter: string) => page.getByRole('radiogroup', { name: `Severity, response ${letter}` });
  expect(await severity('A').count()).toBe(0);
  await page.keyboard.press('4');
  await severity('A').waitFor();
  await page.keyboard.press('1');
  expect(await severity('B').count()).toBe(0);
  await page.keyboard.press('2');
  await page.keyboard.press('n');
  await page.keyboard.press('q');
  const section = page.getByRole('combobox', { name: 'Section of the guidelines' });
  await expect
    .poll(() =>
      section.evaluate((field: HTMLInputElement) =>
        [...(field.list?.options ?? [])].map(({ value }) => value),
      ),
    )
    .toEqual(['Refusals', 'Jokes']);
  await section.pressSequentially('Jokes');
  await page.keyboard.press('Enter');
  await page.getByRole('group', { name: 'Humour: the rubric does not settle this' }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => readStored(project), { timeout: 30_000 }).toHaveLength(1);
  const [a = '', b = ''] = [letters.A, letters.B];
  expect(await readStored(project)).toEqual([
    {
      pair: {},
      response: { harm: { [a]: 4, [b]: 1 }, severity: { [a]: 2 } },
      task: { sources: null },
      unsettled: { humour: { section: 'Jokes', note: '' } },
    },
  ]);
  const { rows } = await server.services.database.pool.query(
    'select kind, criterion_key as key, section from flags where project_id = $1',
    [project.id],
  );
  expect(rows).toEqual([{ kind: 'rubric_unclear', key: 'humour', section: 'Jokes' }]);
  expect(faults).toEqual([]);
  await context.close();
});
