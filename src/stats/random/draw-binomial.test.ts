import { describe, expect, it } from 'vitest';
import { drawBinomial } from './draw-binomial.ts';
import { seededRandom } from './seeded-random.ts';

/** The chance of each number of successes, by the recursion from one to the next. */
function chances(trials: number, chance: number): number[] {
  const all = [(1 - chance) ** trials];
  for (let k = 0; k < trials; k++)
    all.push((((all[k] ?? 0) * (trials - k)) / (k + 1)) * (chance / (1 - chance)));
  return all;
}

describe('A binomial draw', () => {
  it.each([
    { trials: 12, chance: 0.3, way: 'few expected, by inversion' },
    { trials: 60, chance: 0.4, way: 'by rejection' },
    { trials: 200, chance: 0.1, way: 'by rejection, of a rare event' },
    { trials: 60, chance: 0.8, way: 'by the failures' },
  ])('has the distribution that it should: $trials trials of $chance, $way', ({ trials, chance }) => {
    const random = seededRandom(11);
    const draws = 200_000;
    const seen = new Float64Array(trials + 1);
    for (let draw = 0; draw < draws; draw++) {
      const successes = drawBinomial(random, { trials, chance });
      seen[successes] = (seen[successes] ?? 0) + 1;
    }
    let distance = 0;
    let cells = 0;
    chances(trials, chance).forEach((share, successes) => {
      const expected = share * draws;
      if (expected < 5) return;
      cells++;
      distance += ((seen[successes] ?? 0) - expected) ** 2 / expected;
    });
    // Chi-square of this many cells: four standard deviations above its mean.
    expect(distance).toBeLessThan(cells + 4 * Math.sqrt(2 * cells));
  });

  it('is certain at the ends, and refuses what is no chance', () => {
    const random = seededRandom(1);
    expect(drawBinomial(random, { trials: 5, chance: 0 })).toBe(0);
    expect(drawBinomial(random, { trials: 5, chance: 1 })).toBe(5);
    expect(() => drawBinomial(random, { trials: 5, chance: 1.1 })).toThrow(RangeError);
    expect(() => drawBinomial(random, { trials: 2.5, chance: 0.1 })).toThrow(RangeError);
  });
});
