import { describe, expect, it } from 'vitest';
import { resolveLanguage, resolveLocale } from './languages.ts';

describe('how numbers and dates are written', () => {
  it.each([
    ['as in the region of the browser', 'en', ['en-GB', 'en'], 'en-GB'],
    ['as usual where the browser speaks another language', 'de', ['en-GB'], 'de'],
    ['as the next one where the first is no language tag', 'en', ['en-US@posix', 'en-CA'], 'en-CA'],
    ['as usual where none is a language tag', 'en', ['en-US@posix', 'en_US'], 'en'],
    ['in Latin digits in Arabic', 'ar', ['ar-EG'], 'ar-u-nu-latn'],
  ] as const)('is told %s', (_, language, wanted, expected) => {
    expect(resolveLocale(language, wanted)).toBe(expected);
    expect(() => new Intl.NumberFormat(resolveLocale(language, wanted))).not.toThrow();
  });

  it('goes with a language that is found also where its tag is odd', () => {
    expect(resolveLanguage('auto', ['de-DE@euro', 'en'])).toBe('de');
    expect(resolveLanguage('auto', ['de-DE', 'en'])).toBe('de');
  });
});
