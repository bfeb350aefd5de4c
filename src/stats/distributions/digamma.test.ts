import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digamma } from './digamma.ts';

describe('Digamma', () => {
  it.each<[string, number, number]>([
    ['1 is minus the constant of Euler', 1, -0.5772156649015329],
    ['a half is minus that constant less twice the logarithm of 2', 0.5, -0.5772156649015329 - 2 * Math.LN2],
    ['10 is the ninth harmonic number less that constant', 10, 7129 / 2520 - 0.5772156649015329],
  ])('of %s', (_, x, wanted) => {
    expect(digamma(x)).toBeCloseTo(wanted, 13);
  });

  it('grows by 1/x from x to x + 1', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (x) => {
        const step = digamma(x + 1) - digamma(x);
        expect(Math.abs(step - 1 / x)).toBeLessThan(1e-12 * Math.max(1, Math.abs(digamma(x))));
      }),
    );
  });

  it.each([0, -1, Number.NaN, Infinity])('is refused for %s', (x) => {
    expect(() => digamma(x)).toThrow(RangeError);
  });
});
