import type { ExportRun } from '#contract/exports.ts';
import type { ExportProgress, StoredExport } from '#server/store/export-store.ts';

export function presentExport(row: StoredExport): ExportRun {
  return {
    id: row.id,
    format: row.format,
    parquet: row.parquet,
    options: row.options as ExportRun['options'],
    state: row.state,
    itemsRead: row.itemsRead,
    itemsTotal: row.itemsTotal,
    rowsWritten: row.rowsWritten,
    ratePerSecond: rateOf(row),
    files: row.files.map((file) => ({ ...file })),
    drops: { ...row.drops },
    failure: row.failure,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    createdByName: row.createdByName,
  };
}

/** Items a second: rows may be few where most are left out. */
function rateOf({ itemsRead, runningMs }: ExportProgress): number | null {
  return runningMs > 0 ? Math.round((itemsRead * 10_000) / runningMs) / 10 : null;
}
