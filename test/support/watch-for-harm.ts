import type { Page } from 'playwright-core';

/** Everything by which a text could have got out of its place. */
export interface Harm {
  readonly dialogs: readonly string[];
  readonly foreignRequests: readonly string[];
  readonly policyReports: readonly string[];
  readonly faults: readonly string[];
}

/** Watches a page from before its first line of script. */
export async function watchForHarm(page: Page, address: string): Promise<Harm> {
  const harm = {
    dialogs: [] as string[],
    foreignRequests: [] as string[],
    policyReports: [] as string[],
    faults: [] as string[],
  };
  page.on('dialog', (dialog) => {
    harm.dialogs.push(`${dialog.type()}: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.context().on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${address}/`) && !/^(data|blob|about):/.test(url)) harm.foreignRequests.push(url);
  });
  page.on('pageerror', (error) => harm.faults.push(error.message));
  page.context().on('page', (opened) => harm.foreignRequests.push(`window: ${opened.url()}`));
  await page.exposeFunction('plumblineReport', (text: string) => harm.policyReports.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report = (globalThis as unknown as { plumblineReport: (text: string) => void }).plumblineReport;
      report(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
    });
  });
  return harm;
}
