import { describe, expect, it } from 'vitest';
import { foldLetters, foldQuery } from './fold-letters.ts';

describe('folding', () => {
  it.each([
    ['case', 'Tea', 'tea'],
    ['diacritics', 'Café', 'cafe'],
    ['diacritics of their own', 'Cafe\u0301', 'cafe'],
    ['capitals beyond Latin', 'ЁЖ', 'еж'],
    ['vowel marks', 'مَرحَبا', 'مرحبا'],
    ['wide letters', 'ＡＢ', 'ab'],
    ['line ends', 'a\nb', 'a b'],
  ])('takes off %s', (_, text, folded) => {
    expect(foldLetters(text).text).toBe(folded);
  });

  it('knows where each character came from', () => {
    const { text, origins } = foldLetters('ae\u0301😀ﬁx');
    expect(text).toBe('ae😀fix');
    expect(origins).toEqual([0, 1, 3, 3, 5, 5, 6]);
  });

  it('looks for words whatever the space between them', () => {
    expect(foldQuery('  Two\n  WORDS ')).toBe('two words');
    expect(foldQuery('   ')).toBe('');
  });
});
