import type { Page } from 'playwright-core';
import { lettersOf } from '#test/support/judge-by-keyboard.ts';
import type { TaskCase } from './template-case.ts';

/** A task as it stood on screen. */
export interface SeenTask {
  readonly task: TaskCase;
  /** The words under each letter: those of the response, or the name of the model. */
  readonly words: Readonly<Record<string, string>>;
  /** The letter of each response in the order of the row. */
  readonly letters: readonly string[];
}

interface RowResponse {
  readonly text?: string;
  readonly steps?: readonly string[];
}

const textOf = ({ text, steps }: RowResponse) => text ?? steps?.join('\n\n') ?? '';

/** Finds out which task of the case is on screen, and which response stands under which letter. */
export async function readSeenTask(page: Page, tasks: readonly TaskCase[]): Promise<SeenTask> {
  const shown = page.locator('[data-shown]');
  const task = await findShown(page, tasks);
  const { responses = [] } = task.row as { responses?: readonly RowResponse[] };
  const words: Record<string, string> = {};
  for (const article of await shown.getByRole('article', { name: /^(Response|Reply) [A-I]$/ }).all()) {
    const letter = (await article.getAttribute('aria-label'))?.at(-1) ?? '';
    const text = (await article.textContent()) ?? '';
    const model = /model-\w+/.exec(text)?.[0];
    const own = responses.map(textOf).find((each) => beginsAlike(text, each));
    words[letter] = own ?? model ?? '';
  }
  const letters = responses.map(
    (response) => Object.keys(words).find((letter) => words[letter] === textOf(response)) ?? '?',
  );
  return { task, words, letters };
}

async function findShown(page: Page, tasks: readonly TaskCase[]): Promise<TaskCase> {
  const signs = tasks.map(({ sign }) => page.locator('[data-shown]').filter({ hasText: sign }));
  for (;;) {
    for (const [index, sign] of signs.entries()) {
      const task = tasks[index];
      if (task !== undefined && (await sign.count()) === 1) return task;
    }
    await page.waitForTimeout(50);
  }
}

/** By letters, since marks of Markdown and formulas are set otherwise; the letter of the column stands before its text. */
function beginsAlike(shown: string, text: string): boolean {
  const [words = ''] = text.replaceAll(/```\w+/g, ' ').split('$');
  const beginning = lettersOf(words).slice(0, 20);
  return lettersOf(shown).includes(beginning);
}
