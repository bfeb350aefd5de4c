import { normalQuantile } from '#stats/intervals/normal-quantile.ts';
import { fitRatingEffects } from './fit-rating-effects.ts';

/** Ratings as columns: annotator `annotator[r]` rated item `item[r]` with `rating[r]`. */
export interface RatingColumns {
  readonly item: ArrayLike<number>;
  readonly annotator: ArrayLike<number>;
  readonly rating: ArrayLike<number>;
}

export interface RatingEffectsInput {
  readonly ratings: RatingColumns;
  /** `offset`: some are stricter than others. `offset_and_scale`: some also use more of the scale than others. */
  readonly effects: 'offset' | 'offset_and_scale';
  /** How many passes at most; 10,000 unless told. */
  readonly iterations?: number;
  readonly confidence?: number;
}

/** The adjusted value of an item, or null and why: nobody rated it. */
export type ItemValue =
  | {
      readonly value: number;
      readonly lower: number | null;
      readonly upper: number | null;
      readonly ratings: number;
    }
  | {
      readonly value: null;
      readonly lower: null;
      readonly upper: null;
      readonly ratings: number;
      readonly reason: 'no_ratings';
    };

export interface RatingEffects {
  readonly items: readonly ItemValue[];
  /** How far each annotator rates above the middle of all; null where there are no ratings. */
  readonly offsets: readonly (number | null)[];
  /** How far apart each annotator rates what is one step apart; 1 throughout without scales. */
  readonly scales: readonly (number | null)[];
  /** Standard deviation of what is left; null where there are no more ratings than parameters. */
  readonly residualDeviation: number | null;
  readonly iterations: number;
  readonly converged: boolean;
  /**
   * `disconnected`: annotators and items fall into groups without a rating between them, whose offsets cannot be told
   * from the values of their items; `no_spare_ratings`: there is no uncertainty, since every rating is needed.
   */
  readonly warnings: readonly ('disconnected' | 'no_spare_ratings')[];
}

/**
 * **Ratings adjusted for annotators**: a value for each item, freed from how strict each annotator is and, if asked, how
 * much of the scale each uses.
 *
 * What for: items that were rated by different people. The plain mean favours items that lenient people got.
 *
 * When it misleads: where strict people got the worse items on purpose, it takes for strictness what is true; groups of
 * people and items without a rating between them cannot be compared (`disconnected`); scales need many ratings an
 * annotator, and somebody who gives one value throughout has scale 0. It takes steps of the scale as equal.
 *
 * Formula: rating = offset_a + scale_a × value_i + error, by least squares, alternating between items and annotators;
 * offsets have mean 0 over annotators, scales mean 1, weighted by their ratings. The interval of a value is
 * value ± z s / √(Σ scale² over its ratings), with s² the squared rest over ratings − parameters; it holds the
 * annotators' effects fixed, so it is a little narrow.
 * Source: H. Scheffé (1959), "The Analysis of Variance", ch. 4, for offsets; J. Mandel (1961), JASA 56, for scales.
 *
 * Units: those of the ratings.
 *
 * @throws RangeError when columns differ in length, or hold numbers that are not finite or not whole from 0.
 * @example
 * const ratings = { item: [0, 0, 1, 1], annotator: [0, 1, 0, 1], rating: [1, 3, 2, 4] };
 * ratingEffects({ ratings, effects: 'offset' }).offsets; // [-1, 1]
 */
export function ratingEffects(input: RatingEffectsInput): RatingEffects {
  const { effects, confidence = 0.95 } = input;
  if (!(confidence > 0 && confidence < 1))
    throw new RangeError(`The confidence must lie between 0 and 1, not ${confidence}.`);
  const fit = fitRatingEffects(input.ratings, {
    scales: effects === 'offset_and_scale',
    iterations: input.iterations ?? 10_000,
  });
  const { values, offsets, scales, itemRatings, annotatorRatings, components } = fit;
  const rated = countPositive(itemRatings);
  const rating = countPositive(annotatorRatings);
  const parameters = effects === 'offset' ? rated + rating - components : rated + 2 * rating - 2 * components;
  const spare = input.ratings.rating.length - parameters;
  const residualDeviation = spare > 0 ? Math.sqrt(fit.squaredRest / spare) : null;
  const z = normalQuantile(0.5 + confidence / 2);
  return {
    items: Array.from(values, (value, item): ItemValue => {
      const ratings = itemRatings[item] ?? 0;
      if (ratings === 0) return { value: null, lower: null, upper: null, ratings, reason: 'no_ratings' };
      const weight = fit.itemWeights[item] ?? 0;
      if (residualDeviation === null || !(weight > 0)) return { value, lower: null, upper: null, ratings };
      const reach = (z * residualDeviation) / Math.sqrt(weight);
      return { value, lower: value - reach, upper: value + reach, ratings };
    }),
    offsets: Array.from(offsets, (offset, annotator) =>
      (annotatorRatings[annotator] ?? 0) > 0 ? offset : null,
    ),
    scales: Array.from(scales, (scale, annotator) => ((annotatorRatings[annotator] ?? 0) > 0 ? scale : null)),
    residualDeviation,
    iterations: fit.iterations,
    converged: fit.converged,
    warnings: [
      ...(components > 1 ? (['disconnected'] as const) : []),
      ...(residualDeviation === null ? (['no_spare_ratings'] as const) : []),
    ],
  };
}

function countPositive(counts: Float64Array): number {
  return counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
}
