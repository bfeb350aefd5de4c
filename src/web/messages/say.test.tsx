import { render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { message, say, sayAs } from './say.ts';
import { Say } from './say-element.tsx';
import { showLanguage } from './shown-language.ts';

const english = { language: 'en', locale: 'en', catalogue: {} } as const;
const left = '{count, plural, one {# task} other {# tasks}} left';

afterEach(() => showLanguage(english));

describe('a text in English', () => {
  it.each([
    ['plain', say('Submit'), 'Submit'],
    ['with an apostrophe', say("It doesn't end"), "It doesn't end"],
    ['with a quoted brace', say("A '{' opens"), 'A { opens'],
    ['about one', say(left, { count: 1 }), '1 task left'],
    ['about many', say(left, { count: 1200 }), '1,200 tasks left'],
    ['with a name', say('Made by {name}', { name: '<b>{x}' }), 'Made by <b>{x}'],
    ['marked elsewhere', say(message('Draft')), 'Draft'],
    ['with a meaning', sayAs('verb', 'Open'), 'Open'],
    ['called like a property of every object', say('constructor'), 'constructor'],
  ])('%s is said as it stands', (_, said, expected) => {
    expect(said).toBe(expected);
  });
});

describe('a text in another language', () => {
  const german = {
    [left]: 'Noch {count, plural, one {# Aufgabe} other {# Aufgaben}}',
    'Open ‹verb›': 'Öffnen',
    'Open ‹state›': 'Offen',
  };
  const inGerman = () => showLanguage({ language: 'de', locale: 'de', catalogue: german });

  it('comes from the catalogue, with numbers in its own way', () => {
    inGerman();
    expect(say(left, { count: 1200 })).toBe('Noch 1.200 Aufgaben');
    expect([sayAs('verb', 'Open'), sayAs('state', 'Open')]).toEqual(['Öffnen', 'Offen']);
    expect(document.documentElement).toMatchObject({ lang: 'de', dir: 'ltr' });
  });

  it('falls back to English as a whole where it is missing', () => {
    inGerman();
    expect(say('{count, number} more', { count: 1200 })).toBe('1,200 more');
  });

  it('keeps names apart from the sentence around them where that runs from the right', () => {
    showLanguage({ language: 'ar', locale: 'ar-u-nu-latn', catalogue: { 'By {name}': 'بواسطة {name}' } });
    expect(say('By {name}', { name: 'Ada (lead)' })).toBe('بواسطة \u2068Ada (lead)\u2069');
    expect(document.documentElement.dir).toBe('rtl');
  });
});

describe('a text with elements inside', () => {
  it('puts them where the language wants them', () => {
    const screen = (
      <Say
        text="Press <key>Enter</key> to send {count, number} {thing}"
        values={{ key: (text) => <kbd>{text}</kbd>, count: 2, thing: <b>tasks</b> }}
      />
    );
    expect(render(screen).container.innerHTML).toBe('Press <kbd>Enter</kbd> to send 2 <b>tasks</b>');
    const catalogue = {
      'Press <key>Enter</key> to send {count, number} {thing}':
        '{count, number} {thing} mit <key>Enter</key> senden',
    };
    showLanguage({ language: 'de', locale: 'de', catalogue });
    expect(render(screen).container.innerHTML).toBe('2 <b>tasks</b> mit <kbd>Enter</kbd> senden');
  });
});
