/**
 * What a person who judges waits for, in Chromium at 1280 × 800: first-load JavaScript on the judging route, the time
 * from the key press that submits to the next task painted on the demo's pairs, from a key that ranks nine long
 * responses to its paint, and from what opens a task with ten marks to text and marks painted.
 *   npm run bench:web [-- 80 --only pairs|ranking|marks]
 */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '#test/support/browser.ts';
import {
  becomeDemoPerson,
  clientOf,
  findDemoProject,
  raiseOverlap,
  startDemo,
} from '#test/support/demo-deployment.ts';
import { openPage } from '#test/support/open-page.ts';
import { describeMachine, milliseconds, percentile } from './measure.ts';
import { openMarkedTasks } from './open-marked-tasks.ts';
import { rankLongResponses } from './rank-long-responses.ts';
import { listOwnScripts, readPaints, waitForPaint, watchPaints } from './watch-paints.ts';
import type { BenchPlace } from './web-project.ts';
import { type ScriptWeight, weighScripts } from './weigh-scripts.ts';

const { values: args, positionals } = parseArgs({
  options: { only: { type: 'string' } },
  allowPositionals: true,
});
const wantedTasks = Number(positionals[0] ?? '80');
/** Comings into the project; each is followed by two submissions. */
const openings = 21;
/** A person reads before answering; meanwhile the page lays out what comes next. */
const readingMs = 500;

/** A project with enough to judge for one person: the demo's pairs, wanted from more people. */
async function prepareProject(browser: Browser, address: string): Promise<string> {
  const { context } = await openPage(browser, address);
  await becomeDemoPerson(context, address, 'lead');
  const client = await clientOf(context, address);
  const project = await findDemoProject(client);
  await raiseOverlap(client, project, 12);
  await context.close();
  return project.id;
}

async function openJudging(browser: Browser, address: string): Promise<Page> {
  const projectId = await prepareProject(browser, address);
  const { context, page } = await openPage(browser, address);
  await becomeDemoPerson(context, address, 'annotator');
  const weigh = weighScripts(page);
  await watchPaints(page);
  await page.goto(`/projects/${projectId}/judge`);
  await page.waitForLoadState('networkidle');
  const own = new Set(await listOwnScripts(page));
  say('JavaScript of the judging route', await weigh((url) => own.has(url)));
  say('more, for texts with code or formulas', await weigh((url) => !own.has(url)));
  return page;
}

function say(what: string, { gzipBytes, files }: ScriptWeight): void {
  console.log(`${what.padEnd(44)} ${(gzipBytes / 1000).toFixed(1)} kB gzip in ${files} files`);
}

async function judgeOne(page: Page, index: number): Promise<boolean> {
  await page.waitForTimeout(readingMs);
  await page.keyboard.press(['2', '6', 'ArrowLeft', '4', '7'][index % 5] ?? '4');
  const before = await readPaints(page);
  await page.keyboard.press('Enter');
  return waitForPaint(page, before);
}

function sayTimes(what: string, times: readonly number[]): void {
  const sorted = times.toSorted((one, other) => one - other);
  const [median, p95, longest] = [50, 95, 100].map((p) => milliseconds(percentile(sorted, p)));
  console.log(
    `${what.padEnd(58)} median ${median}, p95 ${p95}, longest ${longest}, ${times.length} times, load ${loadavg()[0]?.toFixed(1)}`,
  );
}

async function measurePairs({ browser, address }: BenchPlace): Promise<void> {
  const page = await openJudging(browser, address);
  let done = 0;
  while (done < wantedTasks && (await judgeOne(page, done))) done += 1;
  sayTimes('key press to the next task painted', (await readPaints(page)).nextMs);
  await page.context().close();
}

async function measureRanking(place: BenchPlace): Promise<void> {
  for (const characters of [5_000, 100_000]) {
    const { atFirst, later } = await rankLongResponses(place, characters);
    const what = `key that ranks nine responses of ${characters / 1000} kB, painted`;
    sayTimes(`${what}`, later);
    sayTimes('the same while the next tasks are still typeset', atFirst);
  }
}

async function measureMarks(place: BenchPlace): Promise<void> {
  const { submittedMs, enteredMs } = await openMarkedTasks(place, openings);
  sayTimes('Enter to the next task painted with its ten marks', submittedMs);
  sayTimes('link to the task painted with its ten marks', enteredMs.slice(1));
  sayTimes('the same, when formulas and colours are still to be fetched', enteredMs.slice(0, 1));
}

const measurements = { pairs: measurePairs, ranking: measureRanking, marks: measureMarks };
const demo = await startDemo();
const browser = await launchBrowser();
try {
  console.log(`${describeMachine()}, Chromium ${browser.version()}`);
  for (const [name, measure] of Object.entries(measurements))
    if (args.only === undefined || args.only === name) await measure({ browser, address: demo.address });
} finally {
  await browser.close();
  await demo.stop();
}
