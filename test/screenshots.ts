/**
 * Takes the pictures of README and guides: `npm run screenshots`, or some of them: `npm run screenshots -- overview live_chat`.
 * A demo of its own, on a temporary folder.
 */
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { overallQuality } from '#seeds/demo/demo-prompt.ts';
import { readPrompts } from '#seeds/demo/read-content.ts';
import { launchBrowser } from './support/browser.ts';
import { becomeDemoPerson, clientOf, findDemoProject, startDemo } from './support/demo-deployment.ts';
import { startFakeModelServer } from './support/fake-model-server.ts';
import { lettersOf, readTask, waitForNext, waitUntilSaved } from './support/judge-by-keyboard.ts';
import { judgingPictures } from './support/judging-pictures/judging-pictures.ts';
import { takeJudgingPictures } from './support/judging-pictures/take-judging-pictures.ts';
import { openPage } from './support/open-page.ts';

const folder = join(import.meta.dirname, '../docs/images');
const maxBytes = 300_000;

interface Picture {
  readonly name: string;
  readonly person: 'second-annotator' | 'lead';
  /** Below the project's address. */
  readonly path: string;
  readonly theme?: 'dark';
  readonly size?: { readonly width: number; readonly height: number };
  /** Brings the page into the state that is worth a picture. */
  readonly prepare: (page: Page) => Promise<void>;
}

/** What the pictures may show being judged: everyday texts; who is given which differs from run to run. */
const pictured =
  /type 1 and type 2 diabetes|own garden shed|renames all|debounce|leap year|decaf coffee|Which mountain|last commit|landlord|Westphalia|Monty Hall/;

async function answerHalf(page: Page): Promise<void> {
  const conversation = page.getByRole('region', { name: 'Conversation' });
  await conversation.waitFor();
  await page.getByRole('button', { name: 'Understood' }).click();
  for (let skips = 0; skips < 40 && !pictured.test(await conversation.innerText()); skips += 1) {
    const task = await readTask(page);
    await page.keyboard.press('s');
    await page.getByRole('dialog', { name: 'Skip this task' }).waitFor();
    await page.keyboard.press('Enter');
    if (task !== null) await waitForNext(page, task);
  }
  const overall = page.getByRole('radiogroup', { name: 'Overall preference' });
  if ((await overall.getByRole('radio', { checked: true }).count()) === 0) {
    for (const key of (await isFirstBetter(page)) ? ['2', '3'] : ['6', '5']) await page.keyboard.press(key);
  }
  await waitUntilSaved(page);
}

/** Numbers of lists are drawn, not written, so only letters are compared. */
const wordsOf = (text: string) => lettersOf(text).replaceAll(/\d/g, '');

/** A picture must not praise the wrong answer: the demo knows how good each of its responses is. */
async function isFirstBetter(page: Page): Promise<boolean> {
  const responses = readPrompts().flatMap((prompt) => prompt.responses);
  const task = await readTask(page);
  const qualityOf = (seen: string | undefined) => {
    const response = responses.find(({ text }) => wordsOf(text) === wordsOf(seen ?? ''));
    return response === undefined ? 0 : overallQuality(response);
  };
  return qualityOf(task?.a) > qualityOf(task?.b);
}

async function startExport(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('region', { name: 'Latest export' }).getByText('Done', { exact: true }).waitFor();
}

async function chooseFile(page: Page): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  const rows = [
    [
      'How do I keep basil alive on a windowsill?',
      'Sun, and water when the soil is dry.',
      'Put it in a dark cupboard.',
    ],
    ['What is the capital of Australia?', 'Canberra.', 'Sydney, the largest city.'],
  ];
  const lines = rows.map(([question, chosen, rejected]) =>
    JSON.stringify({
      chosen: `\n\nHuman: ${question}\n\nAssistant: ${chosen}`,
      rejected: `\n\nHuman: ${question}\n\nAssistant: ${rejected}`,
    }),
  );
  const file = {
    name: 'everyday.jsonl',
    mimeType: 'application/json',
    buffer: Buffer.from(lines.join('\n')),
  };
  await (await chooser).setFiles(file);
  await page.getByRole('heading', { name: 'First rows' }).waitFor();
}

const settle = async (page: Page): Promise<void> => {
  await page.getByRole('heading').first().waitFor();
};

async function openPerson(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Grace Lindqvist', exact: true }).last().click();
  await page.getByRole('heading', { name: 'At a glance' }).waitFor();
}

const pictures: readonly Picture[] = [
  { name: 'overview', person: 'lead', path: '/overview', prepare: settle },
  {
    name: 'person',
    person: 'lead',
    path: '/quality/people',
    size: { width: 1280, height: 1100 },
    prepare: openPerson,
  },
  { name: 'rubric', person: 'lead', path: '/rubric', prepare: settle },
  { name: 'import', person: 'lead', path: '/import', prepare: chooseFile },
  { name: 'export', person: 'lead', path: '/export', prepare: startExport },
  { name: 'judging', person: 'second-annotator', path: '/judge', prepare: answerHalf },
  { name: 'judging-dark', person: 'second-annotator', path: '/judge', theme: 'dark', prepare: answerHalf },
  {
    name: 'judging-phone',
    person: 'second-annotator',
    path: '/judge',
    size: { width: 390, height: 800 },
    prepare: answerHalf,
  },
];

async function take(browser: Browser, address: string, picture: Picture): Promise<void> {
  const { name, person, path, theme = 'light', size = { width: 1280, height: 800 } } = picture;
  const { context, page } = await openPage(browser, address, size);
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await becomeDemoPerson(context, address, person);
  const { id } = await findDemoProject(await clientOf(context, address));
  await page.goto(`/projects/${id}${path}`);
  await picture.prepare(page);
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  const file = join(folder, `${name}.png`);
  await page.screenshot({ path: file, animations: 'disabled', scale: 'css' });
  const bytes = statSync(file).size;
  console.log(`${name}.png ${Math.round(bytes / 1000)} kB`);
  if (bytes > maxBytes) throw new Error(`${name}.png is larger than ${maxBytes / 1000} kB: show less.`);
  await context.close();
}

const wanted = process.argv.slice(2);
const names = [...pictures, ...judgingPictures].map(({ name }) => name);
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0)
  throw new Error(`There is no picture called ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
const isWanted = ({ name }: { readonly name: string }) => wanted.length === 0 || wanted.includes(name);

mkdirSync(folder, { recursive: true });
const fake = await startFakeModelServer();
const demo = await startDemo({ PLUMBLINE_MODEL_HOSTS: '127.0.0.1' });
const browser = await launchBrowser();
try {
  for (const picture of pictures.filter(isWanted)) await take(browser, demo.address, picture);
  const studio = { browser, address: demo.address, fake, folder: join(folder, 'judging') };
  await takeJudgingPictures(studio, judgingPictures.filter(isWanted));
} finally {
  await browser.close();
  await demo.stop();
  await fake.stop();
}
