import { launchBrowser } from './browser.ts';

/** Starts the browser once before the tests do: two workers must not unpack the bundled one at the same time. */
export default async function setup(): Promise<void> {
  const browser = await launchBrowser();
  await browser.close();
}
