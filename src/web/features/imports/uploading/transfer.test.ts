import { describe, expect, it } from 'vitest';
import { nextChunkSize } from './chunk-size.ts';
import { addSample, rateOf } from './transfer-rate.ts';

describe('the size of the next piece', () => {
  it.each([
    ['at the start', undefined, 4_000_000],
    ['after a quick piece', { bytes: 4_000_000, tookMs: 200 }, 8_000_000],
    ['after the largest piece', { bytes: 8_000_000, tookMs: 200 }, 8_000_000],
    ['after a slow piece', { bytes: 8_000_000, tookMs: 9_000 }, 4_000_000],
    ['after a quick but short piece', { bytes: 100, tookMs: 1 }, 4_000_000],
  ])('%s stays between 4 and 8 MB', (_, last, size) => {
    expect(nextChunkSize(last)).toBe(size);
  });
});

describe('the rate', () => {
  it.each([
    ['is not known without samples', [], null],
    [
      'is not known after an instant',
      [
        { atMs: 0, bytes: 0 },
        { atMs: 100, bytes: 9 },
      ],
      null,
    ],
    [
      'counts bytes a second',
      [
        { atMs: 0, bytes: 0 },
        { atMs: 2_000, bytes: 8_000 },
      ],
      4_000,
    ],
    [
      'begins where a resumed upload began',
      [
        { atMs: 0, bytes: 5_000 },
        { atMs: 1_000, bytes: 6_000 },
      ],
      1_000,
    ],
  ])('%s', (_, samples, rate) => {
    expect(rateOf(samples)).toBe(rate);
  });

  it('forgets what lies longer back than ten seconds', () => {
    const samples = addSample(
      [
        { atMs: 0, bytes: 0 },
        { atMs: 9_000, bytes: 900 },
      ],
      { atMs: 11_000, bytes: 2_900 },
    );
    expect(rateOf(samples)).toBe(1_000);
  });
});
