import { shownLanguage } from './shown-language.ts';

/** Keeps what is costly to make for each way of writing numbers and dates, such as a formatter of Intl. */
export function byLocale<Made>(make: (locale: string) => Made): () => Made {
  const made = new Map<string, Made>();
  return () => {
    const { locale } = shownLanguage();
    const known = made.get(locale);
    if (known !== undefined) return known;
    const fresh = make(locale);
    made.set(locale, fresh);
    return fresh;
  };
}
