import { toLongUnits, type UnitValues } from './unit-values.ts';

/** Units with at least two values each, their values replaced by places in the sorted list of distinct values. */
export interface PairableUnits {
  readonly starts: Int32Array;
  readonly codes: Int32Array;
  /** The distinct values, lowest first. */
  readonly levels: Float64Array;
}

/** Ranges of whole numbers up to this wide are numbered with a table instead of a search. */
const widestTable = 65_536;

/**
 * **Pairable units**: drops units with fewer than two values, since one value agrees with nothing, and numbers the rest.
 *
 * What for: the common first step of the agreement measures.
 *
 * When it misleads: where most units have one value, what is left may not stand for the whole.
 *
 * Source: K. Krippendorff (2011), "Computing Krippendorff's alpha-reliability", step 1 of example C.
 *
 * Units: `levels` in those of the values.
 *
 * @throws RangeError as {@link toLongUnits}.
 * @example
 * pairableUnits([[5, 9], [7]]).levels; // Float64Array [5, 9]
 */
export function pairableUnits(units: UnitValues): PairableUnits {
  const { starts, values } = dropUnpairable(toLongUnits(units));
  return { starts, ...numberValues(values) };
}

function dropUnpairable(long: { starts: Int32Array; values: Float64Array }) {
  const starts = new Int32Array(long.starts.length);
  const values = new Float64Array(long.values.length);
  let kept = 0;
  let filled = 0;
  for (let unit = 0; unit + 1 < long.starts.length; unit++) {
    const from = long.starts[unit] ?? 0;
    const to = long.starts[unit + 1] ?? 0;
    if (to - from < 2) continue;
    for (let index = from; index < to; index++) values[filled++] = long.values[index] ?? 0;
    starts[++kept] = filled;
  }
  return { starts: starts.subarray(0, kept + 1), values: values.subarray(0, filled) };
}

function numberValues(values: Float64Array): { codes: Int32Array; levels: Float64Array } {
  let lowest = Infinity;
  let highest = -Infinity;
  let whole = true;
  for (const value of values) {
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
    whole = whole && Number.isInteger(value);
  }
  const tabled = whole && highest - lowest < widestTable;
  return tabled ? numberByTable(values, { lowest, highest }) : numberBySearch(values);
}

function numberByTable(values: Float64Array, range: { lowest: number; highest: number }) {
  const width = values.length === 0 ? 0 : range.highest - range.lowest + 1;
  const table = new Int32Array(width);
  for (const value of values) table[value - range.lowest] = 1;
  const levels: number[] = [];
  for (let step = 0; step < width; step++) {
    if (table[step] === 1) table[step] = levels.push(range.lowest + step) - 1;
  }
  const codes = new Int32Array(values.length);
  for (let index = 0; index < values.length; index++) {
    codes[index] = table[(values[index] ?? 0) - range.lowest] ?? 0;
  }
  return { codes, levels: Float64Array.from(levels) };
}

function numberBySearch(values: Float64Array) {
  const levels = values
    .slice()
    .sort()
    .filter((value, index, sorted) => index === 0 || value !== sorted[index - 1]);
  const codes = new Int32Array(values.length);
  for (let index = 0; index < values.length; index++) codes[index] = placeOf(values[index] ?? 0, levels);
  return { codes, levels };
}

function placeOf(value: number, levels: Float64Array): number {
  let low = 0;
  let high = levels.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((levels[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
