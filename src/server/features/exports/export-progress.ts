import type { Services } from '#server/services/services.ts';
import { type ExportProgress, findExport, saveExportProgress } from '#server/store/export-store.ts';
import { presentExport } from './present-export.ts';

const intervalMs = 250;

/** Ends a run that nobody wants any more. */
export class ExportCancelled extends Error {}
/** Ends a run because the server is stopping; the next start begins it anew. */
export class ServerStopping extends Error {}

/** Saves and tells how far a run is, at most four times a second, and notices when it should stop. */
export class ProgressReporter {
  readonly #services: Services;
  readonly #exportId: string;
  readonly #startedAt: number;
  #reportedAt: number;
  itemsRead = 0;
  itemsTotal = 0;
  rowsWritten = 0;

  constructor(services: Services, exportId: string) {
    this.#services = services;
    this.#exportId = exportId;
    this.#startedAt = services.now().getTime();
    this.#reportedAt = this.#startedAt;
  }

  get progress(): ExportProgress {
    const { itemsRead, itemsTotal, rowsWritten } = this;
    const runningMs = Math.max(0, Math.round(this.#services.now().getTime() - this.#startedAt));
    return { itemsRead, itemsTotal, rowsWritten, runningMs };
  }

  /** @throws ExportCancelled or ServerStopping where the run should end. */
  async report(): Promise<void> {
    if (this.#services.database.pool.ending) throw new ServerStopping();
    const now = this.#services.now().getTime();
    if (now - this.#reportedAt < intervalMs) return;
    this.#reportedAt = now;
    const { kysely } = this.#services.database;
    const isRunning = await saveExportProgress(kysely, {
      exportId: this.#exportId,
      progress: this.progress,
    });
    if (!isRunning) throw new ExportCancelled();
    await publishExport(this.#services, this.#exportId);
  }
}

/** Tells open screens what has become of an export. */
export async function publishExport(services: Services, exportId: string): Promise<void> {
  const row = await findExport(services.database.kysely, exportId);
  if (row)
    services.projectEvents.publish({ kind: 'export', projectId: row.projectId, body: presentExport(row) });
}
