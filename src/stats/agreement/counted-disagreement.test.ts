import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedDisagreement } from './counted-disagreement.ts';
import { disagreementOf } from './disagreement.ts';
import { pairableUnits } from './pairable-units.ts';
import { toLongUnits } from './unit-values.ts';

const rows = fc.array(fc.array(fc.integer({ min: -3, max: 9 }), { maxLength: 5 }), { maxLength: 12 });

describe('Disagreement by counting', () => {
  it.each(['nominal', 'ordinal', 'interval'] as const)(
    'is to the last digit what numbered values give, %s',
    (metric) => {
      fc.assert(
        fc.property(rows, (units) => {
          const pairable = pairableUnits(units);
          const count = pairable.starts.length - 1;
          const { observed, expected } = disagreementOf(pairable, metric)(new Int32Array(count).fill(1));
          expect(countedDisagreement(toLongUnits(units), metric)).toEqual({
            units: count,
            values: pairable.codes.length,
            observed,
            expected,
          });
        }),
      );
    },
  );

  it.each([
    ['a value that is not whole', { starts: [0, 2], values: [1, 1.5] }, 'interval'],
    ['a missing value', { starts: [0, 2], values: [1, Number.NaN] }, 'nominal'],
    ['a range that is too wide', { starts: [0, 2], values: [0, 70_000] }, 'nominal'],
    ['values beyond exact whole numbers', { starts: [0, 2], values: [1e100, 1e100] }, 'nominal'],
    ['starts that do not fit', { starts: [0, 3], values: [1, 1] }, 'nominal'],
    ['a ratio scale', { starts: [0, 2], values: [1, 2] }, 'ratio'],
  ] as const)('leaves %s to the general way', (_what, units, metric) => {
    expect(countedDisagreement(units, metric)).toBeNull();
  });
});
