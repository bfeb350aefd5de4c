import { describe, expect, test } from 'vitest';
import { seededRandom } from '#stats/random/seeded-random.ts';
import { benjaminiHochberg } from './benjamini-hochberg.ts';

describe('the correction of Benjamini and Hochberg', () => {
  test('is that of the paper: of its fifteen p-values four are found at five per cent', () => {
    const paper = [
      ...[0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344],
      ...[0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1],
    ];
    expect(benjaminiHochberg(paper).filter((p) => p <= 0.05)).toHaveLength(4);
    expect(benjaminiHochberg(paper)[3]).toBeCloseTo((0.0095 * 15) / 4, 12);
  });

  test('keeps the order, never lowers a p-value, and never passes that of Bonferroni', () => {
    for (let seed = 1; seed <= 50; seed++) {
      const random = seededRandom(seed);
      const given = Array.from({ length: 1 + random.below(40) }, () => random.next() ** 3);
      const adjusted = benjaminiHochberg(given);
      given.forEach((p, place) => {
        const own = adjusted[place] ?? Number.NaN;
        expect(own).toBeGreaterThanOrEqual(p);
        expect(own).toBeLessThanOrEqual(Math.min(1, p * given.length) + 1e-12);
        given.forEach((other, at) => {
          if (other > p) expect(adjusted[at]).toBeGreaterThanOrEqual(own);
        });
      });
    }
  });

  test('takes nothing, and refuses what is no probability', () => {
    expect(benjaminiHochberg([])).toEqual([]);
    expect(() => benjaminiHochberg([0.5, Number.NaN])).toThrow(RangeError);
  });
});
