import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listPrecedents, readAdjudication } from '#contract/adjudication.ts';
import { submitJudgment, takeHand } from '#contract/judging.ts';
import { readItem } from '#contract/results.ts';
import { readReviewFigures } from '#contract/review-figures.ts';
import { launchBrowser } from '#test/support/browser.ts';
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
  const opened = await openPage(browser, server.address);
  await signInContext(opened.context, server.address, person.cookie);
  await opened.page.goto(path);
  return opened;
}

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Judges so many tasks, all for the response on the left. */
async function judgeAll(page: Page, tasks: number): Promise<void> {
  for (let done = 0; done < tasks; done += 1) {
    await page.getByRole('article', { name: 'Response A' }).waitFor();
    await press(page, 'ArrowLeft', 'Enter');
    await page
      .getByText(`${done + 1} today`)
      .first()
      .waitFor();
  }
}

/** Judges so many tasks and prefers what the first judgment of the item did not: left and right differ from person to person. */
async function judgeAgainst({ id, lead }: TestProject, person: TestPerson, tasks: number): Promise<void> {
  for (let done = 0; done < tasks; done += 1) {
    const params = { projectId: id };
    const { assignments } = await person.client.call(takeHand, { params, body: { size: 1 } });
    const [task] = assignments;
    if (!task) throw new Error('There is no task left.');
    const item = await lead.client.call(readItem, { params: { ...params, itemId: task.itemId } });
    const theirs = item.judgments[0]?.answers.pair['overall'];
    const responseId = theirs?.verdict === 'prefers' && theirs.responseId === 'r1' ? 'r2' : 'r1';
    const answers = validAnswers({ verdict: 'prefers', responseId, strength: 3 });
    await person.client.call(submitJudgment, {
      params: { ...params, assignmentId: task.assignmentId },
      body: { clientId: randomUUID(), answers, activeMs: 30_000 },
    });
  }
}

test('a lead has work reviewed, a reviewer accepts, fixes and returns, the author disputes, and an item is settled', async () => {
  const project = await addProject(server, { items: 4, overlap: 2, leaseMs: 3_600_000 });
  const params = { projectId: project.id };
  const ada = await addPerson(server, { projectId: project.id, name: 'Ada' });
  const ben = await addPerson(server, { projectId: project.id, name: 'Ben' });
  const rita = await addPerson(server, { projectId: project.id, name: 'Rita', roles: ['reviewer'] });
  const at = (path: string) => `/projects/${project.id}/${path}`;

  const lead = await openAs(project.lead, at('review'));
  await lead.page.getByRole('switch', { name: 'Review judgments in this project' }).press('Space');
  await lead.page.getByLabel('Looked at by a second reviewer, percent').fill('0');
  await lead.page.getByRole('button', { name: 'Save plan' }).press('Enter');
  await lead.page.getByText('Review plan saved.').first().waitFor();

  const author = await openAs(ada, at('judge'));
  await judgeAll(author.page, 3);

  const reviewer = await openAs(rita, at('reviewing'));
  const looked = (count: number) => reviewer.page.getByText(`${count} reviewed today`).waitFor();
  await reviewer.page.getByRole('article', { name: 'Response A' }).waitFor();
  await press(reviewer.page, '1', 'a');
  await looked(1);
  await press(reviewer.page, 'e');
  await reviewer.page.getByRole('button', { name: 'Save correction' }).waitFor();
  await press(reviewer.page, 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter');
  await looked(2);
  await press(reviewer.page, 'r');
  await reviewer.page.getByLabel('What should they look at?').fill('The first one contradicts itself.');
  await press(reviewer.page, 'Control+Enter');
  await looked(3);

  await author.page.goto(at('returned'));
  await author.page.getByText('The first one contradicts itself.').waitFor();
  await author.page.getByRole('link', { name: 'Look or dispute' }).press('Enter');
  await author.page.getByRole('button', { name: 'Dispute' }).waitFor();
  await press(author.page, 'o');
  await author.page.getByLabel('Why does your judgment stand?').fill('The guidelines say so.');
  await press(author.page, 'Control+Enter');
  await author.page.getByText('The guidelines say so.').waitFor();

  await lead.page.goto(at('reviewing'));
  await lead.page.getByText('The guidelines say so.').waitFor();
  await press(lead.page, 'a');
  await lead.page.getByText('1 reviewed today').waitFor();
  const { reviewers } = await project.lead.client.call(readReviewFigures, { params });
  const ritas = reviewers.find(({ personId }) => personId === rita.id);
  expect(ritas).toMatchObject({ decisions: 3, accepted: { value: 1 / 3 }, overturned: { value: 1, n: 1 } });
  await lead.page.goto(at('review'));
  await lead.page.getByRole('table', { name: 'How reviewers decide' }).getByText('Rita').waitFor();

  await judgeAgainst(project, ben, 3);
  const other = await openAs(ben, at('judge'));
  await lead.page.goto(at('adjudication'));
  const table = lead.page.getByRole('table', { name: 'Items on which people differ' });
  await table.getByRole('link').first().press('Enter');
  await lead.page.getByRole('button', { name: 'Settle and go on' }).waitFor();
  const itemId = new URL(lead.page.url()).pathname.split('/').at(-1) ?? '';
  await press(lead.page, '2', 'g');
  await lead.page.getByRole('checkbox', { name: /^Make it gold/ }).press('Space');
  await lead.page.getByRole('checkbox', { name: /^Keep as a precedent/ }).press('Space');
  await lead.page.getByLabel('In words').fill('Of two right answers the shorter one wins.');
  await press(lead.page, 'Control+Enter');
  await lead.page.getByText('Settled.').first().waitFor();

  const item = { ...params, itemId };
  const { current } = await project.lead.client.call(readAdjudication, { params: item });
  expect(current).toMatchObject({ cause: 'guideline_gap', outcomes: ['gold', 'precedent'] });
  expect((await project.lead.client.call(readItem, { params: item })).gold?.answers.pair).toEqual(
    current?.answers?.pair,
  );
  const { precedents } = await project.lead.client.call(listPrecedents, { params });
  expect(precedents).toHaveLength(1);

  await other.page.goto(at('judge'));
  await other.page.getByRole('article', { name: 'Response A' }).waitFor();
  await press(other.page, 'g');
  await other.page.getByRole('button', { name: 'Show precedents' }).press('Enter');
  await other.page.getByText('Of two right answers the shorter one wins.').waitFor();

  const all = [lead, author, reviewer, other];
  expect(all.flatMap(({ faults }) => faults)).toEqual([]);
  await Promise.all(all.map(({ context }) => context.close()));
}, 300_000);
