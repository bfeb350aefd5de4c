import { disagreementOf } from '#stats/agreement/disagreement.ts';
import { type AlphaGap, type AlphaInput, alphaOfPairable } from '#stats/agreement/krippendorff-alpha.ts';
import { mergeAlikeUnits } from '#stats/agreement/merge-alike-units.ts';
import { type PairableUnits, pairableUnits } from '#stats/agreement/pairable-units.ts';
import { drawMultinomial } from '#stats/random/draw-multinomial.ts';
import type { Random } from '#stats/random/seeded-random.ts';
import { quantileOfSorted } from './quantile.ts';

export interface BootstrapAlphaInput extends AlphaInput {
  readonly random: Random;
  /** How many times the units are drawn anew; 1000 unless told. */
  readonly resamples?: number;
  /** Share of such intervals that should hold the true alpha; 0.95 unless told. */
  readonly confidence?: number;
}

/** Why there is no interval: alpha itself is undefined, there is one pairable unit only, or every resample was uniform. */
export type AlphaIntervalGap = AlphaGap | 'too_few_units' | 'no_resample_with_variation';

/** An interval for alpha, or null and the reason; with how it was made. */
export type AlphaInterval = {
  readonly confidence: number;
  /** Units with at least two values. */
  readonly units: number;
  readonly resamples: number;
  /** Resamples left out of the interval because alpha was 0/0 there: all drawn values were the same. */
  readonly resamplesWithoutVariation: number;
} & (
  | { readonly lower: number; readonly upper: number }
  | { readonly lower: null; readonly upper: null; readonly reason: AlphaIntervalGap }
);

/**
 * **Bootstrap interval for Krippendorff's alpha**: how far alpha would move with another sample of units like these.
 *
 * What for: telling whether two alphas differ, and whether there are enough doubly judged units to say anything.
 *
 * When it misleads: it treats raters as fixed, so it says nothing about other raters; below some 20 units it is rough; and
 * when many resamples had no variation, the rest are not a fair picture. Narrower intervals by the KALPHA method resample
 * pairs and keep the expected disagreement fixed, as if all pairs were independent: do not compare with those.
 *
 * Formula: draws as many pairable units as there are, with replacement, computes both disagreements anew, and takes the
 * type-7 quantiles (1 ∓ confidence)/2 of the alphas. Alike units are drawn together, as counts. Units with one value or none are not drawn: they would add nothing,
 * and items that nobody judged yet must not move the interval.
 * Source: B. Efron and R. Tibshirani, "An Introduction to the Bootstrap", 1993, ch. 13 (percentile interval).
 *
 * Units: those of alpha.
 *
 * @throws RangeError as {@link krippendorffAlpha}, or unless resamples ≥ 1 and 0 < confidence < 1.
 * @example
 * const units = [[1, 1], [2, 2], [1, 2], [1, 1], [2, 2]];
 * bootstrapAlpha({ units, metric: 'nominal', random: seededRandom(1) }).upper; // 1
 */
export function bootstrapAlpha(input: BootstrapAlphaInput): AlphaInterval {
  const { metric, random, resamples = 1000, confidence = 0.95 } = input;
  checkSettings({ resamples, confidence });
  const units = pairableUnits(input.units);
  const facts = { confidence, units: units.starts.length - 1, resamples, resamplesWithoutVariation: 0 };
  const unknown = { ...facts, lower: null, upper: null };
  const alpha = alphaOfPairable(units, metric);
  if (alpha.value === null) return { ...unknown, reason: alpha.reason };
  if (facts.units < 2) return { ...unknown, reason: 'too_few_units' };
  const alphas = resampledAlphas({ units, metric, random, resamples });
  const resamplesWithoutVariation = resamples - alphas.length;
  const lower = quantileOfSorted(alphas, (1 - confidence) / 2);
  const upper = quantileOfSorted(alphas, (1 + confidence) / 2);
  if (lower === null || upper === null) {
    return { ...unknown, resamplesWithoutVariation, reason: 'no_resample_with_variation' };
  }
  return { ...facts, resamplesWithoutVariation, lower, upper };
}

interface Resampling extends Pick<AlphaInput, 'metric'> {
  readonly units: PairableUnits;
  readonly random: Random;
  readonly resamples: number;
}

/** The alphas of all resamples that have one, lowest first. */
function resampledAlphas({ units, metric, random, resamples }: Resampling): Float64Array {
  const { distinct, placeOf } = mergeAlikeUnits(units);
  const measure = disagreementOf(distinct, metric);
  const weights = new Int32Array(distinct.starts.length - 1);
  const drawWeights = weightDrawer(placeOf, { kinds: weights.length, random });
  const alphas = new Float64Array(resamples);
  let found = 0;
  for (let resample = 0; resample < resamples; resample++) {
    drawWeights(weights);
    const { observed, expected } = measure(weights);
    if (expected > 0) alphas[found++] = 1 - observed / expected;
  }
  return alphas.subarray(0, found).sort();
}

/** A binomial draw takes about as long as so many draws of one unit. */
const unitsForBinomial = 8;

/** Draws units, with replacement, and says how often each kind came: kind by kind where many units are alike. */
function weightDrawer(
  placeOf: Int32Array,
  { kinds, random }: { readonly kinds: number; readonly random: Random },
): (weights: Int32Array) => void {
  if (kinds * unitsForBinomial > placeOf.length) {
    return (weights) => {
      weights.fill(0);
      for (let draw = 0; draw < placeOf.length; draw++) {
        const place = placeOf[random.below(placeOf.length)] ?? 0;
        weights[place] = (weights[place] ?? 0) + 1;
      }
    };
  }
  const sizes = new Float64Array(kinds);
  for (const place of placeOf) sizes[place] = (sizes[place] ?? 0) + 1;
  return (drawn) => drawMultinomial(random, { sizes, total: placeOf.length, drawn });
}

function checkSettings({ resamples, confidence }: { resamples: number; confidence: number }): void {
  if (!Number.isSafeInteger(resamples) || resamples < 1) {
    throw new RangeError(`The number of resamples must be a whole number of at least 1, not ${resamples}.`);
  }
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`The confidence must lie between 0 and 1, not ${confidence}.`);
  }
}
