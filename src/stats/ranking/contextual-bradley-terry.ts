import { climbConcave } from '#stats/linear/climb-concave.ts';
import { type ComparisonRows, type ContextualComparisons, comparisonRows } from './comparison-rows.ts';
import { anchorToMeanZero, checkPrior, gapOfClimb, type RankingFit } from './ranking-fit.ts';
import { strongComponents } from './strong-components.ts';
import { sumComparisonRows } from './sum-comparison-rows.ts';

export interface ContextualOptions {
  /** Adds l2Scores · Σ score² to minus the log-likelihood; 0 unless told. */
  readonly l2Scores?: number;
  /** Adds l2Features · Σ coefficient² to minus the log-likelihood; 0 unless told. */
  readonly l2Features?: number;
  /** Scores and then coefficients to start from. */
  readonly start?: Float64Array;
}

/** A fit, with what a step of one in each feature adds to the log-odds of the left item. */
export type ContextualFit =
  | (Extract<RankingFit, { scores: Float64Array }> & { readonly coefficients: Float64Array })
  | Extract<RankingFit, { scores: null }>;

/**
 * **Bradley–Terry with features** of the comparison, such as the side or the difference of the lengths of two texts.
 *
 * What for: scores with the length, the formatting or the place on the screen held equal ("style control"); and how much
 * those move people.
 *
 * When it misleads: a feature that goes along with quality takes its share of it, so report scores with and without; and
 * a prior on the coefficients pulls all of them toward zero. Without priors the scores may run away: `not_connected`
 * where wins do not join the items, `separated` where features tell winners from losers without fail, and
 * `features_not_identified` where a feature is constant zero or follows from scores and other features.
 *
 * Formula: maximises Σ w (y z − log(1 + e^z)) − l2Scores Σ θ² − l2Features Σ β², z = θ_left − θ_right + x·β, by Newton's
 * method. Rows and columns of the information: the scores, then the coefficients.
 * Source: A. Springall (1973), Applied Statistics 22(1); T. Li, A. Angelopoulos, W.-L. Chiang (2024), "Does style matter?",
 * LMSYS, for the use.
 *
 * Units: scores as in {@link bradleyTerry}; coefficients in natural logarithms of odds per unit of the feature.
 *
 * @throws RangeError as {@link comparisonRows}, or when a prior is negative.
 * @example
 * const input = { items: 2, left: [0, 0, 1, 1, 0], right: [1, 1, 0, 0, 1], outcome: [2, 0, 2, 0, 2], featureCount: 1 };
 * contextualBradleyTerry({ ...input, features: [1, 1, 1, 1, 1] }).coefficients[0].toFixed(6); // '0.346574'
 */
export function contextualBradleyTerry(
  input: ContextualComparisons,
  options: ContextualOptions = {},
): ContextualFit {
  return fitComparisonRows(comparisonRows(input), options);
}

/** The same for rows that are prepared already. */
export function fitComparisonRows(rows: ComparisonRows, options: ContextualOptions = {}): ContextualFit {
  const { l2Scores = 0, l2Features = 0, start } = options;
  checkPrior(l2Scores);
  checkPrior(l2Features);
  const { items, featureCount } = rows;
  const size = items + featureCount;
  const groups = groupsOf(rows);
  if (rows.totalWeight === 0) return { scores: null, reason: 'no_comparisons', groups };
  if (groups.length > 1 && l2Scores === 0) return { scores: null, reason: 'not_connected', groups };
  const shiftable = l2Scores === 0 ? items : 0;
  const prior = (index: number) => (index < items ? l2Scores : l2Features);
  const summit = climbConcave(
    {
      size,
      shiftable,
      scale: rows.totalWeight,
      measure: (at, { gradient, information }) => {
        information.fill(0);
        let penalty = 0;
        for (let index = 0; index < size; index++) {
          const value = at[index] ?? 0;
          penalty += prior(index) * value * value;
          gradient[index] = -2 * prior(index) * value;
          information[index * size + index] = 2 * prior(index);
        }
        return sumComparisonRows(rows, at, { gradient, information }) - penalty;
      },
    },
    start ?? new Float64Array(size),
  );
  if (summit.at === null) return { scores: null, reason: gapOfClimb(summit), groups };
  let penalty = 0;
  summit.at.forEach((value, index) => {
    penalty += prior(index) * value * value;
  });
  const coefficients = summit.at.slice(items);
  const scores = anchorToMeanZero(summit.at.slice(0, items));
  const { value, information, steps } = summit;
  return {
    scores,
    coefficients,
    logLikelihood: value + penalty,
    information,
    steps,
    groups,
    size,
    shiftable,
  };
}

function groupsOf({ items, left, right, points, weights }: ComparisonRows): number[][] {
  const wins = new Float64Array(items * items);
  for (let row = 0; row < left.length; row++) {
    if (weights[row] === 0) continue;
    const one = left[row] ?? 0;
    const other = right[row] ?? 0;
    const point = points[row] ?? 0;
    if (point > 0) wins[one * items + other] = 1;
    if (point < 1) wins[other * items + one] = 1;
  }
  return strongComponents({ items, wins });
}
