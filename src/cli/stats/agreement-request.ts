import { UsageError } from '#cli/command-errors.ts';
import type { AlphaMetric } from '#stats/agreement/metric-sums.ts';

export const agreementMetrics = ['percent', 'alpha'] as const;
export type AgreementMetric = (typeof agreementMetrics)[number];

export const levels = ['nominal', 'ordinal', 'interval', 'ratio'] as const satisfies readonly AlphaMetric[];

/** The options of `plumbline stats agreement` as commander gives them. */
export interface AgreementOptions {
  readonly metric: AgreementMetric;
  readonly level?: AlphaMetric;
  readonly categories?: readonly string[];
  readonly bootstrap?: number;
  readonly seed?: number;
  readonly json?: boolean;
}

/** What is to be measured, complete and free of contradictions. */
export interface AgreementRequest {
  readonly metric: AgreementMetric;
  readonly level: AlphaMetric;
  readonly categories: readonly string[] | undefined;
  /** How many resamples the interval rests on; null where none was asked for. */
  readonly bootstrap: { readonly resamples: number; readonly seed: number } | null;
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
  const { metric, level, categories, bootstrap, seed } = options;
  if (level !== undefined && metric !== 'alpha')
    throw new UsageError(`--level belongs to alpha, not to ${metric}. Leave it out.`);
  if (seed !== undefined && bootstrap === undefined)
    throw new UsageError('--seed has no use without --bootstrap. Add --bootstrap 1000, or leave it out.');
  return {
    metric,
    level: level ?? 'nominal',
    categories,
    bootstrap: bootstrap === undefined ? null : { resamples: bootstrap, seed: seed ?? 1 },
  };
}
