import type { Page } from 'playwright-core';

/** What the page notes of itself; times in its own milliseconds. */
export interface Paints {
  /** From each Enter to the second frame after the next task's text was there. */
  readonly nextMs: readonly number[];
  /** No task stands on screen any more. */
  readonly isOver: boolean;
}

/** Has the page note when tasks are painted, measured inside it from the key press's own time. */
export async function watchPaints(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const state = { nextMs: [] as number[], isOver: false };
    Object.assign(globalThis, { plumblinePaints: state });
    const shownText = () =>
      document.querySelector('[data-shown] article[aria-label="Response A"]')?.textContent;
    const watch = (look: (observer: MutationObserver) => void) =>
      new MutationObserver((_, observer) => look(observer)).observe(document, {
        subtree: true,
        childList: true,
        attributes: true,
      });
    // The first frame holds the new text; when the second begins, the first has been handed over.
    const afterPaint = (then: () => void) => requestAnimationFrame(() => requestAnimationFrame(then));
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Enter') return;
      const before = shownText();
      watch((observer) => {
        const now = shownText();
        state.isOver = now === undefined;
        if (now === undefined || now === before) return;
        observer.disconnect();
        afterPaint(() => state.nextMs.push(performance.now() - event.timeStamp));
      });
    };
    addEventListener('keydown', press, { capture: true });
  });
}

export function readPaints(page: Page): Promise<Paints> {
  return page.evaluate(() => (globalThis as unknown as { plumblinePaints: Paints }).plumblinePaints);
}

/** Waits until one more task was painted; false where no task is left. */
export async function waitForPaint(page: Page, { nextMs }: Paints): Promise<boolean> {
  const end = await page.waitForFunction(
    (count) => {
      const paints = (globalThis as unknown as { plumblinePaints: Paints }).plumblinePaints;
      return paints.nextMs.length > count ? 'painted' : paints.isOver && 'over';
    },
    nextMs.length,
    { polling: 50 },
  );
  return (await end.jsonValue()) === 'painted';
}

/** The scripts that the page itself needs: asked for before it knew of any text. */
export function listOwnScripts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const tasksAt = entries.find((entry) => entry.name.endsWith('/hand'))?.responseEnd ?? 0;
    return entries
      .filter((entry) => entry.name.endsWith('.js') && entry.startTime < tasksAt)
      .map((entry) => entry.name);
  });
}
