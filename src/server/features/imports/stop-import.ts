import type { HttpRefusal } from '#contract/refusals.ts';
import { isRefusal, refuse } from '#domain/outcomes/refusal.ts';
import type { Transaction } from '#server/database/database.ts';
import type { Services } from '#server/services/services.ts';
import {
  findImport,
  isUnfinished,
  moveImport,
  type StoredImport,
  unfinished,
} from '#server/store/import-store.ts';
import { publishImport } from './present-import.ts';
import { measureUpload } from './upload-files.ts';

interface Which {
  readonly projectId: string;
  readonly importId: string;
}

/** Stops an import. Its worker sees it before the next batch and writes nothing more. */
export async function cancelImport(services: Services, which: Which): Promise<StoredImport | HttpRefusal> {
  return change(services, which, async (transaction, run) => {
    if (!isUnfinished(run.state))
      return refuse('import_over', 'This import has ended already: there is nothing to stop.');
    await moveImport(transaction, {
      importId: run.id,
      from: unfinished,
      to: 'cancelled',
      finishedAt: services.now(),
    });
    return null;
  });
}

/** Goes on with a stopped or failed import where it ended. */
export async function resumeImport(services: Services, which: Which): Promise<StoredImport | HttpRefusal> {
  return change(services, which, async (transaction, run) => {
    if (isUnfinished(run.state)) return refuse('import_running', 'This import is running already.');
    if (run.state === 'done')
      return refuse('import_over', 'This import is complete: there is nothing to go on with.');
    if ((await measureUpload(services, run.uploadId)) === null)
      return refuse('upload_gone', 'The uploaded file is no longer on the server: upload it again.');
    await moveImport(transaction, {
      importId: run.id,
      from: ['cancelled', 'failed'],
      to: 'waiting',
      failure: null,
      finishedAt: null,
    });
    await services.jobs.send(transaction, 'import', run.id);
    return null;
  });
}

async function change(
  services: Services,
  which: Which,
  act: (transaction: Transaction, run: StoredImport) => Promise<HttpRefusal | null>,
): Promise<StoredImport | HttpRefusal> {
  const outcome = await services.database.kysely.transaction().execute(async (transaction) => {
    const run = await findImport(transaction, { ...which, lock: true });
    if (!run) return noSuchImport();
    const refusal = await act(transaction, run);
    return refusal ?? (await findImport(transaction, which)) ?? noSuchImport();
  });
  if (!isRefusal(outcome)) publishImport(services, outcome);
  return outcome;
}

export function noSuchImport(): HttpRefusal {
  return refuse('not_found', 'There is no such import in this project.');
}
