/**
 * What a person who judges waits for: first-load JavaScript on the judging route, and the time from the
 * key press that submits to the next task painted, in Chromium at 1280 × 800 on the demo's pairs.
 */
import { loadavg } from 'node:os';
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
import { listOwnScripts, readPaints, waitForPaint, watchPaints } from './watch-paints.ts';
import { type ScriptWeight, weighScripts } from './weigh-scripts.ts';

const wantedTasks = Number(process.argv[2] ?? '80');
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

const demo = await startDemo();
const browser = await launchBrowser();
try {
  console.log(`${describeMachine()}, Chromium ${browser.version()}`);
  const page = await openJudging(browser, demo.address);
  let done = 0;
  while (done < wantedTasks && (await judgeOne(page, done))) done += 1;
  const times = (await readPaints(page)).nextMs.toSorted((one, other) => one - other);
  const [median, p95, longest] = [50, 95, 100].map((p) => milliseconds(percentile(times, p)));
  console.log(
    `${'key press to the next task painted'.padEnd(44)} median ${median}, p95 ${p95}, longest ${longest}, ${times.length} tasks`,
  );
  console.log(`${'load of the machine meanwhile'.padEnd(44)} ${loadavg()[0]?.toFixed(1)}`);
} finally {
  await browser.close();
  await demo.stop();
}
