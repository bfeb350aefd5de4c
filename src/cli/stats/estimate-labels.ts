import type { TieRule } from '#stats/aggregation/agreement-with-labels.ts';
import { dawidSkene } from '#stats/aggregation/dawid-skene.ts';
import { type ConfusionCounts, errorRates } from '#stats/aggregation/error-rates.ts';
import type { Reliability } from '#stats/aggregation/expected-proportion.ts';
import type { FitWarning } from '#stats/aggregation/fit-warnings.ts';
import { glad } from '#stats/aggregation/glad.ts';
import type { GroupedLabels } from '#stats/aggregation/group-labels.ts';
import { mace } from '#stats/aggregation/mace.ts';
import { majorityVote } from '#stats/aggregation/majority-vote.ts';
import { oneCoinDawidSkene } from '#stats/aggregation/one-coin-dawid-skene.ts';
import type { TopLabels } from '#stats/aggregation/top-labels.ts';
import { wawa } from '#stats/aggregation/wawa.ts';

export const aggregationMethods = ['majority', 'wawa', 'dawid-skene', 'one-coin', 'mace', 'glad'] as const;
export type AggregationMethod = (typeof aggregationMethods)[number];

/** Without a number of iterations, a fit ends once it moves by less than this for each label, or after so many. */
const settled = 1e-12;
export const mostIterations = 1000;

export interface EstimateRequest {
  readonly method: AggregationMethod;
  readonly iterations: number | undefined;
  readonly ties: TieRule;
}

/** What the methods have in common, and what only some of them learn. */
export interface Estimate extends TopLabels {
  readonly posteriors: Float64Array;
  readonly reliability: readonly Reliability[];
  /** Votes: 0 for the majority, 1 for the second vote of Wawa. */
  readonly iterations: number;
  /** Null where the number of iterations was given, or nothing is iterated. */
  readonly converged: boolean | null;
  readonly warnings: readonly FitWarning[];
  readonly priors?: Float64Array;
  readonly confusion?: ConfusionCounts;
  /** Of GLAD, by annotator. */
  readonly ability?: Float64Array;
}

/** Learns true labels and reliabilities by one of the methods. */
export function estimateLabels(labels: GroupedLabels, request: EstimateRequest): Estimate {
  const { method, ties } = request;
  if (method === 'majority')
    return { ...majorityVote({ labels, ties }), iterations: 0, converged: null, warnings: [] };
  if (method === 'wawa') return { ...wawa({ labels, ties }), iterations: 1, converged: null, warnings: [] };
  const fit = fitModel(labels, request);
  return { ...fit, converged: request.iterations === undefined ? fit.converged : null };
}

function fitModel(labels: GroupedLabels, { method, iterations }: EstimateRequest) {
  const stopping =
    iterations === undefined ? { iterations: mostIterations, tolerance: settled } : { iterations };
  if (method === 'mace') return mace({ labels, ...stopping });
  if (method === 'glad') {
    const fit = glad({ labels, ...stopping });
    return { ...fit, ability: fit.parameters.ability };
  }
  if (method === 'one-coin') return oneCoinDawidSkene({ labels, ...stopping });
  const fit = dawidSkene({ labels, ...stopping });
  return { ...fit, confusion: { labels, counts: fit.counts } };
}

/** The error rates of one annotator by the names of the classes: true class, then what it was called. */
export function namedErrorRates(
  confusion: ConfusionCounts,
  { annotator, classes }: { readonly annotator: number; readonly classes: readonly string[] },
): Record<string, Record<string, number> | null> {
  const rows = errorRates(confusion, annotator);
  const named = (row: readonly number[]) =>
    Object.fromEntries(classes.map((name, label) => [name, row[label] ?? 0]));
  return Object.fromEntries(
    classes.map((name, truth) => {
      const row = rows[truth] ?? null;
      return [name, row === null ? null : named(row)];
    }),
  );
}
