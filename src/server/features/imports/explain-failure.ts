import { explainDatabaseError } from '#server/http/database-errors.ts';
import { UnreadableFile } from '#server/reading/unreadable-file.ts';
import type { ImportPosition } from '#server/store/import-store.ts';
import { isMissingFile } from './upload-files.ts';

/** Says in words why an import stopped, where, and what to do; null where nobody foresaw it. */
export function explainFailure(error: unknown, position: ImportPosition | null): string | null {
  if (error instanceof UnreadableFile) return `${error.message} ${describeReach(position)}`;
  if (isMissingFile(error)) {
    return `The uploaded file is no longer on the server: upload it again and start a new import. ${describeReach(position)}`;
  }
  if (explainDatabaseError(error)?.refused === 'disk_full') {
    return `The disk of the database is full: free some space, then go on with the import. ${describeReach(position)}`;
  }
  return null;
}

function describeReach(position: ImportPosition | null): string {
  if (!position || position.records === 0) return 'Nothing was imported.';
  return `Everything up to line ${(position.line - 1).toLocaleString('en')} is settled and stays.`;
}
