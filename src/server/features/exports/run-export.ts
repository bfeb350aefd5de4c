import { mkdir, open, rename } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import type { Services } from '#server/services/services.ts';
import {
  findExport,
  markExportDone,
  markExportFailed,
  markExportRunning,
  type StoredExport,
  tryLockExport,
} from '#server/store/export-store.ts';
import { explainFailure } from './explain-failure.ts';
import { type ExportFolders, exportFolders, removeExportFiles } from './export-folders.ts';
import { ExportCancelled, ProgressReporter, publishExport, ServerStopping } from './export-progress.ts';
import { readPseudonymSecret } from './pseudonyms.ts';
import { writeExport } from './write-export.ts';

export interface ExportLimits {
  /** About how large one file may become. */
  readonly shardBytes: number;
}

const usualLimits: ExportLimits = { shardBytes: 500_000_000 };
const lockTries = 20;

/**
 * Runs one export from the beginning, or tidies up after one that was cancelled. Safe to call at any time and as often
 * as wanted: a lock on its own connection lets one run through, and a run that was killed has left only a folder
 * that the next one removes.
 */
export async function runExport(
  services: Services,
  exportId: string,
  limits: ExportLimits = usualLimits,
): Promise<void> {
  const client = await services.database.pool.connect();
  // The query that is under way reports it, too; unheard, this event would end the process.
  client.on('error', () => undefined);
  try {
    if (await waitForLock(client, exportId)) await runLocked({ services, exportId, limits, client });
  } finally {
    // Closed instead of given back: that ends the lock and the snapshot whatever state they are in.
    client.release(true);
  }
}

/** A connection of a killed process may hold the lock for a moment longer. */
async function waitForLock(client: PoolClient, exportId: string): Promise<boolean> {
  for (let tries = 0; tries < lockTries; tries += 1) {
    if (await tryLockExport(client, exportId)) return true;
    await sleep(250);
  }
  return false;
}

interface Run {
  readonly services: Services;
  readonly exportId: string;
  readonly limits: ExportLimits;
  readonly client: PoolClient;
}

async function runLocked(run: Run): Promise<void> {
  const { services, exportId } = run;
  const { kysely } = services.database;
  const row = await findExport(kysely, exportId);
  if (row?.state === 'done') return;
  const folders = exportFolders(services.config, exportId);
  if (!row || !(await markExportRunning(kysely, exportId))) return removeExportFiles(folders);
  try {
    await publishExport(services, exportId);
    await removeExportFiles(folders);
    await produce(run, row, folders);
  } catch (error) {
    await giveUp(run, folders, error);
  }
  await publishExport(services, exportId);
}

async function produce(run: Run, row: StoredExport, folders: ExportFolders): Promise<void> {
  const { services, exportId, client, limits } = run;
  const reporter = new ProgressReporter(services, exportId);
  await mkdir(folders.unfinished, { recursive: true });
  const written = await writeExport({
    row,
    client,
    folder: folders.unfinished,
    shardBytes: limits.shardBytes,
    reporter,
    secret: await readPseudonymSecret(services),
  });
  await rename(folders.unfinished, folders.finished);
  await syncFolder(folders.parent);
  const { drops } = written.manifest;
  const isDone = await markExportDone(services.database.kysely, {
    exportId,
    progress: reporter.progress,
    files: written.files,
    drops: Object.fromEntries(Object.entries(drops).filter(([, count]) => count > 0)),
    manifest: written.manifest,
    now: services.now(),
  });
  if (!isDone) throw new ExportCancelled();
}

/** A rename is on the disk for good once its folder is; not every platform can do that. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

async function giveUp({ services, exportId }: Run, folders: ExportFolders, error: unknown): Promise<void> {
  // What cannot be removed now is removed by the next run; the reason for giving up matters more.
  await removeExportFiles(folders).catch(() => undefined);
  if (error instanceof ExportCancelled) return;
  const failure = error instanceof ServerStopping ? null : explainFailure(error);
  // Left as running: the queue, or the next start of the server, begins it anew.
  if (failure === null) throw error;
  services.log.warn({ err: error, exportId }, 'an export failed');
  await markExportFailed(services.database.kysely, { exportId, failure, now: services.now() });
}
