import { describe, expect, it, test } from 'vitest';
import { binomialTest } from '#stats/intervals/proportion-tests.ts';
import { poissonBinomialTail } from './poisson-binomial.ts';

/** Every outcome of every trial, one by one. */
function byBruteForce(chances: readonly number[], atLeast: number): number {
  let sum = 0;
  for (let outcome = 0; outcome < 2 ** chances.length; outcome += 1) {
    const isSuccess = (index: number) => ((outcome >> index) & 1) === 1;
    const successes = chances.filter((_chance, index) => isSuccess(index)).length;
    if (successes < atLeast) continue;
    sum += chances.reduce((all, chance, index) => all * (isSuccess(index) ? chance : 1 - chance), 1);
  }
  return sum;
}

describe('The tail of a Poisson binomial', () => {
  it.each([0, 1, 2, 3, 4, 5])('is the sum over all outcomes with at least %i successes', (atLeast) => {
    const chances = [0.1, 0.35, 0.5, 0.02, 0.9];
    expect(poissonBinomialTail({ chances, atLeast })).toBeCloseTo(byBruteForce(chances, atLeast), 14);
  });

  it('is the binomial tail where all chances are the same', () => {
    const chances = Array.from({ length: 40 }, () => 0.15);
    const { greater } = binomialTest({ successes: 12, trials: 40, share: 0.15 });
    expect(poissonBinomialTail({ chances, atLeast: 12 })).toBeCloseTo(greater, 12);
  });

  it('is 1 from nothing on, and 0 beyond all trials', () => {
    expect(poissonBinomialTail({ chances: [], atLeast: 0 })).toBe(1);
    expect(poissonBinomialTail({ chances: [0.3], atLeast: 2 })).toBe(0);
  });
});

test('a chance that is none is refused', () => {
  expect(() => poissonBinomialTail({ chances: [1.1], atLeast: 0 })).toThrow(RangeError);
});
