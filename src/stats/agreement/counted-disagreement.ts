import { intervalSums } from './interval-sums.ts';
import type { AlphaMetric } from './metric-sums.ts';
import { middleRanks } from './middle-ranks.ts';
import { nominalSums } from './nominal-sums.ts';
import type { LongUnits } from './unit-values.ts';

/** What alpha rests on, each unit counted once. */
export interface CountedDisagreement {
  /** Units with at least two values. */
  readonly units: number;
  /** Values in those units. */
  readonly values: number;
  readonly observed: number;
  readonly expected: number;
}

/** A table wider than this would cost more than numbering the values. */
const widestTable = 65_536;

/**
 * **Disagreement by counting**: the same figures as `disagreementOf` with every unit counted once, for values that are
 * whole numbers in a narrow range, without copying or numbering them. Null where they are not, where the starts do not
 * fit, and for `ratio`.
 *
 * What for: alpha of millions of ratings in milliseconds; nearly all scales are points or numbered options.
 *
 * When it misleads: never by itself: the sums are the same ones in the same order.
 *
 * Formula and source: as `disagreementOf`.
 *
 * Units: as `disagreementOf`.
 *
 * @example
 * countedDisagreement({ starts: [0, 2, 4], values: [1, 2, 2, 2] }, 'nominal')?.observed; // 0.5
 */
export function countedDisagreement(units: LongUnits, metric: AlphaMetric): CountedDisagreement | null {
  const range = metric === 'ratio' || !isRising(units) ? null : wholeRange(units.values);
  if (range === null) return null;
  const { lowest, width } = range;
  const margins = new Float64Array(width);
  const counted = { ...units, lowest, margins };
  const counts = countMargins(counted);
  const positions =
    metric === 'interval' ? Float64Array.from(margins, (_, code) => lowest + code) : middleRanks(margins);
  const total = metric === 'nominal' ? nominalSums(width) : intervalSums(positions);
  const distinct = margins.reduce((count, margin) => (margin > 0 ? count + 1 : count), 0);
  if (distinct < 2) return { ...counts, observed: 0, expected: 0 };
  const observed = metric === 'nominal' ? differingShares(counted) : squaredShares(counted, positions);
  const expected = total.totalSum(margins) / (counts.values * (counts.values - 1));
  return { ...counts, observed: observed / counts.values, expected };
}

interface Counted extends LongUnits {
  readonly lowest: number;
  readonly margins: Float64Array;
}

function isRising({ starts, values }: LongUnits): boolean {
  let before = 0;
  for (let unit = 0; unit < starts.length; unit++) {
    const start = starts[unit] ?? 0;
    if (!(start >= before)) return false;
    before = start;
  }
  return starts[0] === 0 && before === values.length;
}

function wholeRange(values: ArrayLike<number>): { lowest: number; width: number } | null {
  let lowest = Infinity;
  let highest = -Infinity;
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? 0;
    if (value !== Math.floor(value)) return null;
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  if (values.length === 0) return { lowest: 0, width: 0 };
  const isExact = lowest >= Number.MIN_SAFE_INTEGER && highest <= Number.MAX_SAFE_INTEGER;
  return isExact && highest - lowest < widestTable ? { lowest, width: highest - lowest + 1 } : null;
}

function countMargins({ starts, values, lowest, margins }: Counted): { units: number; values: number } {
  let units = 0;
  let pairable = 0;
  for (let unit = 0; unit + 1 < starts.length; unit++) {
    const from = starts[unit] ?? 0;
    const to = starts[unit + 1] ?? 0;
    if (to - from < 2) continue;
    units++;
    pairable += to - from;
    for (let index = from; index < to; index++) {
      const code = (values[index] ?? 0) - lowest;
      margins[code] = (margins[code] ?? 0) + 1;
    }
  }
  return { units, values: pairable };
}

/** Σ over units of the ordered pairs that differ, by one less than the unit's values. */
function differingShares({ starts, values, lowest, margins }: Counted): number {
  const seen = new Int32Array(margins.length);
  let sum = 0;
  for (let unit = 0; unit + 1 < starts.length; unit++) {
    const from = starts[unit] ?? 0;
    const to = starts[unit + 1] ?? 0;
    if (to - from < 2) continue;
    let agreeing = 0;
    for (let index = from; index < to; index++) {
      const code = (values[index] ?? 0) - lowest;
      const before = seen[code] ?? 0;
      agreeing += before;
      seen[code] = before + 1;
    }
    for (let index = from; index < to; index++) seen[(values[index] ?? 0) - lowest] = 0;
    sum += ((to - from) * (to - from - 1) - 2 * agreeing) / (to - from - 1);
  }
  return sum;
}

/** Σ over units of the squared differences of positions, by one less than the unit's values. */
function squaredShares({ starts, values, lowest }: Counted, positions: Float64Array): number {
  let sum = 0;
  for (let unit = 0; unit + 1 < starts.length; unit++) {
    const from = starts[unit] ?? 0;
    const to = starts[unit + 1] ?? 0;
    if (to - from < 2) continue;
    const origin = positions[(values[from] ?? 0) - lowest] ?? 0;
    let first = 0;
    let squares = 0;
    for (let index = from + 1; index < to; index++) {
      const x = (positions[(values[index] ?? 0) - lowest] ?? 0) - origin;
      first += x;
      squares += x * x;
    }
    sum += (2 * ((to - from) * squares - first * first)) / (to - from - 1);
  }
  return sum;
}
