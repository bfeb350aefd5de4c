import { parse } from '@formatjs/icu-messageformat-parser';
import { describe, expect, test } from 'vitest';
import { collectFrom, collectMessages } from '#test/support/collect-messages.ts';
import { listKeys, orderCatalogue, readCatalogue, translated } from '#test/support/order-catalogues.ts';
import { placeholdersOf } from '#test/support/placeholders-of.ts';
import { listSourceFiles } from './source-files.ts';

const collected = collectMessages();
const keys = listKeys();
const withoutMeaning = (key: string) => key.replace(/ ‹[^›]*›$/, '');

/** Places that show English to everybody, each with its reason; the list only shrinks. */
const unsaidPlaces: Readonly<Record<string, string>> = {
  'src/web/features/api-docs/':
    'The API says the same English words in every language, and so does its documentation.',
  'src/web/ui/code-runner/worker/': 'What a program prints when it fails, in the words of its language.',
};
/** Names that are the same in every language. */
const names = new Set(['JSONL', 'Parquet', 'Plumbline', 'key_in_exports', '&nbsp;']);

/** What an annotator meets from sign-in to the last judgment; every language must have it. */
const everywhere =
  /^src\/web\/(features\/(judging|home|shell)\/|features\/accounts\/(sign-in|entry|demo|join|new-person|set-up|settings|reading|language|name|password)|ui\/|session\/)/;

describe('texts of the interface', () => {
  test('go through the catalogue', () => {
    const unsaid = collected.unsaid.filter(
      ({ text, at }) => !names.has(text) && !Object.keys(unsaidPlaces).some((place) => at.startsWith(place)),
    );
    expect(unsaid).toEqual([]);
  });

  test('are said only once the language is known, and written out where they are said', () => {
    expect(collected.misused).toEqual([]);
  });

  test('still need every exemption', () => {
    const needless = Object.keys(unsaidPlaces).filter(
      (place) => !collected.unsaid.some(({ at }) => at.startsWith(place)),
    );
    expect(needless).toEqual([]);
  });

  test('can be parsed', () => {
    const broken = [...keys].filter((key) => {
      try {
        parse(withoutMeaning(key));
        return false;
      } catch {
        return true;
      }
    });
    expect(broken).toEqual([]);
  });

  test('begin and end with a word, so that no language is given loose spaces', () => {
    expect([...keys].filter((key) => key.trim() !== key)).toEqual([]);
  });
});

describe.each(translated)('the catalogue %s', (language) => {
  const catalogue = readCatalogue(language);

  test('holds nothing that nobody says, and is in order', () => {
    expect(`${JSON.stringify(catalogue, null, 2)}\n`).toBe(orderCatalogue(catalogue, keys));
  });

  test('fills the same placeholders as English', () => {
    const differing = Object.entries(catalogue).filter(
      ([key, text]) => String(placeholdersOf(text)) !== String(placeholdersOf(withoutMeaning(key))),
    );
    expect(differing).toEqual([]);
  });

  test('has what every annotator meets', () => {
    const needed = collected.messages.filter(({ at }) => everywhere.test(at)).map(({ text }) => text);
    expect([...new Set(needed)].filter((key) => !Object.hasOwn(catalogue, key))).toEqual([]);
  });
});

test('the German catalogue is complete', () => {
  const catalogue = readCatalogue('de');
  expect([...keys].filter((key) => !Object.hasOwn(catalogue, key))).toEqual([]);
});

/** Places that run from left to right in every language, each with its reason; the list only shrinks. */
const leftToRight: Readonly<Record<string, string>> = {
  'src/web/ui/charts/day-steps.module.css': 'Time runs from left to right.',
  'src/web/ui/code-runner/code-editor.module.css': 'Code runs from left to right.',
  'src/web/ui/rendered-text/rendered-text.module.css': 'Code runs from left to right.',
};

test('screens are laid out from start to end, so that they mirror', () => {
  const sided =
    /(?:margin|padding|border)-(?:left|right)|^\s*(?:left|right):|text-align: (?:left|right)|-(?:left|right)-radius|float:/;
  const found = listSourceFiles(['.css']).filter(
    ({ path, lines }) => path.startsWith('src/web/') && lines.some((line) => sided.test(line)),
  );
  expect(found.map(({ path }) => path)).toEqual(Object.keys(leftToRight));
});

describe('the collector of texts', () => {
  const collect = (text: string) => collectFrom({ path: 'src/web/x.tsx', text });
  const textsOf = (found: readonly { readonly text: string }[]) => found.map(({ text }) => text);

  test.each([
    ['a call', `const f = () => say('One');`, ['One']],
    ['a choice', `const f = () => say(a ? 'One' : 'Two');`, ['One', 'Two']],
    ['a word with a meaning', `const f = () => sayAs('verb', 'Open');`, ['Open ‹verb›']],
    ['a marked text', `const words = { a: message('One') };`, ['One']],
    ['a sentence with elements', `const f = () => <Say text="A <b>b</b>" values={{}} />;`, ['A <b>b</b>']],
  ])('finds what %s says', (_, text, keysFound) => {
    const found = collect(text);
    expect([textsOf(found.messages), found.unsaid, found.misused]).toEqual([keysFound, [], []]);
  });

  test.each([
    ['text in an element', `const f = () => <p>Some words</p>;`, 'Some words'],
    ['a label', `const f = () => <p aria-label="Some words" />;`, 'Some words'],
    ['a branch', 'const f = () => <p>{a && `Some words`}</p>;', 'Some words'],
    ['a title in an object', `const f = () => ({ title: 'Some words' });`, 'Some words'],
    ['a toast', `const f = () => showToast('Some words');`, 'Some words'],
  ])('finds %s that is not said', (_, text, unsaid) => {
    expect(textsOf(collect(text).unsaid)).toEqual([unsaid]);
  });

  test.each([
    ['said at the top of a module', `const title = say('One');`],
    ['marked without being written out', 'const words = { a: message(text) };'],
  ])('refuses what is %s', (_, text) => {
    expect(collect(text).misused).toHaveLength(1);
  });
});
