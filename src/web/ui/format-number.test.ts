import { describe, expect, it } from 'vitest';
import { countOf, formatDuration, formatShare } from './format-number.ts';

describe('a share', () => {
  it.each([
    [0, '0%'],
    [0.001, '1%'],
    [0.424, '42%'],
    [0.9999, '99%'],
    [1, '100%'],
  ])('of %d reads %s', (share, text) => {
    expect(formatShare(share)).toBe(text);
  });
});

describe('a duration', () => {
  it.each([
    [400, '0 s'],
    [41_200, '41 s'],
    [185_000, '3 min 05 s'],
    [7_800_000, '2 h 10 min'],
  ])('of %d ms reads %s', (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });
});

describe('a count', () => {
  it('agrees with its noun', () => {
    expect([countOf(0, 'item'), countOf(1, 'item'), countOf(2, 'reply', 'replies')]).toEqual([
      '0 items',
      '1 item',
      '2 replies',
    ]);
  });
});
