import type { ImportRun } from '#contract/imports.ts';
import { countOf, formatCount } from '#web/ui/format-number.ts';

export const stateWords: Readonly<Record<ImportRun['state'], string>> = {
  waiting: 'Waiting',
  running: 'Running',
  done: 'Done',
  failed: 'Stopped by a fault',
  cancelled: 'Cancelled',
};

export const stateTones = {
  waiting: 'neutral',
  running: 'neutral',
  done: 'good',
  failed: 'bad',
  cancelled: 'warn',
} as const satisfies Record<ImportRun['state'], string>;

/** "2,307 items added, 0 duplicates left out, 5 rows rejected". */
export function countsSentence(run: ImportRun): string {
  const parts = [`${countOf(run.itemsAdded, 'item')} added`];
  if (run.duplicates > 0) parts.push(`${countOf(run.duplicates, 'duplicate')} left out`);
  if (run.rejected > 0) parts.push(`${countOf(run.rejected, 'row')} rejected`);
  return parts.join(', ');
}

/** "12,000 rows read, 24,310 a second". */
export function paceSentence(run: ImportRun): string {
  const read = `${countOf(run.rowsRead, 'row')} read`;
  return run.ratePerSecond === null ? read : `${read}, ${formatCount(run.ratePerSecond)} a second`;
}
