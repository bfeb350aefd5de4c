import type { ImportRun } from '#contract/imports.ts';
import { type Message, message, say } from '#web/messages/say.ts';

export const stateWords: Readonly<Record<ImportRun['state'], Message>> = {
  waiting: message('Waiting'),
  running: message('Running'),
  done: message('Done'),
  failed: message('Stopped by a fault'),
  cancelled: message('Cancelled'),
};

export const stateTones = {
  waiting: 'neutral',
  running: 'neutral',
  done: 'good',
  failed: 'bad',
  cancelled: 'warn',
} as const satisfies Record<ImportRun['state'], string>;

/** "2,307 items added, 0 duplicates left out, 5 rows rejected". */
export function countsSentence({ itemsAdded: added, duplicates, rejected }: ImportRun): string {
  const parts = [say('{added, plural, one {# item} other {# items}} added', { added })];
  if (duplicates > 0) {
    parts.push(say('{duplicates, plural, one {# duplicate} other {# duplicates}} left out', { duplicates }));
  }
  if (rejected > 0) parts.push(say('{rejected, plural, one {# row} other {# rows}} rejected', { rejected }));
  return parts.join(', ');
}

/** "12,000 rows read, 24,310 a second". */
export function paceSentence({ rowsRead: rows, ratePerSecond: rate }: ImportRun): string {
  return rate === null
    ? say('{rows, plural, one {# row} other {# rows}} read', { rows })
    : say('{rows, plural, one {# row} other {# rows}} read, {rate, number} a second', { rows, rate });
}
