import { byLocale } from '#web/messages/by-locale.ts';

const formatsOf = (options: Intl.DateTimeFormatOptions) =>
  byLocale((locale) => new Intl.DateTimeFormat(locale, options));
const weekdayAndDay = formatsOf({ weekday: 'long', day: 'numeric', month: 'long' });
const shortDay = formatsOf({ day: 'numeric', month: 'short' });
const exact = formatsOf({ dateStyle: 'medium', timeStyle: 'short' });

/** Noon keeps a calendar day the same day in every time zone. */
function atNoon(day: string): Date {
  return new Date(`${day}T12:00:00`);
}

/** "Tuesday, 4 March" of a day such as 2026-03-04. */
export function formatDay(day: string): string {
  return weekdayAndDay().format(atNoon(day));
}

/** "4 Mar", where room is short. */
export function formatShortDay(day: string): string {
  return shortDay().format(atNoon(day));
}

/** Date and time of an instant, in the language of the page and the reader's time zone. */
export function formatInstant(instant: string): string {
  return exact().format(new Date(instant));
}
