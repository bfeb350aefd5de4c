import { IntlMessageFormat } from 'intl-messageformat';
import { readsFromRight } from './reads-from-right.ts';
import { shownLanguage } from './shown-language.ts';

export type Value = string | number | Date;
export type Values = Readonly<Record<string, Value>>;

/** What of ICU's syntax could stand in a message; without it there is nothing to parse. */
const syntax = /[{}<'|]/;
const parsed = new Map<string, IntlMessageFormat>();

/** The message parsed once for each way of writing numbers. */
function parse(message: string, locale: string): IntlMessageFormat {
  const key = `${locale}\n${message}`;
  const known = parsed.get(key);
  if (known) return known;
  const fresh = new IntlMessageFormat(message, locale);
  parsed.set(key, fresh);
  return fresh;
}

/** The English text or its translation, as a parsed message, or as plain text where there is nothing to fill in. */
export function findMessage(key: string, english: string): IntlMessageFormat | string {
  const { catalogue, locale, language } = shownLanguage();
  const translation = Object.hasOwn(catalogue, key) ? catalogue[key] : undefined;
  if (translation !== undefined || language === 'en') {
    const text = translation ?? english;
    return syntax.test(text) ? parse(text, locale) : text;
  }
  // English as a whole: numbers are written its way, and it runs from left to right.
  const text = readsFromRight() ? `\u2066${english}\u2069` : english;
  return syntax.test(text) ? parse(text, 'en') : text;
}

const isolate = (text: string) => `\u2068${text}\u2069`;

/** Names in Latin letters would otherwise pull the punctuation around them to the wrong side of an Arabic sentence. */
export function isolateValue<T>(value: T): T | string {
  return typeof value === 'string' && readsFromRight() ? isolate(value) : value;
}

/** Fills a message's placeholders. */
export function fillMessage(message: IntlMessageFormat | string, values: Values): string {
  if (typeof message === 'string') return message;
  const own = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, isolateValue(value)]));
  return String(message.format(own));
}
