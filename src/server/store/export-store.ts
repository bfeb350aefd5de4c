import type { ExportFormat } from '#domain/exports/export-format.ts';
import type { Executor } from '#server/database/database.ts';

export const exportStates = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const;
export type ExportState = (typeof exportStates)[number];

/** One file as people download it. */
export interface StoredExportFile {
  readonly name: string;
  readonly bytes: number;
  readonly rows: number;
  readonly sha256: string;
}

export interface StoredExport {
  readonly id: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly format: ExportFormat;
  readonly parquet: boolean;
  /** As the contract's ExportOptions, with nothing left out. */
  readonly options: unknown;
  readonly state: ExportState;
  readonly itemsRead: number;
  readonly itemsTotal: number;
  readonly rowsWritten: number;
  readonly runningMs: number;
  readonly files: readonly StoredExportFile[];
  readonly drops: Readonly<Record<string, number>>;
  readonly failure: string | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  readonly createdByName: string;
}

export async function listUnfinishedExports(executor: Executor): Promise<string[]> {
  const rows = await executor
    .selectFrom('exports')
    .where('state', 'in', ['waiting', 'running'])
    .select('id')
    .execute();
  return rows.map((row) => row.id);
}

export async function insertExport(
  executor: Executor,
  row: {
    id: string;
    projectId: string;
    format: ExportFormat;
    parquet: boolean;
    options: unknown;
    createdBy: string;
    now: Date;
  },
): Promise<void> {
  await executor
    .insertInto('exports')
    .values({
      id: row.id,
      projectId: row.projectId,
      format: row.format,
      parquet: row.parquet,
      options: JSON.stringify(row.options),
      state: 'waiting',
      createdBy: row.createdBy,
      createdAt: row.now,
    })
    .execute();
}

function selectExports(executor: Executor) {
  return executor
    .selectFrom('exports')
    .innerJoin('people', 'people.id', 'exports.createdBy')
    .innerJoin('projects', 'projects.id', 'exports.projectId')
    .select([
      'exports.id',
      'exports.projectId',
      'projects.name as projectName',
      'format',
      'parquet',
      'options',
      'exports.state',
      'itemsRead',
      'itemsTotal',
      'rowsWritten',
      'runningMs',
      'files',
      'drops',
      'failure',
      'exports.createdAt',
      'finishedAt',
      'people.name as createdByName',
    ]);
}

export async function findExport(executor: Executor, exportId: string): Promise<StoredExport | undefined> {
  const row = await selectExports(executor).where('exports.id', '=', exportId).executeTakeFirst();
  return row as unknown as StoredExport | undefined;
}

/** An export of this project only: ids of other projects' exports find nothing. */
export async function findExportOf(
  executor: Executor,
  query: { projectId: string; exportId: string },
): Promise<StoredExport | undefined> {
  const found = await findExport(executor, query.exportId);
  return found?.projectId === query.projectId ? found : undefined;
}

/** Newest first. */
export async function listExportsOf(
  executor: Executor,
  query: { projectId: string; limit: number },
): Promise<StoredExport[]> {
  const rows = await selectExports(executor)
    .where('exports.projectId', '=', query.projectId)
    .orderBy('exports.createdAt', 'desc')
    .orderBy('exports.id', 'desc')
    .limit(query.limit)
    .execute();
  return rows as unknown as StoredExport[];
}

/** Begins a run, or begins it anew after a killed one; false where the export is over already. */
export async function markExportRunning(executor: Executor, exportId: string): Promise<boolean> {
  const result = await executor
    .updateTable('exports')
    .set({ state: 'running', itemsRead: 0, itemsTotal: 0, rowsWritten: 0, runningMs: 0 })
    .where('id', '=', exportId)
    .where('state', 'in', ['waiting', 'running'])
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export interface ExportProgress {
  readonly itemsRead: number;
  readonly itemsTotal: number;
  readonly rowsWritten: number;
  readonly runningMs: number;
}

/** False where the export is no longer running, because somebody cancelled it. */
export async function saveExportProgress(
  executor: Executor,
  update: { exportId: string; progress: ExportProgress },
): Promise<boolean> {
  const result = await executor
    .updateTable('exports')
    .set({ ...update.progress })
    .where('id', '=', update.exportId)
    .where('state', '=', 'running')
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** False where somebody cancelled it at the last moment. */
export async function markExportDone(
  executor: Executor,
  done: {
    exportId: string;
    progress: ExportProgress;
    files: readonly StoredExportFile[];
    drops: Readonly<Record<string, number>>;
    manifest: unknown;
    now: Date;
  },
): Promise<boolean> {
  const result = await executor
    .updateTable('exports')
    .set({
      ...done.progress,
      state: 'done',
      files: JSON.stringify(done.files),
      drops: JSON.stringify(done.drops),
      manifest: JSON.stringify(done.manifest),
      finishedAt: done.now,
    })
    .where('id', '=', done.exportId)
    .where('state', '=', 'running')
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function markExportFailed(
  executor: Executor,
  failed: { exportId: string; failure: string; now: Date },
): Promise<void> {
  await executor
    .updateTable('exports')
    .set({ state: 'failed', failure: failed.failure, finishedAt: failed.now })
    .where('id', '=', failed.exportId)
    .where('state', 'in', ['waiting', 'running'])
    .execute();
}

/** False where there is nothing to cancel any more. */
export async function markExportCancelled(
  executor: Executor,
  cancel: { exportId: string; now: Date },
): Promise<boolean> {
  const result = await executor
    .updateTable('exports')
    .set({ state: 'cancelled', finishedAt: cancel.now })
    .where('id', '=', cancel.exportId)
    .where('state', 'in', ['waiting', 'running'])
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Only one run of an export at a time; held by the session of this connection and gone with it. */
export async function tryLockExport(
  client: { query(text: string, values: unknown[]): Promise<{ rows: { locked: boolean }[] }> },
  exportId: string,
): Promise<boolean> {
  const result = await client.query('select pg_try_advisory_lock(4600003, hashtext($1)) as locked', [
    exportId,
  ]);
  return result.rows[0]?.locked ?? false;
}
