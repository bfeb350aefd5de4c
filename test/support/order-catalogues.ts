import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '#test/architecture/source-files.ts';
import { collectMessages } from './collect-messages.ts';
import { listKnownTexts } from './known-texts.ts';

export const translated = ['de', 'ar'] as const;
export type Translated = (typeof translated)[number];

const pathOf = (language: Translated) => join(root, `src/web/messages/${language}.json`);

export function readCatalogue(language: Translated): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(pathOf(language), 'utf8')) as Record<string, string>;
}

/** Everything that a catalogue may hold: what the source says, and the fixed texts of tables. */
export function listKeys(): ReadonlySet<string> {
  return new Set([...collectMessages().messages.map(({ text }) => text), ...listKnownTexts()]);
}

/** A catalogue as it stands in its file: by key, without what nobody says any more. */
export function orderCatalogue(
  catalogue: Readonly<Record<string, string>>,
  keys: ReadonlySet<string>,
): string {
  const kept = Object.entries(catalogue).filter(([key]) => keys.has(key));
  const ordered = kept.toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(ordered), null, 2)}\n`;
}

/** What is missing in a catalogue, and what nobody says any more. */
function report(language: Translated, keys: ReadonlySet<string>): string {
  const catalogue = readCatalogue(language);
  const missing = [...keys].filter((key) => !Object.hasOwn(catalogue, key));
  const stale = Object.keys(catalogue).filter((key) => !keys.has(key));
  const list = (title: string, found: readonly string[]) =>
    [`${language}: ${found.length} ${title}`, ...found.map((key) => `  ${JSON.stringify(key)}`)].join('\n');
  return `${list('missing', missing)}\n${list('stale', stale)}`;
}

// Run as a command: says what the catalogues lack; with --write it takes out what is stale and puts them in order.
if (process.argv[1] === import.meta.filename) {
  const keys = listKeys();
  for (const language of translated) {
    console.log(report(language, keys));
    if (process.argv.includes('--write')) {
      writeFileSync(pathOf(language), orderCatalogue(readCatalogue(language), keys));
    }
  }
}
