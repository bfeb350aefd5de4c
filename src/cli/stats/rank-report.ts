import type { RankingGap } from '#stats/ranking/ranking-fit.ts';

export const rankMethods = ['bradley-terry', 'davidson', 'rao-kupper', 'plackett-luce', 'elo'] as const;
export type RankMethod = (typeof rankMethods)[number];

/** What is to be ranked how, complete and free of contradictions. */
export interface RankRequest {
  readonly method: RankMethod;
  /** The prior; 0 for none. */
  readonly l2: number;
  /** How many resamples the intervals rest on; null for the model's own. */
  readonly bootstrap: { readonly resamples: number; readonly seed: number } | null;
}

/** What `plumbline stats rank --json` says. */
export interface RankReport {
  readonly method: RankMethod;
  readonly anchor: 'mean_zero';
  readonly scores: Readonly<
    Record<string, { readonly score: number | null; readonly interval: readonly [number, number] | null }>
  >;
  /** ν of Davidson, η of Rao–Kupper. */
  readonly ties?: number | null;
  readonly connected: true | readonly (readonly string[])[];
  readonly undefined: RankingGap | null;
}

/** What a method found, by the number of each item. */
export interface Estimate {
  readonly scores: Float64Array | null;
  readonly lower: Float64Array | null;
  readonly upper: Float64Array | null;
  readonly ties?: number | null;
  readonly groups: readonly (readonly number[])[];
  readonly reason: RankingGap | null;
  /** Resamples of the bootstrap in which no scores existed. */
  readonly resamplesWithoutScores: number;
}

/** Puts names to what a method found. */
export function toRankReport(
  estimate: Estimate,
  { names, method }: { readonly names: readonly string[]; readonly method: RankMethod },
): RankReport {
  const { scores, lower, upper, ties, groups, reason } = estimate;
  const named = names.map((name, item) => {
    const [from, to] = [lower?.[item], upper?.[item]];
    const interval = from === undefined || to === undefined ? null : ([from, to] as const);
    return [name, { score: scores?.[item] ?? null, interval }] as const;
  });
  return {
    method,
    anchor: 'mean_zero',
    scores: Object.fromEntries(named),
    ...(ties === undefined ? {} : { ties }),
    connected: groups.length === 1 ? true : groups.map((group) => group.map((item) => names[item] ?? '')),
    undefined: reason,
  };
}
