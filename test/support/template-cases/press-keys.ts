import type { Page } from 'playwright-core';

/**
 * Presses keys as a person would. Besides plain keys: "type:…" writes, "see:…" waits until these words are there,
 * "tab:…" goes on by Tab until the focus stands on something with this name, "replies:…" waits until every model has
 * answered these words, "answered:…" until a reply that says these words has ended, "choose:…" presses the digit of that
 * reply, "chosen:A" waits until it is seen that the talk goes on from A.
 */
export async function pressKeys(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    const [act = '', ...rest] = key.split(':');
    const words = rest.join(':');
    if (words === '') await page.keyboard.press(key);
    else if (act === 'type') await page.keyboard.type(words);
    else if (act === 'replies') await waitForReplies(page, words);
    else if (act === 'answered') await waitForReply(page, words);
    else if (act === 'choose') await chooseReply(page, words);
    else if (act === 'chosen') await seeInReply(page, { slot: words, text: 'Goes on' });
    else if (act === 'broke')
      await page.getByRole('checkbox', { name: 'This turn broke it', checked: true }).waitFor();
    else if (act === 'success')
      await page.getByRole('radio', { name: words, checked: true }).first().waitFor();
    else if (act === 'see') await page.getByText(words).filter({ visible: true }).first().waitFor();
    else await tabOnTo(page, words);
  }
}

async function seeInReply(page: Page, { slot, text }: { slot: string; text: string }): Promise<void> {
  const reply = page.getByRole('article', { name: `Reply ${slot}` }).last();
  await reply.getByText(text).waitFor();
}

async function waitForReply(page: Page, said: string): Promise<void> {
  const replies = page.getByRole('article', { name: /^Reply/ });
  await replies.filter({ hasText: said }).and(page.locator('[aria-busy="false"]')).first().waitFor();
}

async function chooseReply(page: Page, said: string): Promise<void> {
  const reply = page.getByRole('article', { name: /^Reply/ }).filter({ hasText: said });
  const letter = (await reply.getAttribute('aria-label'))?.at(-1) ?? '';
  await page.keyboard.press(String(letter.charCodeAt(0) - 64));
}

async function waitForReplies(page: Page, said: string): Promise<void> {
  const replies = page.getByRole('article', { name: /^Reply/ });
  const answered = replies.filter({ hasText: `answers: ${said}` }).and(page.locator('[aria-busy="false"]'));
  const models = await replies.evaluateAll((all) => new Set(all.map((one) => one.ariaLabel)).size);
  await answered.nth(models - 1).waitFor();
}

async function tabOnTo(page: Page, name: string): Promise<void> {
  const seen: string[] = [];
  for (let steps = 0; steps < 60; steps += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      const isField = element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;
      const label = isField ? element.labels?.[0]?.textContent : undefined;
      return element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '';
    });
    if (focused.trim().startsWith(name)) return;
    seen.push(focused.trim().slice(0, 40));
  }
  throw new Error(`Nothing called "${name}" can be reached by Tab; passed: ${seen.join(' | ')}`);
}
