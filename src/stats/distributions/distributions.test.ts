import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chiSquareQuantile, chiSquareTail } from './chi-square.ts';
import { fQuantile, fTail } from './fisher-f.ts';
import { inverseRegularisedBeta } from './inverse-regularised-beta.ts';
import { logGamma } from './log-gamma.ts';
import { erfc, normalTail, twoSidedNormal } from './normal-tail.ts';
import { regularisedBeta } from './regularised-beta.ts';
import { regularisedGamma } from './regularised-gamma.ts';
import { studentTQuantile, twoSidedStudentT } from './student-t.ts';

/** How far two numbers are apart, in proportion to their size. */
const apart = (actual: number, wanted: number) => Math.abs(actual / wanted - 1);

const size = fc.double({ min: 0.05, max: 500, noNaN: true });
const share = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });

describe('Distribution functions', () => {
  it('give factorials', () => {
    let factorial = 1;
    for (let n = 1; n <= 20; n++) {
      factorial *= n;
      expect(apart(Math.exp(logGamma(n + 1)), factorial)).toBeLessThan(1e-13);
    }
    expect(apart(Math.exp(2 * logGamma(0.5)), Math.PI)).toBeLessThan(1e-14);
  });

  it.each([
    [0.3, 0.5, 0.5, 0.369010119565545],
    [1e-5, 0.5, 0.5, 0.00201317183947539],
    [0.2, 0.1, 0.2, 0.592534657355478],
    [0.5, 0.3, 7, 0.999009349480444],
  ])('the beta function below %d with %d and %d is %d', (x, a, b, wanted) => {
    expect(apart(regularisedBeta({ x, y: 1 - x, a, b }), wanted)).toBeLessThan(2e-14);
  });

  it('the beta function is a tail of the binomial distribution', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), share, (n, p) => {
        let term = (1 - p) ** n;
        let below = 0;
        for (let k = 1; k <= n; k++) {
          below += term;
          term *= ((n - k + 1) / k) * (p / (1 - p));
          expect(regularisedBeta({ x: p, y: 1 - p, a: k, b: n - k + 1 })).toBeCloseTo(1 - below, 10);
        }
      }),
    );
  });

  it('both halves of a distribution make 1', () => {
    fc.assert(
      fc.property(share, size, size, (x, a, b) => {
        const y = 1 - x;
        expect(regularisedBeta({ x, y, a, b }) + regularisedBeta({ x: y, y: x, a: b, b: a })).toBeCloseTo(
          1,
          12,
        );
        const { below, above } = regularisedGamma(a, b);
        expect(below + above).toBeCloseTo(1, 12);
      }),
    );
  });

  it('the chi-square tail with an even number of degrees is a sum of Poisson terms', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.double({ min: 0.01, max: 80, noNaN: true }),
        (half, x) => {
          let term = Math.exp(-x / 2);
          let sum = 0;
          for (let k = 0; k < half; k++) {
            sum += term;
            term *= x / 2 / (k + 1);
          }
          expect(apart(chiSquareTail(x, 2 * half), sum)).toBeLessThan(1e-11);
        },
      ),
    );
  });

  it('the normal tail keeps its digits far out', () => {
    expect(apart(normalTail(10), 7.619853024160527e-24)).toBeLessThan(1e-13);
    expect(apart(normalTail(-1.959963984540054), 0.975)).toBeLessThan(1e-15);
    expect(apart(erfc(0.5), 0.4795001221869535)).toBeLessThan(1e-14);
    expect(twoSidedNormal(-2)).toBe(twoSidedNormal(2));
  });

  it('a t with one degree of freedom is that of Cauchy', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.51, max: 0.9999, noNaN: true }), (p) => {
        expect(apart(studentTQuantile(p, 1), Math.tan(Math.PI * (p - 0.5)))).toBeLessThan(1e-9);
      }),
    );
  });

  it('quantiles lead back to where they came from', () => {
    fc.assert(
      fc.property(share, size, size, (p, a, b) => {
        const { x, y } = inverseRegularisedBeta({ below: p, a, b });
        // Nearer to an end than numbers can be told apart, the share cannot be met.
        if (x > 1e-280 && y > 1e-280) expect(regularisedBeta({ x, y, a, b })).toBeCloseTo(p, 10);
        expect(chiSquareTail(chiSquareQuantile(p, a + 1), a + 1)).toBeCloseTo(p, 10);
        const degrees = { numerator: a + 1, denominator: b + 1 };
        expect(fTail(fQuantile(p, degrees), degrees)).toBeCloseTo(1 - p, 10);
        const t = studentTQuantile(p, a + 1);
        expect(twoSidedStudentT(t, a + 1)).toBeCloseTo(2 * Math.min(p, 1 - p), 10);
      }),
    );
  });

  it('ends are told as such', () => {
    expect([studentTQuantile(0, 3), studentTQuantile(0.5, 3), studentTQuantile(1, 3)]).toEqual([
      -Infinity,
      0,
      Infinity,
    ]);
    expect([chiSquareQuantile(0, 3), chiSquareQuantile(1, 3)]).toEqual([Infinity, 0]);
    expect([fTail(Infinity, { numerator: 1, denominator: 2 }), twoSidedStudentT(Infinity, 2)]).toEqual([
      0, 0,
    ]);
  });

  it('refuse what has no meaning', () => {
    expect(() => logGamma(0)).toThrow(RangeError);
    expect(() => regularisedBeta({ x: 2, y: -1, a: 1, b: 1 })).toThrow(RangeError);
    expect(() => regularisedGamma(-1, 1)).toThrow(RangeError);
    expect(() => studentTQuantile(1.5, 2)).toThrow(RangeError);
    expect(() => inverseRegularisedBeta({ below: Number.NaN, a: 1, b: 1 })).toThrow(RangeError);
    expect(() => chiSquareQuantile(0.5, 0)).toThrow(RangeError);
  });
});
