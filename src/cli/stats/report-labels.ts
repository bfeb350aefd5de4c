import { tiedLabels } from '#stats/aggregation/top-labels.ts';
import { type AggregationMethod, type Estimate, namedErrorRates } from './estimate-labels.ts';
import type { NamedLabels } from './read-labels.ts';

/** One item; without labels there is no posterior, and a tie has no label. */
export type ItemReport =
  | { readonly label: string; readonly posterior: Readonly<Record<string, number>> }
  | {
      readonly label: null;
      readonly posterior: Readonly<Record<string, number>>;
      /** The labels that share the lead. */
      readonly tie: readonly string[];
    }
  | { readonly label: null; readonly posterior: null; readonly undefined: 'no_labels' | 'no_weight' };

export interface AnnotatorReport {
  readonly reliability: number | null;
  /** 95 %. */
  readonly interval: readonly [number, number] | null;
  readonly labels: number;
  readonly ability?: number;
  readonly errorRates?: Readonly<Record<string, Readonly<Record<string, number>> | null>>;
  readonly undefined?: string;
}

/** What `plumbline stats aggregate --json` says. */
export interface AggregationReport {
  readonly method: AggregationMethod;
  readonly iterations: number;
  readonly items: Readonly<Record<string, ItemReport>>;
  readonly annotators: Readonly<Record<string, AnnotatorReport>>;
  readonly priors?: Readonly<Record<string, number>>;
}

/** Puts names to numbers. Own properties throughout, so that an item may be called `__proto__`. */
export function reportLabels(
  named: NamedLabels,
  { method, estimate }: { readonly method: AggregationMethod; readonly estimate: Estimate },
): AggregationReport {
  const { iterations, priors } = estimate;
  return {
    method,
    iterations,
    items: Object.fromEntries(named.items.map((name, item) => [name, reportItem(named, { estimate, item })])),
    annotators: Object.fromEntries(
      named.annotators.map((name, annotator) => [name, reportAnnotator(named, { estimate, annotator })]),
    ),
    ...(priors === undefined ? {} : { priors: nameShares(named.classes, priors) }),
  };
}

function nameShares(classes: readonly string[], shares: Float64Array): Record<string, number> {
  return Object.fromEntries(classes.map((name, label) => [name, shares[label] ?? 0]));
}

function reportItem(
  { labels, classes }: NamedLabels,
  { estimate, item }: { readonly estimate: Estimate; readonly item: number },
): ItemReport {
  const leading = estimate.labels[item] ?? -1;
  if (leading < 0) {
    const hasLabels = labels.starts[item] !== labels.starts[item + 1];
    return { label: null, posterior: null, undefined: hasLabels ? 'no_weight' : 'no_labels' };
  }
  const width = classes.length;
  const posterior = nameShares(classes, estimate.posteriors.subarray(item * width, (item + 1) * width));
  if (estimate.tied[item] !== 1) return { label: classes[leading] ?? '', posterior };
  const tie = tiedLabels(estimate.posteriors, { classes: width, item }).map((label) => classes[label] ?? '');
  return { label: null, posterior, tie };
}

function reportAnnotator(
  { labels, classes }: NamedLabels,
  { estimate, annotator }: { readonly estimate: Estimate; readonly annotator: number },
): AnnotatorReport {
  const found = estimate.reliability[annotator];
  if (found === undefined || found.value === null)
    return {
      reliability: null,
      interval: null,
      labels: found?.labels ?? 0,
      undefined: found?.reason ?? 'no_labels',
    };
  const { confusion, ability } = estimate;
  return {
    reliability: found.value,
    interval: [found.lower, found.upper],
    labels: found.labels,
    ...(ability === undefined ? {} : { ability: ability[annotator] ?? 0 }),
    ...(confusion === undefined
      ? {}
      : { errorRates: namedErrorRates({ ...confusion, labels }, { annotator, classes }) }),
  };
}
