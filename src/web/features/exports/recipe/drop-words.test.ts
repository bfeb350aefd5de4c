import { describe, expect, it } from 'vitest';
import { listDrops, previewSentence } from './drop-words.ts';

describe('what is left out', () => {
  it('is told with its reason, most frequent first', () => {
    expect(listDrops({ tie: 2, both_bad: 0, low_agreement: 9, new_reason: 1 })).toEqual([
      { key: 'low_agreement', count: 9, text: 'Annotators agreed less than asked for' },
      { key: 'tie', count: 2, text: 'Neither response was better' },
      { key: 'new_reason', count: 1, text: 'new_reason' },
    ]);
  });

  it.each([
    ['nothing is judged', { rows: 0, itemsSeen: 0, drops: {} }, /nothing to export/],
    ['nothing remains', { rows: 0, itemsSeen: 3, drops: { tie: 3 } }, /first 3 judged items, no row/],
    ['all is kept', { rows: 3, itemsSeen: 3, drops: {} }, /nothing is left out/],
    ['some is dropped', { rows: 1, itemsSeen: 3, drops: { tie: 2 } }, /2 left out/],
  ])('is put in a sentence when %s', (_, found, sentence) => {
    expect(previewSentence(found)).toMatch(sentence);
  });
});
