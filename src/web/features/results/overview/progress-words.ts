import { countOf, formatCount } from '#web/ui/format-number.ts';
import { dayOf, type Forecast } from './forecast.ts';

const dayMs = 86_400_000;

function whenOf(days: number, now: Date): string {
  if (days <= 0) return 'today';
  if (days === 1) return 'tomorrow';
  const at = new Date(`${dayOf(new Date(now.getTime() + days * dayMs))}T12:00:00`);
  if (days < 7) return `on ${at.toLocaleDateString(undefined, { weekday: 'long' })}`;
  if (days > 365) return 'in more than a year';
  const year = at.getFullYear() === now.getFullYear() ? {} : ({ year: 'numeric' } as const);
  return `on ${at.toLocaleDateString(undefined, { day: 'numeric', month: 'long', ...year })}`;
}

/** "312 of 420 judgments; at this pace done on Thursday". */
export function progressSentence(input: {
  readonly done: number;
  readonly wanted: number;
  readonly forecast: Forecast;
  readonly now: Date;
}): string {
  const { done, wanted, forecast, now } = input;
  // Overlap may have been lowered since: more can be done than is wanted now.
  const amount = `${formatCount(done)} of ${countOf(Math.max(done, wanted), 'judgment')}`;
  if (forecast.kind === 'done') return `${amount}: everything that is wanted is there`;
  if (forecast.kind === 'no_pace') return `${amount}; nobody has judged in the last week`;
  return `${amount}; at this pace done ${whenOf(forecast.days, now)}`;
}
