import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Client } from '#client/call.ts';
import { createInvitation, createProject, readProject, updateProject } from '#contract/projects.ts';
import { rubricTemplates } from '#domain/rubrics/templates.ts';
import { becomeDemoPerson, clientOf } from '#test/support/demo-deployment.ts';
import type { FakeModelServer } from '#test/support/fake-model-server.ts';
import { importThrough } from '#test/support/imports.ts';
import { openPage } from '#test/support/open-page.ts';
import { prepareCase } from '#test/support/template-cases/prepare-case.ts';
import { pressKeys } from '#test/support/template-cases/press-keys.ts';
import { readSeenTask } from '#test/support/template-cases/seen-task.ts';
import type { TemplateCase } from '#test/support/template-cases/template-case.ts';
import { type JudgingPicture, placesOf } from './judging-picture.ts';

const maxBytes = 150_000;

export interface Studio {
  readonly browser: Browser;
  /** A demo that may call models on this machine. */
  readonly address: string;
  readonly fake: FakeModelServer;
  readonly folder: string;
}

/** Takes a picture of each kind of work, half done. */
export async function takeJudgingPictures(
  studio: Studio,
  pictures: readonly JudgingPicture[],
): Promise<void> {
  mkdirSync(studio.folder, { recursive: true });
  const lead = await openPage(studio.browser, studio.address);
  await becomeDemoPerson(lead.context, studio.address, 'lead');
  const client = await clientOf(lead.context, studio.address);
  for (const picture of pictures) {
    const page = await judgeHalf(studio, client, picture);
    await shoot(page, join(studio.folder, picture.name));
    await page.context().close();
  }
  await lead.context.close();
}

async function judgeHalf(studio: Studio, client: Client, picture: JudgingPicture): Promise<Page> {
  const { browser, fake } = studio;
  const { row, files = [], models = {} } = picture;
  const made: TemplateCase = {
    key: picture.templateKey,
    files,
    models: Object.keys(models),
    tasks: [{ row, sign: '', keys: [], answers: [], rows: {} }],
  };
  const projectId = await openProject(client, picture, async (id) => {
    await prepareCase(made, { client, projectId: id, browser, fake });
    await importThrough({ client }, id, { content: JSON.stringify(row), format: 'tasks' });
  });
  const { width = 1280, height = 720 } = picture;
  const page = await joinAsAnnotator(studio, { client, projectId, size: { width, height } });
  // Asked by the probe of the endpoint before; what is scripted is for the talk.
  for (const [model, replies] of Object.entries(models)) fake.script(model, ...replies);
  await page.goto(`/projects/${projectId}/judge`);
  const { letters } = await readSeenTask(page, made.tasks);
  const places = placesOf(files.length > 0 ? await readFileLetters(page, row) : letters);
  await page.waitForFunction(() => document.activeElement !== document.body);
  await pressKeys(page, picture.keys(places));
  await page
    .getByRole('status')
    .filter({ hasText: /^saved$/ })
    .waitFor();
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  return page;
}

/** The letters of responses that are files: they have no words to know them by. */
async function readFileLetters(page: Page, row: object): Promise<string[]> {
  const { responses = [] } = row as { responses?: readonly { attachments: readonly { alt: string }[] }[] };
  return Promise.all(
    responses.map(async ({ attachments: [file] }) => {
      const own = page.getByRole('region', { name: file?.alt ?? '', exact: true });
      const article = page.getByRole('article', { name: /^Response/ }).filter({ has: own });
      return (await article.getAttribute('aria-label'))?.at(-1) ?? '';
    }),
  );
}

async function openProject(
  client: Client,
  { templateKey, rubric, project }: JudgingPicture,
  fill: (projectId: string) => Promise<void>,
): Promise<string> {
  const template = rubricTemplates.find(({ key }) => key === templateKey);
  const name = project ?? template?.name ?? templateKey;
  const { id } = await client.call(createProject, {
    body: { name, overlap: 1, ...(rubric ? { rubric } : { templateKey }) },
  });
  const params = { projectId: id };
  await fill(id);
  const { revision } = await client.call(readProject, { params });
  await client.call(updateProject, { params, body: { revision, state: 'open' } });
  return id;
}

/** A new annotator, by the lead's link. */
async function joinAsAnnotator(
  { browser, address }: Studio,
  to: { client: Client; projectId: string; size: Parameters<typeof openPage>[2] },
): Promise<Page> {
  const params = { projectId: to.projectId };
  const { token } = await to.client.call(createInvitation, { params, body: { roles: ['annotator'] } });
  const { context, page } = await openPage(browser, address, to.size);
  const newPerson = {
    name: 'Ada Lind',
    email: `${crypto.randomUUID()}@example.org`,
    password: crypto.randomUUID(),
  };
  const answer = await context.request.post(`${address}/api/v1/invitations/${token}/acceptance`, {
    data: { newPerson },
    headers: { origin: address },
  });
  if (!answer.ok()) throw new Error(`Nobody could join: ${await answer.text()}`);
  return page;
}

async function shoot(page: Page, file: string): Promise<void> {
  const path = `${file}.png`;
  await page.screenshot({ path, animations: 'disabled', scale: 'css' });
  const bytes = statSync(path).size;
  console.log(`${path} ${Math.round(bytes / 1000)} kB`);
  if (bytes > maxBytes) throw new Error(`${path} is larger than ${maxBytes / 1000} kB: show less.`);
}
