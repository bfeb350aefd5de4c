import type { ImportChoices } from '#web/features/imports/uploading/import-flow.ts';

/** Whether rows with more than two responses were cut into pairs, so that a person may say which pairs. */
export function needsPairs(
  rows: readonly { readonly line: number }[],
  chosen: ImportChoices['pairs'],
): boolean {
  return chosen !== 'all' || new Set(rows.map(({ line }) => line)).size < rows.length;
}
