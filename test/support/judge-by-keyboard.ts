import type { Page } from 'playwright-core';

/** What a person saw of one task: letters and digits only, which survive any way of laying texts out. */
export interface SeenTask {
  readonly conversation: string;
  readonly a: string;
  readonly b: string;
}

/** One preference as a person means it, in the sides on their screen. */
export interface MeantPreference {
  readonly side: 'A' | 'B' | 'tie' | 'both_bad';
  readonly strength: number;
}

/** Keys that give one judgment, and what they mean. */
export interface PlannedJudgment {
  readonly keys: readonly string[];
  readonly overall: MeantPreference;
  readonly helpfulness?: MeantPreference;
  readonly justification?: string;
  readonly confidence?: 1 | 2 | 3;
}

export interface GivenJudgment extends Omit<PlannedJudgment, 'keys'> {
  readonly task: SeenTask;
}

export function lettersOf(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** One name for the item behind a task, whichever side its responses stand on. */
export function nameOfTask({ conversation, a, b }: SeenTask): string {
  return [conversation, ...[a, b].sort()].join('|');
}

/** What stands on screen now; null while there is no task. */
export async function readTask(page: Page): Promise<SeenTask | null> {
  const isThere = await page.getByRole('article', { name: 'Response A' }).isVisible();
  if (!isThere) return null;
  const read = async (name: string) =>
    lettersOf((await page.getByRole('article', { name }).textContent()) ?? '');
  const conversation = page.getByRole('region', { name: 'Conversation' });
  return {
    conversation: lettersOf((await conversation.textContent()) ?? ''),
    // The letter above the response stands before its text.
    a: (await read('Response A')).replace(/^A/, ''),
    b: (await read('Response B')).replace(/^B/, ''),
  };
}

async function taskOnScreen(page: Page): Promise<SeenTask> {
  // A person reads what stays: where the hand has just run empty, one task may give way to the next meanwhile.
  for (;;) {
    await page.getByRole('article', { name: 'Response A' }).waitFor();
    const task = await readTask(page);
    const again = await readTask(page);
    if (task !== null && again !== null && nameOfTask(task) === nameOfTask(again)) return task;
  }
}

export async function pressAll(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    if (key.startsWith('type:')) await page.keyboard.type(key.slice(5));
    else await page.keyboard.press(key);
  }
}

/** Gives the answers without sending them. */
export async function answer(page: Page, planned: PlannedJudgment): Promise<GivenJudgment> {
  const task = await taskOnScreen(page);
  const { keys, ...meant } = planned;
  await pressAll(page, keys);
  return { task, ...meant };
}

/** Waits until another task, or none, stands on screen. */
export async function waitForNext(page: Page, before: SeenTask): Promise<void> {
  const shown = page.getByRole('article', { name: 'Response A' });
  for (;;) {
    const now = await readTask(page);
    if (now === null || nameOfTask(now) !== nameOfTask(before)) return;
    // Any change of the text ends the wait; a task that never goes away ends in the test's own limit.
    await shown.evaluate(
      (element) =>
        new Promise<void>((resolve) => {
          const observer = new MutationObserver(() => done());
          const timer = setTimeout(() => done(), 250);
          const done = () => {
            clearTimeout(timer);
            observer.disconnect();
            resolve();
          };
          observer.observe(element.ownerDocument.body, { subtree: true, childList: true, attributes: true });
        }),
    );
  }
}

/** Answers and submits; the next task may then be answered. */
export async function judge(page: Page, planned: PlannedJudgment): Promise<GivenJudgment> {
  const given = await answer(page, planned);
  await page.keyboard.press('Enter');
  await waitForNext(page, given.task);
  return given;
}

/** Waits until the screen says that everything is on the server. */
export async function waitUntilSaved(page: Page): Promise<void> {
  await page
    .getByRole('status')
    .filter({ hasText: /^saved$/ })
    .waitFor();
}

/** Moves the focus by Tab until it stands on a control with this name, then presses it. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let steps = 0; steps < 80; steps += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => document.activeElement?.textContent ?? '');
    if (name.test(focused.trim())) {
      await page.keyboard.press('Enter');
      return;
    }
  }
  throw new Error(`No control called ${name} can be reached by Tab.`);
}

/** Counts what a mouse or finger does, from now on and across pages of the same tab. */
export async function watchPointer(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    addEventListener(
      'pointerdown',
      () => {
        const seen = Number(sessionStorage.getItem('pointer-presses') ?? '0');
        sessionStorage.setItem('pointer-presses', String(seen + 1));
      },
      { capture: true },
    );
  });
  return () => page.evaluate(() => Number(sessionStorage.getItem('pointer-presses') ?? '0'));
}
