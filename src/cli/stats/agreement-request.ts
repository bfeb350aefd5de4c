import { UsageError } from '#cli/command-errors.ts';
import type { WeightKind } from '#stats/agreement/category-weights.ts';
import type { IccForm } from '#stats/agreement/intraclass-correlation.ts';
import type { AlphaMetric } from '#stats/agreement/metric-sums.ts';

/** What each measure takes, and the level of scale at which it looks at the values. */
interface MetricFacts {
  readonly takesWeights: boolean;
  /** True where it is defined for two annotators: with more of them, `--pairs` gives the mean over all pairs. */
  readonly isForTwo: boolean;
  readonly level: AlphaMetric;
}

const categorical: MetricFacts = { takesWeights: true, isForTwo: false, level: 'nominal' };

export const metricFacts = {
  percent: categorical,
  scott: { ...categorical, isForTwo: true },
  cohen: { ...categorical, isForTwo: true },
  fleiss: categorical,
  conger: categorical,
  alpha: { takesWeights: false, isForTwo: false, level: 'nominal' },
  ac: categorical,
  'brennan-prediger': categorical,
  icc: { takesWeights: false, isForTwo: false, level: 'interval' },
  'kendall-tau': { takesWeights: false, isForTwo: true, level: 'ordinal' },
  'kendall-w': { takesWeights: false, isForTwo: false, level: 'ordinal' },
  spearman: { takesWeights: false, isForTwo: true, level: 'ordinal' },
  'flip-rate': { takesWeights: false, isForTwo: false, level: 'ordinal' },
} as const satisfies Readonly<Record<string, MetricFacts>>;

export type AgreementMetric = keyof typeof metricFacts;
export const agreementMetrics = Object.keys(metricFacts) as readonly AgreementMetric[];

export const levels = ['nominal', 'ordinal', 'interval', 'ratio'] as const satisfies readonly AlphaMetric[];
export const weightKinds = ['none', 'linear', 'quadratic'] as const satisfies readonly WeightKind[];
export const iccForms = ['1,1', '2,1', '3,1', '1,k', '2,k', '3,k'] as const satisfies readonly IccForm[];

/** The options of `plumbline stats agreement` as commander gives them. */
export interface AgreementOptions {
  readonly metric: AgreementMetric;
  readonly level?: AlphaMetric;
  readonly weights?: (typeof weightKinds)[number];
  readonly categories?: readonly string[];
  readonly icc?: IccForm;
  readonly bootstrap?: number;
  readonly seed?: number;
  readonly pairs?: boolean;
  readonly json?: boolean;
}

/** What is to be measured, complete and free of contradictions. */
export interface AgreementRequest {
  readonly metric: AgreementMetric;
  readonly level: AlphaMetric;
  readonly weights: (typeof weightKinds)[number];
  readonly categories: readonly string[] | undefined;
  readonly icc: IccForm;
  /** How the interval is made from resamples; null where none were asked for. */
  readonly bootstrap: { readonly resamples: number; readonly seed: number } | null;
  readonly pairs: boolean;
}

/** The whole scale in its order, such as `bad,fair,good`. */
export function readCategories(given: string): readonly string[] {
  const categories = given.split(',').map((name) => name.trim());
  if (categories.length < 2 || categories.includes(''))
    throw new UsageError(
      `--categories is "${given}": name the whole scale in its order, divided by commas, such as bad,fair,good.`,
    );
  const twice = categories.find((name, place) => categories.indexOf(name) !== place);
  if (twice !== undefined) throw new UsageError(`--categories names ${twice} twice.`);
  return categories;
}

export function toRequest(options: AgreementOptions): AgreementRequest {
  const { metric, level, weights = 'none', categories, icc, bootstrap, seed, pairs = false } = options;
  const facts = metricFacts[metric];
  if (level !== undefined && metric !== 'alpha')
    throw new UsageError(
      `--level belongs to alpha, not to ${metric}. ${facts.takesWeights ? 'Take --weights instead.' : 'Leave it out.'}`,
    );
  if (weights !== 'none' && !facts.takesWeights)
    throw new UsageError(
      `${metric} takes no --weights. ${metric === 'alpha' ? 'Take --level instead.' : 'Leave it out.'}`,
    );
  if (icc !== undefined && metric !== 'icc')
    throw new UsageError(`--icc belongs to --metric icc, not to ${metric}. Leave it out.`);
  if (seed !== undefined && bootstrap === undefined)
    throw new UsageError('--seed has no use without --bootstrap. Add --bootstrap 1000, or leave it out.');
  return {
    metric,
    level: level ?? (weights === 'none' ? facts.level : 'interval'),
    weights,
    categories,
    icc: icc ?? '2,1',
    bootstrap: bootstrap === undefined ? null : { resamples: bootstrap, seed: seed ?? 1 },
    pairs,
  };
}
