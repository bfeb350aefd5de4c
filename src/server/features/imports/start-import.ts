import type { HttpRefusal } from '#contract/refusals.ts';
import type { PairExpansion } from '#domain/imports/expand-pairs.ts';
import type { ImportFormat } from '#domain/imports/format.ts';
import type { ColumnMapping } from '#domain/imports/mapping.ts';
import { isRefusal, refuse } from '#domain/outcomes/refusal.ts';
import { comparesPairs } from '#domain/rubrics/rubric.ts';
import { anyNumber, responsesNeeded } from '#domain/rubrics/validate-together.ts';
import type { Services } from '#server/services/services.ts';
import {
  findImport,
  findImportProject,
  hasUnfinishedImport,
  insertImport,
  type StoredImport,
} from '#server/store/import-store.ts';
import { findUpload } from '#server/store/upload-store.ts';
import { examineFile } from './examine-file.ts';
import { readCompleteUpload } from './start-upload.ts';
import { uploadPath } from './upload-files.ts';

export interface StartImport {
  readonly projectId: string;
  readonly personId: string;
  readonly uploadId: string;
  readonly priority: number;
  readonly format?: ImportFormat | undefined;
  readonly mapping?: ColumnMapping | undefined;
  readonly pairs: PairExpansion;
}

/** Begins an import in the background: its row and its job exist together or not at all. */
export async function startImport(
  services: Services,
  input: StartImport,
): Promise<StoredImport | HttpRefusal> {
  const found = await readCompleteUpload(services, input);
  if (isRefusal(found)) return found;
  const examined = await examineFile(uploadPath(services, found.upload.id), input);
  if (isRefusal(examined)) return examined;
  if (examined.mappingProblem) return examined.mappingProblem;
  const { format, mapping } = examined;
  return services.database.kysely.transaction().execute(async (transaction) => {
    const upload = await findUpload(transaction, { ...input, lock: true });
    const project = await findImportProject(transaction, input.projectId);
    if (!upload || !project) return refuse('not_found', 'There is no such upload in this project.');
    if (project.state === 'closed')
      return refuse('project_closed', 'This project is closed: reopen it before you import.');
    if (await hasUnfinishedImport(transaction, upload.id))
      return refuse('import_running', 'This file is being imported already: wait for it, or cancel it.');
    const id = services.newId();
    const pairs = project.rubric && comparesPairs(project.rubric) ? input.pairs : null;
    await insertImport(transaction, {
      id,
      projectId: input.projectId,
      uploadId: upload.id,
      fileName: upload.fileName,
      format,
      choices: {
        mapping,
        pairs,
        priority: input.priority,
        range: project.rubric ? responsesNeeded(project.rubric) : anyNumber,
      },
      bytesTotal: upload.sizeBytes,
      createdBy: input.personId,
      now: services.now(),
    });
    await services.jobs.send(transaction, 'import', id);
    return (await findImport(transaction, { importId: id })) ?? refuse('not_found', 'The import is gone.');
  });
}
