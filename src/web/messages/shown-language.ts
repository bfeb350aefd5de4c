import { useSyncExternalStore } from 'react';
import {
  isLanguage,
  type Language,
  type LanguageChoice,
  languages,
  resolveLanguage,
  resolveLocale,
} from './languages.ts';

/** English text → the text in another language. */
export type Catalogue = Readonly<Record<string, string>>;

export interface ShownLanguage {
  readonly language: Language;
  readonly locale: string;
  readonly catalogue: Catalogue;
}

const load: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  en: async () => ({}),
  de: async () => (await import('./de.json', { with: { type: 'json' } })).default,
  ar: async () => (await import('./ar.json', { with: { type: 'json' } })).default,
};

const storageKey = 'plumbline-language';
const listeners = new Set<() => void>();
let shown: ShownLanguage = { language: 'en', locale: resolveLocale('en', wanted()), catalogue: {} };
let newestChoice = 0;

function wanted(): readonly string[] {
  return typeof navigator === 'undefined' ? [] : (navigator.languages ?? []);
}

/** What the page is written in now. */
export function shownLanguage(): ShownLanguage {
  return shown;
}

/** Writes the page in a language whose texts are at hand. */
export function showLanguage(next: ShownLanguage): void {
  shown = next;
  document.documentElement.lang = next.language;
  document.documentElement.dir = languages[next.language].direction;
  for (const listener of listeners) listener();
}

/**
 * Loads the texts of the language chosen, writes the page in it and remembers it for the next first paint. Where the
 * texts cannot be loaded the page stays as it is.
 */
export async function chooseLanguage(choice: LanguageChoice): Promise<void> {
  remember(choice);
  newestChoice += 1;
  const own = newestChoice;
  const language = resolveLanguage(choice, wanted());
  if (language === shown.language) return;
  const catalogue = await load[language]().catch(() => undefined);
  if (catalogue === undefined || own !== newestChoice) return;
  showLanguage({ language, locale: resolveLocale(language, wanted()), catalogue });
}

/** Writes the page in the language that was last chosen in this browser. */
export async function chooseStoredLanguage(): Promise<void> {
  await chooseLanguage(recall());
}

function remember(choice: LanguageChoice): void {
  try {
    localStorage.setItem(storageKey, choice);
  } catch {
    // Storage may be forbidden; the account's preference still applies once it is loaded.
  }
}

function recall(): LanguageChoice {
  try {
    const value = localStorage.getItem(storageKey);
    return isLanguage(value) ? value : 'auto';
  } catch {
    return 'auto';
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The language of the page; renders again when it changes. */
export function useShownLanguage(): Language {
  return useSyncExternalStore(subscribe, () => shown.language);
}
