import { explainDatabaseError } from '#server/http/database-errors.ts';

/** Says in words why an export failed; null where trying again later may help. */
export function explainFailure(error: unknown): string | null {
  const { code, message } = (error ?? {}) as { code?: string; message?: string };
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return 'The disk of the server is full: free some space, then start the export again. Nothing of it was kept.';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return 'The server may not write into its data folder: let it write there, then start the export again.';
  const known = explainDatabaseError(error);
  if (known?.refused === 'database_away') return null;
  if (known) return known.message;
  return `Something unexpected stopped the export (${message ?? 'no reason given'}): start it again, and tell your admin if it stays so.`;
}
