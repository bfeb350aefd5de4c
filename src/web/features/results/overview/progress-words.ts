import { say } from '#web/messages/say.ts';
import { shownLanguage } from '#web/messages/shown-language.ts';
import { dayOf, type Forecast } from './forecast.ts';

const dayMs = 86_400_000;

function whenDone(days: number, now: Date): string {
  if (days <= 0) return say('at this pace done today');
  if (days === 1) return say('at this pace done tomorrow');
  if (days > 365) return say('at this pace done in more than a year');
  const at = new Date(`${dayOf(new Date(now.getTime() + days * dayMs))}T12:00:00`);
  const { locale } = shownLanguage();
  const year = at.getFullYear() === now.getFullYear() ? {} : ({ year: 'numeric' } as const);
  const day =
    days < 7
      ? at.toLocaleDateString(locale, { weekday: 'long' })
      : at.toLocaleDateString(locale, { day: 'numeric', month: 'long', ...year });
  return say('at this pace done on {day}', { day });
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
  const amount = say('{done, number} of {wanted, plural, one {# judgment} other {# judgments}}', {
    done,
    wanted: Math.max(done, wanted),
  });
  if (forecast.kind === 'done') return say('{amount}: everything that is wanted is there', { amount });
  if (forecast.kind === 'no_pace') return say('{amount}; nobody has judged in the last week', { amount });
  return `${amount}; ${whenDone(forecast.days, now)}`;
}
