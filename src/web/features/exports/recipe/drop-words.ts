import { dropReasons, dropReasonTexts } from '#domain/exports/drop-reason.ts';
import { countOf, formatCount } from '#web/ui/format-number.ts';

export interface DropLine {
  readonly key: string;
  readonly count: number;
  readonly text: string;
}

/** Why something made no row, most frequent first. */
export function listDrops(drops: Readonly<Record<string, number>>): readonly DropLine[] {
  return Object.entries(drops)
    .filter(([, count]) => count > 0)
    .map(([key, count]) => {
      const known = dropReasons.find((reason) => reason === key);
      return { key, count, text: known ? dropReasonTexts[known] : key };
    })
    .sort((a, b) => b.count - a.count);
}

/** One sentence on what the first rows show. */
export function previewSentence(found: {
  readonly rows: number;
  readonly itemsSeen: number;
  readonly drops: Readonly<Record<string, number>>;
}): string {
  const dropped = listDrops(found.drops).reduce((sum, { count }) => sum + count, 0);
  if (found.itemsSeen === 0) return 'No item has been judged yet, so there is nothing to export.';
  const from = `From the first ${countOf(found.itemsSeen, 'judged item')}`;
  if (found.rows === 0) return `${from}, no row would be written.`;
  return dropped === 0 ? `${from}; nothing is left out.` : `${from}; ${formatCount(dropped)} left out.`;
}
