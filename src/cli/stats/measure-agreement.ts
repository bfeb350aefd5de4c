import { UsageError } from '#cli/command-errors.ts';
import { krippendorffAlpha } from '#stats/agreement/krippendorff-alpha.ts';
import { percentAgreement } from '#stats/agreement/percent-agreement.ts';
import type { Ratings } from '#stats/agreement/ratings.ts';
import type { LongUnits } from '#stats/agreement/unit-values.ts';
import { bootstrapAlpha } from '#stats/intervals/bootstrap-alpha.ts';
import { seededRandom } from '#stats/random/seeded-random.ts';
import type { AgreementMetric, AgreementRequest } from './agreement-request.ts';
import type { NamedRatings } from './read-ratings.ts';

/** What `plumbline stats agreement --json` says. */
export interface AgreementReport {
  readonly metric: AgreementMetric;
  readonly level: string;
  readonly weights: string;
  readonly value: number | null;
  readonly interval: readonly [number, number] | null;
  readonly items: number;
  readonly annotators: number;
  readonly judgments: number;
  /** Why there is no value, as a code. */
  readonly undefined: string | null;
}

type Measured = Pick<AgreementReport, 'value' | 'interval' | 'undefined'>;

export function measureAgreement(
  { ratings, isNumeric }: NamedRatings,
  request: AgreementRequest,
): AgreementReport {
  if (request.level !== 'nominal' && !isNumeric && request.categories === undefined)
    throw new UsageError(
      `The values are words, and ${request.level} needs their order. Name the whole scale, such as --categories bad,fair,good.`,
    );
  if (request.level === 'ratio' && !isNumeric)
    throw new UsageError('The values are words, and ratio needs numbers. Choose --level ordinal.');
  const { value, interval, undefined: reason } = measure(ratings, request);
  return {
    metric: request.metric,
    level: request.level,
    weights: 'none',
    value,
    interval,
    items: countRated(ratings),
    annotators: new Set(ratings.raters).size,
    judgments: ratings.codes.length,
    undefined: reason,
  };
}

function measure(ratings: Ratings, request: AgreementRequest): Measured {
  const units = unitsOf(ratings, request.level);
  if (request.metric === 'percent') {
    const agreement = percentAgreement(units);
    const reason = 'reason' in agreement ? agreement.reason : null;
    return { value: agreement.meanOverUnits, interval: null, undefined: reason };
  }
  const metric = request.level;
  const alpha = krippendorffAlpha({ units, metric });
  if (alpha.value === null) return { value: null, interval: null, undefined: alpha.reason };
  if (request.bootstrap === null) return { value: alpha.value, interval: null, undefined: null };
  const { resamples, seed } = request.bootstrap;
  const { lower, upper } = bootstrapAlpha({ units, metric, random: seededRandom(seed), resamples });
  const interval = lower === null || upper === null ? null : ([lower, upper] as const);
  return { value: alpha.value, interval, undefined: null };
}

/** Ranks rest on the order of the categories, all else on the numbers that they stand for. */
function unitsOf({ starts, codes, categories }: Ratings, level: string): LongUnits {
  if (level === 'ordinal' || level === 'nominal') return { starts, values: codes };
  return { starts, values: Float64Array.from(codes, (code) => categories[code] ?? 0) };
}

function countRated({ starts }: Ratings): number {
  let items = 0;
  for (let item = 0; item + 1 < starts.length; item++)
    if ((starts[item + 1] ?? 0) > (starts[item] ?? 0)) items++;
  return items;
}
