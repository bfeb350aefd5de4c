import { describe, expect, it } from 'vitest';
import { checkKey } from '#domain/rubrics/check-words.ts';
import { keyFromLabel } from './key-from-label.ts';

describe('a key made from a label', () => {
  it.each([
    ['Helpfulness', [], 'helpfulness'],
    ['Follows the *format*?', [], 'follows_the_format'],
    ['Qualität der Antwort', [], 'qualitat_der_antwort'],
    ['2nd opinion', [], 'q_2nd_opinion'],
    ['Tone', ['tone', 'tone_2'], 'tone_3'],
    ['很好', [], ''],
  ])('%s', (label, taken, key) => {
    expect(keyFromLabel(label, taken)).toBe(key);
  });

  it('is a valid key also where the label is very long', () => {
    const long = 'very '.repeat(40);
    expect(checkKey(keyFromLabel(long, [keyFromLabel(long, [])]), 'key')).toEqual([]);
  });
});
