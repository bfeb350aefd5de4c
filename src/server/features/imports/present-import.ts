import type { ImportRun } from '#contract/imports.ts';
import type { Services } from '#server/services/services.ts';
import type { StoredImport } from '#server/store/import-store.ts';

/** An import as the API shows it. */
export function presentImport(run: StoredImport): ImportRun {
  return {
    id: run.id,
    fileName: run.fileName,
    format: run.format,
    state: run.state,
    bytesRead: run.bytesRead,
    bytesTotal: run.bytesTotal,
    rowsRead: run.rowsRead,
    itemsAdded: run.itemsAdded,
    duplicates: run.duplicates,
    rejected: run.rejected,
    ratePerSecond: run.runningMs > 0 ? Math.round((run.rowsRead * 1000) / run.runningMs) : null,
    failure: run.failure,
    verdicts: run.verdicts,
    goldsMade: run.goldsMade,
    createdAt: run.createdAt.toISOString(),
    finishedAt: run.finishedAt?.toISOString() ?? null,
    createdByName: run.createdByName,
  };
}

/** Tells whoever watches the project how an import stands. */
export function publishImport(services: Services, run: StoredImport): void {
  services.projectEvents.publish({ kind: 'import', projectId: run.projectId, body: presentImport(run) });
}
