import { describe, expect, test } from 'vitest';
import { countCharacters } from './count-characters.ts';
import { isStorableText } from './is-storable-text.ts';

describe('countCharacters', () => {
  test.each([
    ['nothing', '', 0],
    ['plain letters', 'abc', 3],
    ['an emoji as one', 'a😀b', 3],
    ['a lone high surrogate as one', 'a\ud83d', 2],
    ['two emojis side by side', '😀😀', 2],
  ])('counts %s', (_name, text, expected) => {
    expect(countCharacters(text)).toBe(expected);
  });
});

describe('isStorableText', () => {
  test.each([
    ['plain text', 'abc', true],
    ['an emoji', '😀', true],
    ['line and paragraph separators', '\u2028\u2029', true],
    ['a NUL', 'a\u0000b', false],
    ['a lone high surrogate', 'a\ud83d', false],
    ['a lone low surrogate', '\ude00a', false],
  ])('judges %s', (_name, text, expected) => {
    expect(isStorableText(text)).toBe(expected);
  });
});
