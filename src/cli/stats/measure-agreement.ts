import { UsageError } from '#cli/command-errors.ts';
import { pairsOfRaters } from '#stats/agreement/pairs-of-raters.ts';
import type { Ratings } from '#stats/agreement/ratings.ts';
import { bootstrapAlpha } from '#stats/intervals/bootstrap-alpha.ts';
import { bootstrapItems } from '#stats/intervals/bootstrap-items.ts';
import { seededRandom } from '#stats/random/seeded-random.ts';
import { type Measure, type Measured, measureOf } from './agreement-measures.ts';
import { type AgreementMetric, type AgreementRequest, metricFacts } from './agreement-request.ts';
import type { NamedRatings } from './read-ratings.ts';

/** The figure of two annotators. */
export interface PairReport {
  readonly a: string;
  readonly b: string;
  readonly value: number | null;
  /** Items that both judged. */
  readonly items: number;
}

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
  readonly pairs?: readonly PairReport[];
}

/** A report, and what is worth saying beside it. */
export interface AgreementResult {
  readonly report: AgreementReport;
  readonly remarks: readonly string[];
}

export function measureAgreement(named: NamedRatings, request: AgreementRequest): AgreementResult {
  refuseUnfit(named, request);
  const { ratings } = named;
  const remarks: string[] = [];
  const measure = measureOf(request);
  const annotators = new Set(ratings.raters).size;
  const facts = metricFacts[request.metric];
  const pairs = request.pairs ? measurePairs(named, measure) : undefined;
  const isMean = facts.isForTwo && annotators > 2;
  const overall: Measure = isMean ? (drawn) => meanOverPairs(drawn, measure) : measure;
  const measured = overall(ratings);
  const { interval, remark } =
    request.bootstrap === null || measured.value === null
      ? { interval: measured.interval, remark: null }
      : resample(ratings, { request, measure: overall, bootstrap: request.bootstrap });
  if (remark !== null) remarks.push(remark);
  const report: AgreementReport = {
    metric: request.metric,
    level: request.level,
    weights: request.weights,
    value: measured.value,
    interval,
    items: countRated(ratings),
    annotators,
    judgments: ratings.codes.length,
    undefined: measured.undefined,
    ...(pairs === undefined ? {} : { pairs }),
  };
  return { report, remarks };
}

function refuseUnfit({ ratings, isNumeric }: NamedRatings, request: AgreementRequest): void {
  const { metric, level, categories, pairs } = request;
  const what =
    metric === 'alpha' ? level : request.weights === 'none' ? metric : `--weights ${request.weights}`;
  if (level !== 'nominal' && !isNumeric && categories === undefined)
    throw new UsageError(
      `The values are words, and ${what} needs their order. Name the whole scale, such as --categories bad,fair,good.`,
    );
  if (level === 'ratio' && !isNumeric)
    throw new UsageError('The values are words, and ratio needs numbers. Choose --level ordinal.');
  if (metric === 'flip-rate' && categories === undefined && !ratings.categories.some((value) => value < 0))
    throw new UsageError(
      'flip-rate must know which side a value prefers, and no value is below 0. Write preferences with a sign, or name the whole scale with --categories: its middle is then the tie.',
    );
  const annotators = new Set(ratings.raters).size;
  if (metricFacts[metric].isForTwo && annotators > 2 && !pairs)
    throw new UsageError(
      `${metric} is for two annotators, and the file has ${annotators}. Add --pairs for every two of them and the mean, or choose a measure for more.`,
    );
}

/** The ratings of two annotators as if there were no others. */
function ratingsOfPair(
  ratings: Ratings,
  { firstCodes, secondCodes }: { readonly firstCodes: Int32Array; readonly secondCodes: Int32Array },
): Ratings {
  const items = firstCodes.length;
  const codes = new Int32Array(2 * items);
  const raters = new Int32Array(2 * items);
  for (let item = 0; item < items; item++) {
    codes[2 * item] = firstCodes[item] ?? 0;
    codes[2 * item + 1] = secondCodes[item] ?? 0;
    raters[2 * item + 1] = 1;
  }
  const starts = Int32Array.from({ length: items + 1 }, (_, item) => 2 * item);
  return { starts, raters, codes, raterCount: 2, categories: ratings.categories };
}

function measurePairs({ ratings, annotators }: NamedRatings, measure: Measure): PairReport[] {
  return pairsOfRaters(ratings).map((pair) => ({
    a: annotators[pair.first] ?? '',
    b: annotators[pair.second] ?? '',
    value: measure(ratingsOfPair(ratings, pair)).value,
    items: pair.firstCodes.length,
  }));
}

/** The mean over the pairs of annotators that have a figure. */
function meanOverPairs(ratings: Ratings, measure: Measure): Measured {
  const pairs = pairsOfRaters(ratings);
  const each = pairs.map((pair) => measure(ratingsOfPair(ratings, pair)));
  const values = each.flatMap(({ value }) => (value === null ? [] : [value]));
  if (values.length === 0)
    return { value: null, interval: null, undefined: each[0]?.undefined ?? 'no_pairable_units' };
  return {
    value: values.reduce((sum, value) => sum + value, 0) / values.length,
    interval: null,
    undefined: null,
  };
}

function resample(
  ratings: Ratings,
  given: {
    readonly request: AgreementRequest;
    readonly measure: Measure;
    readonly bootstrap: { readonly resamples: number; readonly seed: number };
  },
): { readonly interval: Measured['interval']; readonly remark: string | null } {
  const { request, measure, bootstrap } = given;
  const { resamples } = bootstrap;
  const random = seededRandom(bootstrap.seed);
  const made =
    request.metric === 'alpha'
      ? resampleAlpha(ratings, { level: request.level, random, resamples })
      : bootstrapItems({ ratings, measure: (drawn) => measure(drawn).value, random, resamples });
  const remark =
    made.undefinedResamples === 0
      ? null
      : `In ${made.undefinedResamples} of ${resamples} resamples the measure was undefined; the interval rests on the others.`;
  return { interval: made.lower === null ? null : [made.lower, made.upper], remark };
}

/** Alpha has a faster way of its own. */
function resampleAlpha(
  { starts, codes, categories }: Ratings,
  given: {
    readonly level: AgreementRequest['level'];
    readonly random: ReturnType<typeof seededRandom>;
    readonly resamples: number;
  },
) {
  const { level, random, resamples } = given;
  const isOrder = level === 'ordinal' || level === 'nominal';
  const values = isOrder ? codes : Float64Array.from(codes, (code) => categories[code] ?? 0);
  const made = bootstrapAlpha({ units: { starts, values }, metric: level, random, resamples });
  return { ...made, undefinedResamples: made.resamplesWithoutVariation };
}

function countRated({ starts }: Ratings): number {
  let items = 0;
  for (let item = 0; item + 1 < starts.length; item++)
    if ((starts[item + 1] ?? 0) > (starts[item] ?? 0)) items++;
  return items;
}
