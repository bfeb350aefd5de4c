/** The languages of the interface, each by its own name. English is the source and needs no catalogue. */
export const languages = {
  en: { name: 'English', direction: 'ltr', locale: 'en' },
  de: { name: 'Deutsch', direction: 'ltr', locale: 'de' },
  // Latin digits, because keys on the keyboard are shown beside the numbers that they set.
  ar: { name: 'العربية', direction: 'rtl', locale: 'ar-u-nu-latn' },
} as const;

export type Language = keyof typeof languages;
export type LanguageChoice = 'auto' | Language;

export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && Object.hasOwn(languages, value);
}

function languageOf(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? '';
}

/** The language chosen, or else the first of the browser's that the interface is written in. */
export function resolveLanguage(choice: LanguageChoice, wanted: readonly string[]): Language {
  if (choice !== 'auto') return choice;
  return wanted.map(languageOf).find(isLanguage) ?? 'en';
}

/** Browsers also name what is no language tag, such as "en-US@posix" where the system has no language set. */
function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** How numbers and dates are written: as in the browser's own region where it speaks the language of the page. */
export function resolveLocale(language: Language, wanted: readonly string[]): string {
  const { locale } = languages[language];
  const regional = wanted.find((tag) => languageOf(tag) === language && isLanguageTag(tag));
  return regional === undefined || locale.includes('-u-') ? locale : regional;
}
