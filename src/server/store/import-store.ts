import { sql } from 'kysely';
import type { PairExpansion } from '#domain/imports/expand-pairs.ts';
import type { ResponseRange } from '#domain/imports/fit-responses.ts';
import type { ImportFormat } from '#domain/imports/format.ts';
import type { ColumnMapping } from '#domain/imports/mapping.ts';
import type { NormaliserState } from '#domain/imports/normaliser.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import type { Executor, Transaction } from '#server/database/database.ts';

export const unfinished = ['waiting', 'running'] as const;
export type ImportState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

export function isUnfinished(state: ImportState): boolean {
  return (unfinished as readonly ImportState[]).includes(state);
}

/** What was decided when the import started; the same at every resumption, whatever the project says by then. */
export interface ImportChoices {
  readonly mapping: ColumnMapping | null;
  /** How items become pairs; null where the project takes any number of responses. */
  readonly pairs: PairExpansion | null;
  readonly priority: number;
  /** How many responses the rubric can be asked about; absent in imports of earlier versions. */
  readonly range?: ResponseRange | undefined;
}

/** Where reading goes on. */
export interface ImportPosition {
  readonly offset: number;
  readonly line: number;
  readonly records: number;
}

export interface StoredImport {
  readonly id: string;
  readonly projectId: string;
  readonly uploadId: string;
  readonly fileName: string;
  readonly format: ImportFormat;
  readonly choices: ImportChoices;
  readonly state: ImportState;
  readonly bytesRead: number;
  readonly bytesTotal: number;
  readonly rowsRead: number;
  readonly itemsAdded: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly verdicts: number;
  readonly goldsMade: number;
  readonly runningMs: number;
  readonly failure: string | null;
  readonly position: ImportPosition | null;
  readonly normaliserState: NormaliserState | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  readonly createdByName: string;
}

const columns = [
  'id',
  'projectId',
  'uploadId',
  'fileName',
  'format',
  'choices',
  'state',
  'bytesRead',
  'bytesTotal',
  'rowsRead',
  'itemsAdded',
  'duplicates',
  'rejected',
  'verdicts',
  'goldsMade',
  'runningMs',
  'failure',
  'position',
  'normaliserState',
  'createdAt',
  'finishedAt',
] as const;

function selectImports(executor: Executor) {
  return executor
    .selectFrom('imports')
    .innerJoin('people', 'people.id', 'imports.createdBy')
    .select(columns.map((column) => `imports.${column}` as const))
    .select('people.name as createdByName');
}

/** The columns of this table that the generated types know only as text or unknown. */
const asImport = (row: object): StoredImport => row as StoredImport;

export async function findImport(
  executor: Executor,
  query: { importId: string; projectId?: string; lock?: boolean },
): Promise<StoredImport | undefined> {
  let select = selectImports(executor).where('imports.id', '=', query.importId);
  if (query.projectId) select = select.where('imports.projectId', '=', query.projectId);
  if (query.lock) select = select.forUpdate('imports');
  const row = await select.executeTakeFirst();
  return row && asImport(row);
}

export async function listImportsOf(executor: Executor, projectId: string): Promise<StoredImport[]> {
  const rows = await selectImports(executor)
    .where('imports.projectId', '=', projectId)
    .orderBy('imports.createdAt', 'desc')
    .orderBy('imports.id', 'desc')
    .limit(200)
    .execute();
  return rows.map(asImport);
}

export async function listUnfinishedImports(executor: Executor): Promise<string[]> {
  const rows = await executor.selectFrom('imports').where('state', 'in', unfinished).select('id').execute();
  return rows.map((row) => row.id);
}

