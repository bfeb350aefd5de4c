import type { ExportRun } from '#contract/exports.ts';
import type { HttpRefusal } from '#contract/refusals.ts';
import { refuse } from '#domain/outcomes/refusal.ts';
import type { Services } from '#server/services/services.ts';
import { findExportOf, markExportCancelled } from '#server/store/export-store.ts';
import { publishExport } from './export-progress.ts';
import { presentExport } from './present-export.ts';

/** Stops an export. A run under way notices within moments; the job sent here removes what a killed run left. */
export async function cancelExport(
  services: Services,
  query: { projectId: string; exportId: string },
): Promise<ExportRun | HttpRefusal> {
  const outcome = await services.database.kysely.transaction().execute(async (transaction) => {
    const row = await findExportOf(transaction, query);
    if (!row) return refuse('not_found', 'There is no such export in this project.');
    const cancelled = await markExportCancelled(transaction, {
      exportId: query.exportId,
      now: services.now(),
    });
    if (!cancelled)
      return refuse('export_over', 'This export is over already, so there is nothing to cancel.');
    await services.jobs.send(transaction, 'export', query.exportId);
    return (await findExportOf(transaction, query)) ?? row;
  });
  if ('refused' in outcome) return outcome;
  await publishExport(services, query.exportId);
  return presentExport(outcome);
}
