import { normalQuantile } from '#stats/intervals/normal-quantile.ts';
import { quantileOfSorted } from '#stats/intervals/quantile.ts';
import { type Figure, known, leastOfPerson, missing } from './figure.ts';
import type { PersonTask } from './split-by-person.ts';

/** How long a task takes one person, in milliseconds; null where nothing was judged. */
export interface Speed {
  readonly medianMs: number | null;
  readonly lowerQuarterMs: number | null;
  readonly upperQuarterMs: number | null;
  readonly n: number;
  /** How many times as long twice the text takes: 1 says that length makes no difference. */
  readonly perDoubling: Figure;
}

export function speedOf(activeMs: ArrayLike<number>, tasks: readonly PersonTask[]): Speed {
  const sorted = Float64Array.from(activeMs).sort();
  return {
    medianMs: quantileOfSorted(sorted, 0.5),
    lowerQuarterMs: quantileOfSorted(sorted, 0.25),
    upperQuarterMs: quantileOfSorted(sorted, 0.75),
    n: sorted.length,
    perDoubling: timePerDoubling(tasks),
  };
}

/** Least squares of the logarithm of time on that of length. */
function timePerDoubling(tasks: readonly PersonTask[]): Figure {
  const rows = tasks.filter(({ activeMs, characters }) => activeMs > 0 && characters > 0);
  if (rows.length < leastOfPerson) return missing('too_few', rows.length, leastOfPerson);
  const x = rows.map(({ characters }) => Math.log2(characters));
  const y = rows.map(({ activeMs }) => Math.log2(activeMs));
  const [meanX, meanY] = [meanOf(x), meanOf(y)];
  const squares = x.reduce((sum, value) => sum + (value - meanX) ** 2, 0);
  if (!(squares > 1e-9)) return missing('no_variation', rows.length);
  const slope = x.reduce((sum, value, row) => sum + (value - meanX) * ((y[row] ?? 0) - meanY), 0) / squares;
  const rest = x.reduce((sum, value, row) => sum + ((y[row] ?? 0) - meanY - slope * (value - meanX)) ** 2, 0);
  const reach = normalQuantile(0.975) * Math.sqrt(rest / (rows.length - 2) / squares);
  return known(2 ** slope, 2 ** (slope - reach), 2 ** (slope + reach), rows.length);
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
