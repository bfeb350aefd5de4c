import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centredCovariance } from './centred-covariance.ts';
import { climbConcave } from './climb-concave.ts';
import { factorCholesky } from './factor-cholesky.ts';
import { invertCholesky } from './invert-cholesky.ts';
import { sandwichCovariance } from './sandwich-covariance.ts';
import { solveCholesky } from './solve-cholesky.ts';
import { stationaryDistribution } from './stationary-distribution.ts';

const size = 4;
const entries = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 16, maxLength: 16 });
/** B Bᵀ + I, which is positive definite whatever B is. */
const definite = entries.map((b) =>
  Float64Array.from({ length: 16 }, (_, cell) => {
    const [row, column] = [Math.floor(cell / size), cell % size];
    let sum = row === column ? 1 : 0;
    for (let k = 0; k < size; k++) sum += (b[row * size + k] ?? 0) * (b[column * size + k] ?? 0);
    return sum;
  }),
);

function times(matrix: Float64Array, vector: ArrayLike<number>): number[] {
  return Array.from({ length: size }, (_, row) =>
    Array.from(vector).reduce((sum, value, column) => sum + (matrix[row * size + column] ?? 0) * value, 0),
  );
}

describe('Linear equations', () => {
  it('are solved and inverted by the factor', () => {
    fc.assert(
      fc.property(
        definite,
        fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 4, maxLength: 4 }),
        (a, b) => {
          const factor = factorCholesky(a, size) ?? new Float64Array(16);
          times(a, solveCholesky(factor, Float64Array.from(b))).forEach((value, row) => {
            expect(value).toBeCloseTo(b[row] ?? Number.NaN, 8);
          });
          times(a, times(invertCholesky(factor, size), b)).forEach((value, row) => {
            expect(value).toBeCloseTo(b[row] ?? Number.NaN, 8);
          });
        },
      ),
    );
  });

  it('have no factor where the matrix is singular or not positive', () => {
    expect(factorCholesky(Float64Array.of(1, 1, 1, 1), 2)).toBeNull();
    expect(factorCholesky(Float64Array.of(1, 0, 0, -1), 2)).toBeNull();
    expect(() => factorCholesky(new Float64Array(3), 2)).toThrow(RangeError);
  });

  it('with a common shift held give the inverse of the rest: H V H = H', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 6, maxLength: 6 }), (weights) => {
        const laplacian = new Float64Array(16);
        let next = 0;
        for (let i = 1; i < size; i++)
          for (let j = 0; j < i; j++) {
            const weight = weights[next++] ?? 0;
            for (const [row, column, sign] of [
              [i, i, 1],
              [j, j, 1],
              [i, j, -1],
              [j, i, -1],
            ] as const)
              laplacian[row * size + column] = (laplacian[row * size + column] ?? 0) + sign * weight;
          }
        const inverse = centredCovariance(laplacian, { size, shiftable: size }) ?? new Float64Array(16);
        const product = sandwichCovariance({ bread: laplacian, meat: inverse, size });
        product.forEach((value, cell) => {
          expect(value).toBeCloseTo(laplacian[cell] ?? Number.NaN, 8);
        });
        expect(times(inverse, [1, 1, 1, 1]).every((sum) => Math.abs(sum) < 1e-10)).toBe(true);
      }),
    );
  });
});

describe('The climb', () => {
  it('says that a function that rises for ever has no summit', () => {
    const endless = {
      size: 1,
      shiftable: 0,
      scale: 1,
      measure: ([x = 0]: Float64Array, slopes: { gradient: Float64Array; information: Float64Array }) => {
        slopes.gradient[0] = Math.exp(-x);
        slopes.information[0] = Math.exp(-x);
        return -Math.exp(-x);
      },
    };
    expect(climbConcave(endless, new Float64Array(1))).toEqual({ at: null, reason: 'endless' });
  });

  it('shortens steps that would go too far', () => {
    const steep = {
      size: 1,
      shiftable: 0,
      scale: 1,
      measure: ([x = 0]: Float64Array, slopes: { gradient: Float64Array; information: Float64Array }) => {
        slopes.gradient[0] = -Math.tanh(x - 3);
        slopes.information[0] = 1 / Math.cosh(x - 3) ** 2;
        return -Math.log(Math.cosh(x - 3));
      },
    };
    expect(climbConcave(steep, Float64Array.of(-1)).at?.[0]).toBeCloseTo(3, 12);
  });
});

describe('The stationary distribution', () => {
  it('is left as it is by one step of the chain', () => {
    fc.assert(
      fc.property(entries, (raw) => {
        const rates = Float64Array.from(raw, (value, cell) => (cell % 5 === 0 ? 0 : Math.abs(value) + 0.1));
        const shares = stationaryDistribution(rates, size) ?? new Float64Array(size);
        for (let state = 0; state < size; state++) {
          let flow = 0;
          for (let other = 0; other < size; other++) {
            flow += (shares[other] ?? 0) * (rates[other * size + state] ?? 0);
            flow -= (shares[state] ?? 0) * (rates[state * size + other] ?? 0);
          }
          expect(flow).toBeCloseTo(0, 10);
        }
      }),
    );
  });

  it('is not there for a chain in two parts', () => {
    const parts = Float64Array.of(0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0);
    expect(stationaryDistribution(parts, size)).toBeNull();
  });
});
