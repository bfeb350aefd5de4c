import { setTimeout as sleep } from 'node:timers/promises';
import { explainDatabaseError } from '#server/http/database-errors.ts';
import type { Services } from '#server/services/services.ts';
import {
  findImport,
  isUnfinished,
  moveImport,
  type StoredImport,
  unfinished,
} from '#server/store/import-store.ts';
import { dropCursors } from '#server/store/item-writing-store.ts';
import { explainFailure } from './explain-failure.ts';
import { importFile } from './import-file.ts';
import { withImportLock } from './import-lock.ts';
import { publishImport } from './present-import.ts';
import { dropDoneUpload } from './tidy-uploads.ts';

const waitForDatabaseMs = 3_000;
const mostWaits = 200;
const waitForWorkerMs = 500;

/**
 * Runs an import to its end, from wherever it stands; harmless to call twice, for two workers never run one import.
 * A database that is away is waited for; everything else that goes wrong is told in the import itself.
 */
export async function runImport(services: Services, importId: string): Promise<void> {
  let waits = 0;
  for (;;) {
    try {
      if (await withImportLock(services, importId, () => runOnce(services, importId))) return;
      // Another worker holds it. It may be on its way out, after a cancellation or a lost connection, so ask again.
      const run = await findImport(services.database.kysely, { importId });
      if (!run || !isUnfinished(run.state)) return;
      await sleep(waitForWorkerMs);
    } catch (error) {
      if (services.database.pool.ending) return;
      if (explainDatabaseError(error)?.refused !== 'database_away' || waits >= mostWaits) throw error;
      waits += 1;
      services.log.warn({ err: error, importId }, 'an import waits for the database');
      await sleep(waitForDatabaseMs);
    }
  }
}

async function runOnce(services: Services, importId: string): Promise<void> {
  const { kysely, pool } = services.database;
  const began = await moveImport(kysely, { importId, from: unfinished, to: 'running' });
  const run = began ? await findImport(kysely, { importId }) : undefined;
  if (!run) return;
  publishImport(services, run);
  try {
    await importFile(services, run);
    const after = await findImport(kysely, { importId });
    if (after?.state === 'done') await dropDoneUpload(services, run.uploadId);
  } catch (error) {
    if (pool.ending || explainDatabaseError(error)?.refused === 'database_away') throw error;
    await fail(services, run, error);
  }
  // A claim that was under way while a batch committed may have noted a hint that stands behind items it could not see.
  await dropCursors(kysely, run.projectId);
}

async function fail(services: Services, run: StoredImport, error: unknown): Promise<void> {
  const { kysely } = services.database;
  const stands = (await findImport(kysely, { importId: run.id })) ?? run;
  const failure = explainFailure(error, stands.position);
  if (failure === null) services.log.error({ err: error, importId: run.id }, 'an import failed');
  await moveImport(kysely, {
    importId: run.id,
    from: unfinished,
    to: 'failed',
    failure:
      failure ??
      'Something failed on our side; every row counted so far is stored. Go on with the import, and tell your admin if it fails again.',
    finishedAt: services.now(),
  });
  const after = await findImport(kysely, { importId: run.id });
  if (after) publishImport(services, after);
}
