import { byLocale } from '#web/messages/by-locale.ts';
import { say } from '#web/messages/say.ts';
import { shownLanguage } from '#web/messages/shown-language.ts';

const formatsOf = (options: Intl.NumberFormatOptions) =>
  byLocale((locale) => new Intl.NumberFormat(locale, options));
const whole = formatsOf({ maximumFractionDigits: 0 });
const percent = formatsOf({ style: 'percent', maximumFractionDigits: 0 });
const compact = formatsOf({ notation: 'compact', maximumFractionDigits: 1 });

/** 12,345 as the language of the page writes it. */
export function formatCount(value: number): string {
  return whole().format(value);
}

/** A share from 0 to 1 as 42 %. Never 100 % or 0 % unless it is exactly that. */
export function formatShare(share: number): string {
  const rounded = Math.round(share * 100) / 100;
  if (rounded === 1 && share < 1) return percent().format(0.99);
  if (rounded === 0 && share > 0) return percent().format(0.01);
  return percent().format(share);
}

/** 1.2M, for places where a rough figure is enough. */
export function formatCompact(value: number): string {
  return compact().format(value);
}

/** A statistic with a fixed number of decimals, so that columns line up. */
export function formatDecimal(value: number, decimals = 2): string {
  return value.toLocaleString(shownLanguage().locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}

const twoDigits = (count: number) => String(count).padStart(2, '0');

/** 41 s, 3 min 05 s, 2 h 10 min. */
export function formatDuration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return say('{seconds} s', { seconds });
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return say('{minutes} min {seconds} s', { minutes, seconds: twoDigits(seconds % 60) });
  return say('{hours} h {minutes} min', {
    hours: Math.floor(minutes / 60),
    minutes: twoDigits(minutes % 60),
  });
}

const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** 3.4 MB in the language of the page. */
export function formatBytes(bytes: number): string {
  const power = Math.min(byteUnits.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  const unit = byteUnits[power] ?? 'byte';
  return new Intl.NumberFormat(shownLanguage().locale, {
    style: 'unit',
    unit,
    maximumFractionDigits: 1,
  }).format(bytes / 1000 ** power);
}

const plurals = new Intl.PluralRules('en');

/** "1 item", "2 items". */
export function countOf(count: number, one: string, many: string = `${one}s`): string {
  return `${formatCount(count)} ${plurals.select(count) === 'one' ? one : many}`;
}
