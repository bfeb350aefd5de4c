import { wilsonInterval } from '#stats/intervals/wilson.ts';

/** Why a figure on a person is not there; the screen says what would make it computable. */
export const figureGaps = [
  'nothing_measured',
  'one_person',
  'no_overlap',
  'too_few',
  'no_variation',
  'all_ties',
  'too_many_values',
  'no_repeats',
  'no_second_looks',
  'no_triples',
  'no_choices',
  'other_scale',
  'not_shown',
] as const;
export type FigureGap = (typeof figureGaps)[number];

/** A figure with its 95 % interval, or the reason why there is none. */
export interface Figure {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** What it rests on. */
  readonly n: number;
  readonly reason: FigureGap | null;
  /** Where there is too little: how much it takes. */
  readonly needed: number | null;
}

export function missing(reason: FigureGap, n = 0, needed: number | null = null): Figure {
  return { value: null, low: null, high: null, n, reason, needed };
}

export function known(value: number, low: number | null, high: number | null, n: number): Figure {
  return { value, low, high, n, reason: null, needed: null };
}

/** A mean of shares with Wilson's interval over as many trials. */
export function shareOf(sum: number, trials: number): Figure {
  const share = sum / trials;
  const { lower, upper } = wilsonInterval({ successes: Math.round(sum), trials });
  return known(share, lower === null ? null : Math.min(share, lower), Math.max(share, upper ?? 1), trials);
}

/** Fewer than this say nothing about a person. */
export const leastOfPerson = 10;
