import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mixBits } from './mix-bits.ts';
import { seedFromText } from './seed-from-text.ts';
import { seededRandom } from './seeded-random.ts';
import { shuffle } from './shuffle.ts';
import { xoshiro128 } from './xoshiro128.ts';

describe('xoshiro128**', () => {
  it('gives the published stream of the reference implementation', () => {
    const draw = xoshiro128([1, 2, 3, 4]);
    const published = [
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ];
    expect(published.map(() => draw())).toEqual(published);
  });

  it('refuses a state of zeros', () => {
    expect(() => xoshiro128([0, 0, 0, 0])).toThrow(RangeError);
  });
});

describe('Seeded random numbers', () => {
  it('are the same for the same seed and differ between neighbouring seeds', () => {
    const firstOf = (seed: number) => Array.from({ length: 4 }, seededRandom(seed).next);
    expect(firstOf(42)).toEqual(firstOf(42));
    const firsts = Array.from({ length: 1000 }, (_, seed) => seededRandom(seed).next());
    expect(new Set(firsts).size).toBe(1000);
    expect(firstOf(1)).not.toEqual(firstOf(1 + 2 ** 32));
  });

  it('stay below 1 and fill the range evenly', () => {
    const random = seededRandom(1);
    const numbers = Array.from({ length: 20_000 }, random.next);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
    // Five standard errors; the seed is fixed, so this can only fail when the code changes.
    expect(Math.abs(mean - 0.5)).toBeLessThan(5 * Math.sqrt(1 / 12 / numbers.length));
  });

  it.each([2, 3, 6, 7, 10, 100])('draw each whole number below %i about equally often', (limit) => {
    const random = seededRandom(limit);
    const counts = new Array<number>(limit).fill(0);
    const draws = 1000 * limit;
    for (let draw = 0; draw < draws; draw++) {
      const drawn = random.below(limit);
      counts[drawn] = (counts[drawn] ?? Number.NaN) + 1;
    }
    const chiSquare = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(chiSquare).toBeLessThan(limit - 1 + 5 * Math.sqrt(2 * limit));
  });

  it('reach both ends of the widest range', () => {
    const random = seededRandom(3);
    const drawn = Array.from({ length: 1000 }, () => random.below(2 ** 32));
    expect(Math.max(...drawn)).toBeGreaterThan(0.98 * 2 ** 32);
    expect(Math.min(...drawn)).toBeLessThan(0.02 * 2 ** 32);
    expect(random.below(1)).toBe(0);
  });

  it.each([0, -1, 1.5, Number.NaN, 2 ** 32 + 1])('refuse %d as a limit', (limit) => {
    expect(() => seededRandom(1).below(limit)).toThrow(RangeError);
  });

  it.each([-1, 0.5, Number.NaN, 2 ** 53])('refuse %d as a seed', (seed) => {
    expect(() => seededRandom(seed)).toThrow(RangeError);
  });
});

describe('Mixing bits', () => {
  it('never maps two words to one', () => {
    const words = Array.from({ length: 100_000 }, (_, index) => Math.imul(index, 0x9e3779b1));
    expect(new Set(words.map(mixBits)).size).toBe(words.length);
  });
});

describe('A seed from text', () => {
  it('is always a seed, and the same for the same text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(() => seededRandom(seedFromText(text))).not.toThrow();
        expect(seedFromText(text)).toBe(seedFromText(text));
      }),
    );
  });

  it('differs for every text among many that look alike', () => {
    const texts = Array.from({ length: 100_000 }, (_, index) => `annotator:${index % 300}:item:${index}`);
    expect(new Set(texts.map(seedFromText)).size).toBe(texts.length);
  });

  it('flips a fair coin over many ids', () => {
    const heads = Array.from({ length: 10_000 }, (_, id) => seededRandom(seedFromText(`a:${id}`)).below(2));
    const sum = heads.reduce((total, head) => total + head, 0);
    expect(Math.abs(sum - 5000)).toBeLessThan(250);
  });
});

describe('A shuffle', () => {
  it('keeps every thing, even undefined ones, and leaves the input alone', () => {
    const things = Object.freeze([1, undefined, 2, undefined, 3]);
    const order = shuffle(things, seededRandom(1));
    expect(order).toHaveLength(5);
    expect(order.filter((thing) => thing === undefined)).toHaveLength(2);
    expect(order.filter((thing) => thing !== undefined).sort()).toEqual([1, 2, 3]);
  });

  it('gives all orders of three things equally often', () => {
    const random = seededRandom(11);
    const counts = new Map<string, number>();
    for (let round = 0; round < 6000; round++) {
      const order = shuffle(['a', 'b', 'c'], random).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  it('follows the seed', () => {
    const things = Array.from({ length: 50 }, (_, index) => index);
    expect(shuffle(things, seededRandom(5))).toEqual(shuffle(things, seededRandom(5)));
    expect(shuffle(things, seededRandom(5))).not.toEqual(shuffle(things, seededRandom(6)));
  });
});
