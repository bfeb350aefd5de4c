import type { Page } from 'playwright-core';

/** What the page notes of tasks that were opened; times in its own milliseconds. */
export interface Openings {
  /** From each Enter that submits to the second frame after the next task stood there with text and marks. */
  readonly submittedMs: readonly number[];
  /** From each click on the way into the project to the same. */
  readonly enteredMs: readonly number[];
}

/** Has the page note when a task is painted as a whole: its formulas typeset, its code coloured and all its marks laid on. */
export async function watchOpenings(page: Page, marks: number): Promise<void> {
  await page.addInitScript((wanted) => {
    const state = { submittedMs: [] as number[], enteredMs: [] as number[] };
    Object.assign(globalThis, { plumblineOpenings: state });
    const find = (what: string) => document.querySelector(`[data-shown] ${what}`);
    const shownText = () => find('article[aria-label="Response A"]')?.textContent;
    const countMarks = () => {
      const highlight = globalThis.CSS.highlights.get('marked');
      const ranges = [...(highlight?.values() ?? [])].filter(
        (range) => range instanceof Range && range.startContainer.parentElement?.closest('[data-shown]'),
      );
      return Math.min(ranges.length, document.querySelectorAll('[data-panel] ol > li').length);
    };
    const isWhole = (before: string | undefined) => {
      const text = shownText();
      if (text === undefined || text === before) return false;
      return (
        find('.katex-display') !== null && find('pre code span[style]') !== null && countMarks() >= wanted
      );
    };
    const watch = (event: Event, times: number[], before: string | undefined) => {
      const look = () => {
        // This frame holds it all; when the next begins, it has been handed over.
        if (isWhole(before)) requestAnimationFrame(() => times.push(performance.now() - event.timeStamp));
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    };
    const press = (event: KeyboardEvent) => {
      const before = shownText();
      if (event.key === 'Enter' && before !== undefined) watch(event, state.submittedMs, before);
    };
    const click = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href$="/judge"]') : null;
      if (link !== null) watch(event, state.enteredMs, undefined);
    };
    addEventListener('keydown', press, { capture: true });
    addEventListener('click', click, { capture: true });
  }, marks);
}

export function readOpenings(page: Page): Promise<Openings> {
  return page.evaluate(() => (globalThis as unknown as { plumblineOpenings: Openings }).plumblineOpenings);
}

/** Does something that opens a task and waits until the page has noted it as painted. */
export async function openAndWait(page: Page, open: () => Promise<void>): Promise<void> {
  const { submittedMs, enteredMs } = await readOpenings(page);
  await open();
  await page.waitForFunction(
    (count) => {
      const openings = (globalThis as unknown as { plumblineOpenings: Openings }).plumblineOpenings;
      return openings.submittedMs.length + openings.enteredMs.length > count;
    },
    submittedMs.length + enteredMs.length,
    { polling: 20 },
  );
}
