import type { NormaliserState } from '#domain/imports/normaliser.ts';
import type { Transaction } from '#server/database/database.ts';
import { transact } from '#server/database/transact.ts';
import type { Services } from '#server/services/services.ts';
import { insertRejections, type StoredRejection } from '#server/store/import-rejection-store.ts';
import {
  holdOverlap,
  type ImportPosition,
  lockImport,
  moveImport,
  recordProgress,
  type StoredImport,
} from '#server/store/import-store.ts';
import {
  type AddedItems,
  dropCursorsBehind,
  insertItems,
  lockItemWriting,
} from '#server/store/item-writing-store.ts';
import { noteModels } from '#server/store/model-change-store.ts';
import type { PlacedRejection, PreparedBatch } from './prepare-batch.ts';

export interface BatchToWrite extends PreparedBatch {
  /** Where reading goes on behind this batch. */
  readonly position: ImportPosition;
  readonly normaliserState: NormaliserState | null;
  readonly bytesRead: number;
  readonly runningMs: number;
  /** True for the last one, which also closes the import. */
  readonly last: boolean;
}

/**
 * Writes one batch with its counts and the position behind it in one transaction, so that a kill at any moment
 * leaves totals that are exact. Returns the import as it then stands, or null where it is no longer ours to write:
 * cancelled, or moved on by somebody else.
 */
export async function writeBatch(
  services: Services,
  run: StoredImport,
  batch: BatchToWrite,
): Promise<StoredImport | null> {
  return transact(services.database.kysely, async (transaction) => {
    const now = await lockImport(transaction, { importId: run.id, waitForDisk: batch.last });
    if (now?.state !== 'running' || now.rowsRead !== run.rowsRead) return null;
    const added = await addItems(services, transaction, { run, batch });
    await insertRejections(transaction, run.id, batch.rejections.map(toStored(run.rejected)));
    const counts = {
      itemsAdded: added.count,
      duplicates: batch.items.count - added.count,
      rejected: batch.rejections.length,
      verdicts: added.verdicts,
      runningMs: batch.runningMs,
    };
    const { position, normaliserState, bytesRead } = batch;
    await recordProgress(transaction, { importId: run.id, position, normaliserState, bytesRead, ...counts });
    const finishedAt = batch.last ? await close(services, transaction, run) : null;
    return {
      ...run,
      ...sum(run, counts),
      position,
      normaliserState,
      bytesRead,
      rowsRead: position.records,
      state: batch.last ? 'done' : 'running',
      finishedAt,
    };
  });
}

async function addItems(
  services: Services,
  transaction: Transaction,
  { run, batch: { items, models } }: { run: StoredImport; batch: PreparedBatch },
): Promise<AddedItems> {
  const { projectId, choices } = run;
  if (items.count === 0) return { count: 0, verdicts: 0, firstId: null };
  await lockItemWriting(transaction, projectId);
  const overlap = await holdOverlap(transaction, projectId);
  const { priority } = choices;
  const added = await insertItems(transaction, {
    projectId,
    importId: run.id,
    priority,
    overlap,
    now: services.now(),
    items,
  });
  const { firstId } = added;
  // All that one import brings comes at one moment for those who look back.
  if (firstId !== null)
    await noteModels(transaction, { projectId, names: models, version: 1, at: run.createdAt });
  if (firstId !== null) await dropCursorsBehind(transaction, { projectId, priority, firstId });
  return added;
}

async function close(services: Services, transaction: Transaction, run: StoredImport): Promise<Date> {
  const finishedAt = services.now();
  await moveImport(transaction, { importId: run.id, from: ['running'], to: 'done', finishedAt });
  return finishedAt;
}

type Counts = Pick<StoredImport, 'itemsAdded' | 'duplicates' | 'rejected' | 'verdicts' | 'runningMs'>;

function sum(run: Counts, more: Counts): Counts {
  return {
    itemsAdded: run.itemsAdded + more.itemsAdded,
    duplicates: run.duplicates + more.duplicates,
    rejected: run.rejected + more.rejected,
    verdicts: run.verdicts + more.verdicts,
    runningMs: run.runningMs + more.runningMs,
  };
}

const longestField = 300;
const longestMessage = 2_000;

/** Complaints quote the file, so they may hold what made the row unfit to be stored. */
function toStored(before: number) {
  return ({ line, rejection }: PlacedRejection, index: number): StoredRejection => ({
    line,
    ordinal: before + index,
    field: rejection.field === '' ? null : storable(rejection.field, longestField),
    code: rejection.code,
    message: storable(rejection.message, longestMessage),
  });
}

function storable(text: string, length: number): string {
  return text.slice(0, length).toWellFormed().replaceAll('\0', '\ufffd');
}
