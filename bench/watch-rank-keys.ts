import type { Page } from 'playwright-core';

/** What the page notes of the keys that rank; times in its own milliseconds. */
export interface RankKeys {
  /** From each key press to the second frame after it. */
  readonly paintedMs: readonly number[];
  /** Key presses after which the order on screen was what it was before. */
  readonly withoutEffect: readonly string[];
}

/** Has the page note, for each key press, when what it made of the order was painted; the page's own keys stay as they are. */
export async function watchRankKeys(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const state = { paintedMs: [] as number[], withoutEffect: [] as string[] };
    Object.assign(globalThis, { plumblineRankKeys: state });
    const shownOrder = () =>
      [...document.querySelectorAll('[data-dock] button[data-chip], [data-dock] button[aria-pressed]')]
        .map((each) => `${each.ariaLabel} ${each.ariaPressed}`)
        .join('; ');
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Tab' || event.key === 'Shift') return;
      const before = shownOrder();
      // The first frame holds the new order; when the second begins, the first has been handed over.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          const ms = performance.now() - event.timeStamp;
          if (shownOrder() === before) state.withoutEffect.push(event.key);
          state.paintedMs.push(ms);
        }),
      );
    };
    addEventListener('keydown', press, { capture: true });
  });
}

export function readRankKeys(page: Page): Promise<RankKeys> {
  return page.evaluate(() => (globalThis as unknown as { plumblineRankKeys: RankKeys }).plumblineRankKeys);
}

/** Presses a key and waits until the page has noted its paint. */
export async function pressRankKey(page: Page, key: string): Promise<void> {
  const { paintedMs } = await readRankKeys(page);
  await page.keyboard.press(key);
  await page.waitForFunction(
    (count) =>
      (globalThis as unknown as { plumblineRankKeys: RankKeys }).plumblineRankKeys.paintedMs.length > count,
    paintedMs.length,
    { polling: 20 },
  );
}
