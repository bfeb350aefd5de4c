import { dropReasons, dropReasonTexts } from '#domain/exports/drop-reason.ts';
import { say, sayKnown } from '#web/messages/say.ts';

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
      return { key, count, text: known ? sayKnown(dropReasonTexts[known]) : key };
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
  const { itemsSeen: seen, rows } = found;
  if (seen === 0) return say('No item has been judged yet, so there is nothing to export.');
  if (rows === 0) {
    return say(
      'From the first {seen, plural, one {# judged item} other {# judged items}}, no row would be written.',
      { seen },
    );
  }
  if (dropped === 0) {
    return say(
      'From the first {seen, plural, one {# judged item} other {# judged items}}; nothing is left out.',
      { seen },
    );
  }
  return say(
    'From the first {seen, plural, one {# judged item} other {# judged items}}; {dropped, number} left out.',
    { seen, dropped },
  );
}
