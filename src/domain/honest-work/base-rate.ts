import { binomialTest } from '#stats/intervals/proportion-tests.ts';
import { quantileOfSorted } from '#stats/intervals/quantile.ts';
import type { BaseRate } from './evidence.ts';

/** What the others are like, with the quarters that tests hold somebody against. */
export interface Others extends BaseRate {
  readonly lowQuarter: number;
  readonly highQuarter: number;
}

export function describeOthers(figures: readonly number[]): Others {
  const sorted = Float64Array.from(figures).sort();
  const at = (probability: number) => quantileOfSorted(sorted, probability) ?? 0;
  return {
    lowTenth: at(0.1),
    lowQuarter: at(0.25),
    median: at(0.5),
    highQuarter: at(0.75),
    highTenth: at(0.9),
    n: figures.length,
  };
}

export function asBaseRate({ lowTenth, median, highTenth, n }: Others): BaseRate {
  return { lowTenth, median, highTenth, n };
}

/** How often chance gives so many, or so few, to somebody with that share. */
export function chanceOf(
  side: 'greater' | 'less',
  { count, of, share }: { count: number; of: number; share: number },
): number {
  // A tail that should be 0 can come out a rounding error below it.
  return Math.min(1, Math.max(0, binomialTest({ successes: count, trials: of, share })[side]));
}
