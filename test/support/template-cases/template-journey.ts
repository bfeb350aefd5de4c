import type { Page } from 'playwright-core';
import { caseFile } from './prepare-case.ts';
import { pressKeys } from './press-keys.ts';
import { readSeenTask, type SeenTask } from './seen-task.ts';
import type { TemplateCase } from './template-case.ts';

/** Makes a project from a template by keys: looks it up by its name, gives the project a name, and sends the form. */
export async function createByKeys(page: Page, template: { name: string }): Promise<string> {
  await page.goto('/projects/new');
  await page.getByRole('searchbox', { name: 'Search templates' }).focus();
  await pressKeys(page, [`type:${template.name}`, 'Enter', 'tab:Name', `type:${template.name}`, 'Enter']);
  await page.getByRole('heading', { name: `Set up ${template.name}` }).waitFor();
  return new URL(page.url()).pathname.split('/')[2] ?? '';
}

/** Imports the tasks of a case: the file is recognised, looked at and taken. */
export async function importByKeys(
  page: Page,
  { projectId, made }: { projectId: string; made: TemplateCase },
) {
  await page.goto(`/projects/${projectId}/import`);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).press('Enter');
  await (await chooser).setFiles({
    name: `${made.key}.jsonl`,
    mimeType: 'application/json',
    buffer: Buffer.from(caseFile(made)),
  });
  await page.getByRole('heading', { name: 'First rows' }).waitFor();
  await page.getByRole('button', { name: 'Start import' }).press('Enter');
  await page.getByText(`${made.tasks.length} items added`).waitFor();
}

export async function openByKeys(page: Page, projectId: string): Promise<void> {
  await page.goto(`/projects/${projectId}/overview`);
  await page.getByRole('button', { name: 'Open', exact: true }).press('Enter');
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
}

/** Judges every task of a case as a person would, by keys alone, and says what stood on screen. */
export async function judgeByKeys(
  page: Page,
  { projectId, made }: { projectId: string; made: TemplateCase },
) {
  await page.goto(`/projects/${projectId}/judge`);
  const seen: SeenTask[] = [];
  let left = [...made.tasks];
  while (left.length > 0) {
    const before = await readSeenTask(page, left);
    await waitForFocus(page);
    await pressKeys(page, before.task.keys);
    // Models have names only once they have answered.
    seen.push(await readSeenTask(page, [before.task]));
    left = left.filter((task) => task !== before.task);
    const sent = page.waitForResponse((response) => response.url().endsWith('/submission'));
    await page.keyboard.press('Enter');
    await sent;
    await page.locator('[data-shown]').filter({ hasText: before.task.sign }).waitFor({ state: 'detached' });
  }
  await page.getByRole('heading', { name: 'Nothing left for you here' }).waitFor();
  return seen;
}

/** A person begins once the screen has put the focus where keys speak to the first question. */
async function waitForFocus(page: Page): Promise<void> {
  await page.waitForFunction(() => document.activeElement !== document.body);
}
