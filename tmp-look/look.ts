import { launchBrowser } from '#test/support/browser.ts';
import { becomeDemoPerson, clientOf, findDemoProject, startDemo } from '#test/support/demo-deployment.ts';
import { openPage } from '#test/support/open-page.ts';
import { setOverlap } from '#contract/overlap.ts';
const demo = await startDemo();
const browser = await launchBrowser();
try {
  const { context, page } = await openPage(browser, demo.address);
  await becomeDemoPerson(context, demo.address, 'lead');
  const client = await clientOf(context, demo.address);
  const project = await findDemoProject(client);
  await client.call(setOverlap, { params: { projectId: project.id }, body: { settings: { least: 2, most: 5, certainty: 0.95, extra: 20 } } });
  for (const [w, h, theme] of [[1280, 900, 'light'], [390, 844, 'dark']] as const) {
    await page.setViewportSize({ width: w, height: h });
    await page.emulateMedia({ colorScheme: theme });
    await page.goto(`/projects/${project.id}/settings`);
    const part = page.getByRole('region', { name: 'Judgments by need' });
    await part.waitFor(); await page.waitForTimeout(800);
    await part.scrollIntoViewIfNeeded();
    await page.screenshot({ path: `/tmp/look-${w}.png` });
  }
} finally { await browser.close(); await demo.stop(); }
