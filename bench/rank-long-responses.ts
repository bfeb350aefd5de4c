import type { Page } from 'playwright-core';
import { longMarkdown } from './long-texts.ts';
import { pressRankKey, readRankKeys, watchRankKeys } from './watch-rank-keys.ts';
import { addBenchProject, type BenchPlace, openAnnotator } from './web-project.ts';

export interface RankingTimes {
  /** Of keys pressed from the moment the texts are there, while the page still lays out the tasks to come. */
  readonly atFirst: readonly number[];
  /** Of keys pressed later. */
  readonly later: readonly number[];
}

/** All ways to change an order by keys, from nothing back to nothing; every press changes what is on screen. */
const byDigit = ['3', '1', '=', '2', '5', '4', '=', '9', '8', '7'] as const;
/** On the letter A, which stands in a tie: out of it, into it, past it, into the next rank. */
const byArrow = ['ArrowLeft', 'ArrowRight', 'ArrowRight', 'ArrowRight'] as const;
const back = ['Backspace', 'Backspace', 'n', 'n', 'x', 'Backspace'] as const;
const pauseMs = 60;
/** Long enough for the draft to be sent. */
const readingMs = 1_300;
const rounds = 7;
/** After the first round, for the page to typeset the tasks to come. */
const quietMs = 500;
const mostWaitMs = 120_000;

function rankingRow(index: number, characters: number): object {
  const responses = Array.from({ length: 9 }, (_, at) => ({
    text: longMarkdown({ characters, seed: 1 + index * 9 + at }),
  }));
  return {
    prompt: [{ role: 'user', content: `Question ${index} on ${characters}: how do bridges stand?` }],
    responses,
  };
}

/** Waits until the texts on the page have stood as they are for a while. */
async function waitUntilTypeset(page: Page): Promise<void> {
  const count = () => page.evaluate(() => document.getElementsByTagName('*').length);
  const from = Date.now();
  for (let [before, same] = [0, 0]; same < 4 && Date.now() - from < mostWaitMs; ) {
    await page.waitForTimeout(quietMs);
    const now = await count();
    same = now === before ? same + 1 : 0;
    before = now;
  }
}

/** Ranks nine responses of this length by keys, again and again, and tells how long each key took to be seen. */
export async function rankLongResponses(place: BenchPlace, characters: number): Promise<RankingTimes> {
  const projectId = await addBenchProject(place, {
    name: `Nine responses of ${characters} characters`,
    templateKey: 'ranking_with_ties',
    rows: [0, 1, 2, 3].map((index) => rankingRow(index, characters)),
  });
  const { context, page } = await openAnnotator(place);
  await watchRankKeys(page);
  await page.goto(`/projects/${projectId}/judge`);
  await page.getByRole('article', { name: 'Response I' }).waitFor();
  await page.waitForFunction(() => document.activeElement !== document.body, undefined, { timeout: 180_000 });
  const press = async (keys: readonly string[]) => {
    for (const key of keys) {
      await pressRankKey(page, key);
      await page.waitForTimeout(pauseMs);
    }
  };
  let firstRound = 0;
  for (let round = 0; round < rounds; round += 1) {
    await press(byDigit);
    await page.keyboard.press('Tab');
    await press(byArrow);
    await page.keyboard.press('Shift+Tab');
    await press(back);
    if (round === 0) {
      firstRound = (await readRankKeys(page)).paintedMs.length;
      await waitUntilTypeset(page);
    }
    await page.waitForTimeout(readingMs);
  }
  const { paintedMs, withoutEffect } = await readRankKeys(page);
  if (withoutEffect.length > 0) throw new Error(`Keys did nothing: ${withoutEffect.join(' ')}`);
  await context.close();
  return { atFirst: paintedMs.slice(0, firstRound), later: paintedMs.slice(firstRound) };
}
