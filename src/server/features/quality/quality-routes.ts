import * as contract from '#contract/quality.ts';
import type { Serve } from '#server/http/serve-route.ts';
import type { Services } from '#server/services/services.ts';
import { askForReport } from './ask-for-report.ts';
import { readReport } from './read-report.ts';

/** How far annotators agree, from a report that is computed in the background. */
export function registerQuality(serve: Serve, services: Services): void {
  serve(contract.readQuality, async ({ params }) => readReport(services, params.projectId));
  serve(contract.computeQuality, async ({ params }) => {
    await askForReport(services, params.projectId);
    return readReport(services, params.projectId);
  });
}
