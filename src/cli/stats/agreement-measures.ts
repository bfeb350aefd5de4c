import { brennanPrediger } from '#stats/agreement/brennan-prediger.ts';
import { categoryWeights } from '#stats/agreement/category-weights.ts';
import { type Coefficient, coefficientInterval } from '#stats/agreement/coefficient.ts';
import { cohenKappa } from '#stats/agreement/cohen-kappa.ts';
import { completeTable } from '#stats/agreement/complete-table.ts';
import { congerKappa } from '#stats/agreement/conger-kappa.ts';
import { spearman } from '#stats/agreement/correlation.ts';
import { fleissKappa } from '#stats/agreement/fleiss-kappa.ts';
import { flipRate } from '#stats/agreement/flip-rate.ts';
import { gwetAc } from '#stats/agreement/gwet-ac.ts';
import { intraclassCorrelation } from '#stats/agreement/intraclass-correlation.ts';
import { kendallTau } from '#stats/agreement/kendall-tau.ts';
import { kendallW } from '#stats/agreement/kendall-w.ts';
import { krippendorffAlpha } from '#stats/agreement/krippendorff-alpha.ts';
import { pairsOfRaters } from '#stats/agreement/pairs-of-raters.ts';
import type { Ratings } from '#stats/agreement/ratings.ts';
import type { WeightedRatings } from '#stats/agreement/unit-agreement.ts';
import type { LongUnits } from '#stats/agreement/unit-values.ts';
import { weightedAgreement } from '#stats/agreement/weighted-agreement.ts';
import type { AgreementMetric, AgreementRequest } from './agreement-request.ts';

/** A figure with its interval where a formula gives one; or the reason why there is none. */
export interface Measured {
  readonly value: number | null;
  readonly interval: readonly [number, number] | null;
  readonly undefined: string | null;
}

export type Measure = (ratings: Ratings) => Measured;

const found = (value: number, interval: Measured['interval'] = null): Measured => ({
  value,
  interval,
  undefined: null,
});

const gap = (reason: string): Measured => ({ value: null, interval: null, undefined: reason });

/** The measure that a request asks for. */
export function measureOf(request: AgreementRequest): Measure {
  const weigh = (ratings: Ratings) => ({
    ratings,
    weights: categoryWeights(request.weights, ratings.categories),
  });
  const coefficient = (measure: (given: WeightedRatings) => Coefficient): Measure => {
    return (ratings) => showCoefficient(measure(weigh(ratings)));
  };
  const measures: Readonly<Record<AgreementMetric, Measure>> = {
    percent: (ratings) => sharesOnly(showCoefficient(weightedAgreement(weigh(ratings)))),
    scott: coefficient(fleissKappa),
    cohen: (ratings) => cohenOf(weigh(ratings)),
    fleiss: coefficient(fleissKappa),
    conger: coefficient(congerKappa),
    alpha: (ratings) => alphaOf(ratings, request.level),
    ac: coefficient(gwetAc),
    'brennan-prediger': coefficient(brennanPrediger),
    icc: (ratings) => iccOf(ratings, request.icc),
    'kendall-tau': ranksOf(kendallTau),
    'kendall-w': kendallWOf,
    spearman: ranksOf(spearman),
    'flip-rate': flipRateOf,
  };
  return measures[request.metric];
}

function showCoefficient(coefficient: Coefficient): Measured {
  if (coefficient.value === null) return gap(coefficient.reason);
  const { value, standardError, units } = coefficient;
  if (standardError === null) return found(value);
  const { lower, upper } = coefficientInterval({ value, standardError, units });
  return found(value, [lower, upper]);
}

/** A share cannot be below 0, so neither does its interval go there. */
function sharesOnly(measured: Measured): Measured {
  const { interval } = measured;
  return interval === null ? measured : { ...measured, interval: [Math.max(0, interval[0]), interval[1]] };
}

function alphaOf({ starts, codes, categories }: Ratings, level: AgreementRequest['level']): Measured {
  // Ranks rest on the order of the categories, all else on the numbers that they stand for.
  const isOrder = level === 'ordinal' || level === 'nominal';
  const values = isOrder ? codes : Float64Array.from(codes, (code) => categories[code] ?? 0);
  const units: LongUnits = { starts, values };
  const alpha = krippendorffAlpha({ units, metric: level });
  return alpha.value === null ? gap(alpha.reason) : found(alpha.value);
}

function cohenOf({ ratings, weights }: WeightedRatings): Measured {
  const [pair] = pairsOfRaters(ratings);
  if (pair === undefined) return gap(withoutPairs(ratings));
  const size = ratings.categories.length;
  const counts = new Float64Array(size * size);
  pair.firstCodes.forEach((code, place) => {
    const cell = code * size + (pair.secondCodes[place] ?? 0);
    counts[cell] = (counts[cell] ?? 0) + 1;
  });
  const kappa = cohenKappa({ counts, weights });
  return kappa.value === null ? gap(kappa.reason) : found(kappa.value, [kappa.lower, kappa.upper]);
}

function withoutPairs({ raters }: Ratings): string {
  return new Set(raters).size === 1 ? 'single_rater' : 'no_pairable_units';
}

type RankMeasure = (
  first: ArrayLike<number>,
  second: ArrayLike<number>,
) => { readonly value: number } | { readonly value: null; readonly reason: string };

function ranksOf(measure: RankMeasure): Measure {
  return (ratings) => {
    const [pair] = pairsOfRaters(ratings);
    if (pair === undefined) return gap(withoutPairs(ratings));
    const result = measure(pair.firstCodes, pair.secondCodes);
    return result.value === null ? gap(result.reason) : found(result.value);
  };
}

function iccOf(ratings: Ratings, form: AgreementRequest['icc']): Measured {
  const table = completeTable(ratings);
  if (table === null) return gap('incomplete_items');
  const icc = intraclassCorrelation({ table, form });
  return icc.value === null ? gap(icc.reason) : found(icc.value, [icc.lower, icc.upper]);
}

function kendallWOf(ratings: Ratings): Measured {
  const table = completeTable(ratings);
  if (table === null) return gap('incomplete_items');
  if (!table.hasFixedRaters) return gap('raters_change');
  const w = kendallW({ table });
  return w.value === null ? gap(w.reason) : found(w.value);
}

/** Signed values have their tie at 0; a scale without a sign, in its middle. */
function flipRateOf(ratings: Ratings): Measured {
  const { categories } = ratings;
  const [lowest, highest] = [Math.min(...categories), Math.max(...categories)];
  const rate = flipRate({ ratings, centre: lowest < 0 ? 0 : (lowest + highest) / 2 });
  return rate.value === null ? gap(rate.reason) : found(rate.value);
}