export async function hasUnfinishedImport(executor: Executor, uploadId: string): Promise<boolean> {
  const row = await executor
    .selectFrom('imports')
    .where('uploadId', '=', uploadId)
    .where('state', 'in', unfinished)
    .select('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertImport(
  executor: Executor,
  run: Pick<
    StoredImport,
    'id' | 'projectId' | 'uploadId' | 'fileName' | 'format' | 'choices' | 'bytesTotal'
  > & {
    createdBy: string;
    now: Date;
  },
): Promise<void> {
  await executor
    .insertInto('imports')
    .values({
      id: run.id,
      projectId: run.projectId,
      uploadId: run.uploadId,
      fileName: run.fileName,
      format: run.format,
      choices: JSON.stringify(run.choices),
      state: 'waiting',
      bytesTotal: run.bytesTotal,
      createdBy: run.createdBy,
      createdAt: run.now,
    })
    .execute();
}

/** Moves an import on, if it is in one of the states `from`; says whether it was. */
export async function moveImport(
  executor: Executor,
  move: {
    importId: string;
    from: readonly ImportState[];
    to: ImportState;
    failure?: string | null;
    finishedAt?: Date | null;
  },
): Promise<boolean> {
  const result = await executor
    .updateTable('imports')
    .set({
      state: move.to,
      ...(move.failure === undefined ? {} : { failure: move.failure }),
      ...(move.finishedAt === undefined ? {} : { finishedAt: move.finishedAt }),
    })
    .where('id', '=', move.importId)
    .where('state', 'in', move.from)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/**
 * Holds the import's row until the transaction ends, and says how things stand; a cancellation waits for it.
 *
 * With `waitForDisk` off the transaction will commit without waiting for the disk. Rows and position are in one
 * write-ahead log, so a power cut takes back whole batches and the import goes on before them: nothing is lost or doubled.
 */
export async function lockImport(
  transaction: Transaction,
  query: { importId: string; waitForDisk: boolean },
): Promise<{ state: ImportState; rowsRead: number } | undefined> {
  const row = await transaction
    .selectFrom('imports')
    .where('id', '=', query.importId)
    .select(['state', 'rowsRead'])
    .select(
      query.waitForDisk
        ? sql`null`.as('commit')
        : sql`set_config('synchronous_commit', 'off', true)`.as('commit'),
    )
    .forUpdate()
    .executeTakeFirst();
  return row && { rowsRead: row.rowsRead, state: row.state as ImportState };
}

export interface ImportProgress {
  readonly importId: string;
  readonly position: ImportPosition;
  readonly normaliserState: NormaliserState | null;
  readonly bytesRead: number;
  readonly itemsAdded: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly verdicts: number;
  readonly runningMs: number;
}

/** Adds a batch's counts and notes where the next one begins. */
export async function recordProgress(transaction: Transaction, progress: ImportProgress): Promise<void> {
  await transaction
    .updateTable('imports')
    .set((row) => ({
      position: JSON.stringify(progress.position),
      normaliserState: progress.normaliserState && JSON.stringify(progress.normaliserState),
      bytesRead: progress.bytesRead,
      rowsRead: progress.position.records,
      itemsAdded: row('itemsAdded', '+', progress.itemsAdded),
      duplicates: row('duplicates', '+', progress.duplicates),
      rejected: row('rejected', '+', progress.rejected),
      verdicts: row('verdicts', '+', progress.verdicts),
      runningMs: row('runningMs', '+', progress.runningMs),
    }))
    .where('id', '=', progress.importId)
    .execute();
}

/** What an import must know of its project; the rubric is null until one is published. */
export async function findImportProject(
  executor: Executor,
  projectId: string,
): Promise<{ state: string; rubricVersion: number; rubric: Rubric | null } | undefined> {
  const row = await executor
    .selectFrom('projects')
    .leftJoin('rubricVersions', (join) =>
      join
        .onRef('rubricVersions.projectId', '=', 'projects.id')
        .onRef('rubricVersions.version', '=', 'projects.rubricVersion'),
    )
    .where('projects.id', '=', projectId)
    .select(['projects.state', 'projects.rubricVersion', 'rubricVersions.rubric'])
    .executeTakeFirst();
  return row && { state: row.state, rubricVersion: row.rubricVersion, rubric: row.rubric as Rubric | null };
}

/** Reads the overlap and keeps the project's settings still until the transaction ends: new items must not miss a change. */
export async function holdOverlap(transaction: Transaction, projectId: string): Promise<number> {
  const row = await transaction
    .selectFrom('projects')
    .where('id', '=', projectId)
    .select('overlap')
    .forShare()
    .executeTakeFirstOrThrow();
  return row.overlap;
}
