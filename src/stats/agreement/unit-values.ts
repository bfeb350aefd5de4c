/** One row a unit, one value a rater in any order; null stands for a missing value. */
export type UnitRows = readonly (readonly (number | null)[])[];

/**
 * Long format for large data: the values of unit u are `values[starts[u]]` up to, but not with, `values[starts[u + 1]]`,
 * so `starts` has one entry more than there are units. A missing value is simply not there.
 */
export interface LongUnits {
  readonly starts: ArrayLike<number>;
  readonly values: ArrayLike<number>;
}

/** What several people said about several units, as numbers; categories are numbered by the caller. */
export type UnitValues = UnitRows | LongUnits;

/** Values beyond this size cannot be squared and summed without overflow. */
const largestValue = 1e100;

/**
 * **Long format** of either input: missing values left out, order of units kept, units without values kept as empty.
 *
 * What for: the one shape on which the agreement measures compute.
 *
 * When it misleads: who said what is lost; measures of single raters need more.
 *
 * Units: those of the values.
 *
 * @throws RangeError when a value is not a finite number of at most 1e100 in size, or the starts do not fit the values.
 * @example
 * toLongUnits([[1, null, 2], [3]]).starts; // Int32Array [0, 2, 3]
 */
export function toLongUnits(units: UnitValues): { starts: Int32Array; values: Float64Array } {
  const long = 'starts' in units ? copyLong(units) : flattenRows(units);
  for (const value of long.values) {
    if (!(Math.abs(value) <= largestValue)) {
      throw new RangeError(`Each value must be a finite number of at most 1e100 in size, not ${value}.`);
    }
  }
  return long;
}

function flattenRows(rows: UnitRows): { starts: Int32Array; values: Float64Array } {
  const starts = new Int32Array(rows.length + 1);
  const values: number[] = [];
  rows.forEach((row, unit) => {
    for (const value of row) if (value !== null) values.push(value);
    starts[unit + 1] = values.length;
  });
  return { starts, values: new Float64Array(values) };
}

function copyLong(units: LongUnits): { starts: Int32Array; values: Float64Array } {
  const starts = new Int32Array(units.starts);
  const rising = starts.every((start, unit) => unit === 0 || start >= (starts[unit - 1] ?? 0));
  if (starts[0] !== 0 || starts.at(-1) !== units.values.length || !rising) {
    throw new RangeError('The starts must rise from 0 to the number of values.');
  }
  return { starts, values: new Float64Array(units.values) };
}
