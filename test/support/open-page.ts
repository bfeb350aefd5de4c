import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

export interface OpenedPage {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What went wrong on the page and was not caught there. */
  readonly faults: readonly string[];
}

/** A person's own browser: nothing is shared with the others. Waiting is generous, for machines that are busy. */
export async function openPage(
  browser: Browser,
  address: string,
  size: { readonly width: number; readonly height: number } = { width: 1280, height: 800 },
  more: Pick<BrowserContextOptions, 'serviceWorkers'> = {},
): Promise<OpenedPage> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: size,
    locale: 'en-GB',
    acceptDownloads: true,
    reducedMotion: 'reduce',
    // Tests of other things see every request themselves, and wait for no files that only an absent network needs.
    serviceWorkers: 'block',
    ...more,
  });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  return { context, page, faults };
}

/** Signs a context in with a session cookie such as the test people have. */
export async function signInContext(context: BrowserContext, address: string, cookie: string): Promise<void> {
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: address }]);
}
