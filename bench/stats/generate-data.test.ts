import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  generateBattles,
  generateCrowdLabels,
  generateRankings,
  generateRatedUnits,
  generateSparseRatings,
} from './generate-data.ts';
import { uniformStream } from './uniform-stream.ts';

/** The first digits of the checksum of the bytes, as a second program in another language wrote them. */
function checksum(array: ArrayBufferView): string {
  const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}

describe('The data of the benchmark', () => {
  it('come from splitmix64 over counters', () => {
    // By whole-number arithmetic without a limit.
    const mask = (1n << 64n) - 1n;
    const exact = (seed: bigint, counter: bigint) => {
      let z = ((seed << 40n) + counter + 0x9e3779b97f4a7c15n) & mask;
      z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & mask;
      z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & mask;
      z ^= z >> 31n;
      return Number(z >> 11n) / 2 ** 53;
    };
    for (const seed of [0, 1, 700, 16_777_215]) {
      const stream = uniformStream(seed, 2000);
      stream.forEach((uniform, counter) => {
        expect(uniform).toBe(exact(BigInt(seed), BigInt(counter)));
      });
    }
  });

  it('are rated units with the bytes that were recorded', () => {
    const units = generateRatedUnits(100, 10_000);
    expect(checksum(units.annotators)).toBe('f4e6e7401205bd79');
    expect(checksum(units.nominal)).toBe('711c9e2746443a58');
    expect(checksum(units.likert)).toBe('5263adce51dc2422');
    expect(checksum(units.score101)).toBe('f34b30f3373c0229');
  });

  it('are labels of a crowd with the bytes that were recorded', () => {
    const crowd = generateCrowdLabels(400, 100_000);
    expect(checksum(crowd.tasks)).toBe('ce344cfdeb1a438e');
    expect(checksum(crowd.workers)).toBe('1444d3592d65c558');
    expect(checksum(crowd.labels)).toBe('e80289220669e52c');
    expect(checksum(crowd.truth)).toBe('0abe8af6efb819f6');
  });

  it('are comparisons with the bytes that were recorded', () => {
    const battles = generateBattles();
    expect(checksum(battles.left)).toBe('5290c73c2a9f4e8f');
    expect(checksum(battles.right)).toBe('e087ef5be279f128');
    expect(checksum(battles.outcome)).toBe('ea9673b79cde09b5');
    expect(checksum(battles.style)).toBe('611de007f377ea7f');
  }, 60_000);

  it('are sparse ratings and rankings with the bytes that were recorded', () => {
    const sparse = generateSparseRatings();
    expect(checksum(sparse.items)).toBe('425c613b3afcd76f');
    expect(checksum(sparse.annotators)).toBe('82a5bf81afa3169a');
    expect(checksum(sparse.values)).toBe('bf1ba3290e660c3c');
    expect(checksum(generateRankings())).toBe('81aeb45202a9aa31');
  }, 60_000);
});
