import { climbConcave, type HillSlopes } from '#stats/linear/climb-concave.ts';
import { bradleyTerry, sumWins } from './bradley-terry.ts';
import { anchorToMeanZero, checkPrior, type FitOptions, gapOfClimb, type RankingFit } from './ranking-fit.ts';
import { strongComponents } from './strong-components.ts';
import type { WinAndTieCounts } from './tally-wins.ts';
import { tieModelGap } from './tie-model-gap.ts';

/** A fit with the logarithm of its tie parameter, which is also the last row of the information. */
export type TieFit =
  | (Extract<RankingFit, { scores: Float64Array }> & {
      /** −Infinity or 0 where there were no ties and the model is Bradley–Terry's; the information then lacks it. */
      readonly logTies: number;
    })
  | Extract<RankingFit, { scores: null }>;

/** What one pair adds, by the difference of its scores and the logarithm of the tie parameter. */
export interface PairSlopes {
  value: number;
  byScore: number;
  byTies: number;
  /** Minus the second derivatives. */
  scoreScore: number;
  scoreTies: number;
  tiesTies: number;
}

export interface PairCounts {
  readonly won: number;
  readonly lost: number;
  readonly tied: number;
}

/** A model of three outcomes, concave in the difference of two scores and the logarithm of its tie parameter. */
export interface TieModel {
  /** What the logarithm is where nothing is tied. */
  readonly withoutTies: number;
  readonly start: number;
  /** Fills in what one pair adds. The value may be −Infinity outside the model. */
  measure(
    pair: PairCounts,
    at: { readonly difference: number; readonly logTies: number },
    into: PairSlopes,
  ): void;
}

/**
 * **Fit of a model of ties**: what {@link davidson} and {@link raoKupper} share.
 *
 * What for: scores and the tie parameter together, by Newton's method.
 *
 * When it misleads: as the model does. Without any tie the likelihood is highest at the edge, where both models are
 * Bradley–Terry's; that is what comes out then.
 *
 * Formula: maximises the sum over pairs − l2 Σ θ². Exists if wins and ties join all items and {@link tieModelGap} finds no
 * gap; with a prior, as soon as there are wins.
 * Source: see the two models.
 *
 * Units: natural logarithms; scores with mean zero.
 *
 * @throws RangeError as {@link bradleyTerry}.
 * @example
 * const model = { withoutTies: 0, start: 0, measure: () => {} };
 * fitTieModel({ items: 2, wins: new Float64Array(4), ties: new Float64Array(4) }, model).reason; // 'no_comparisons'
 */
export function fitTieModel(
  counts: WinAndTieCounts,
  model: TieModel,
  { l2 = 0, start }: FitOptions = {},
): TieFit {
  const { items, wins, ties } = counts;
  checkPrior(l2);
  const tied = sumWins({ items, wins: ties }) / 2;
  const comparisons = sumWins(counts) + tied;
  if (tied === 0) {
    const fit = bradleyTerry(counts, {
      l2,
      ...(start === undefined ? {} : { start: start.subarray(0, items) }),
    });
    return fit.scores === null ? fit : { ...fit, logTies: model.withoutTies };
  }
  const joined = Float64Array.from(wins, (count, cell) => count + (ties[cell] ?? 0));
  const groups = strongComponents({ items, wins: joined });
  if (groups.length > 1 && l2 === 0) return { scores: null, reason: 'not_connected', groups };
  const gap = tieModelGap(counts);
  if (gap === 'only_ties' || (gap !== null && l2 === 0)) return { scores: null, reason: gap, groups };
  const size = items + 1;
  const shiftable = l2 === 0 ? items : 0;
  const from = start ?? new Float64Array(size).fill(model.start, items);
  const measure = (at: Float64Array, slopes: HillSlopes) => sumPairs({ counts, model, l2 }, at, slopes);
  const summit = climbConcave({ size, shiftable, scale: comparisons, measure }, from);
  if (summit.at === null) return { scores: null, reason: gapOfClimb(summit), groups };
  const { at, value, information, steps } = summit;
  const scores = anchorToMeanZero(at.slice(0, items));
  const penalty = l2 * at.subarray(0, items).reduce((sum, score) => sum + score * score, 0);
  const logTies = at[items] ?? 0;
  return { scores, logTies, logLikelihood: value + penalty, information, steps, groups, size, shiftable };
}

interface Model {
  readonly counts: WinAndTieCounts;
  readonly model: TieModel;
  readonly l2: number;
}

function sumPairs(
  { counts: { items, wins, ties }, model, l2 }: Model,
  at: Float64Array,
  { gradient, information }: HillSlopes,
): number {
  const size = items + 1;
  const logTies = at[items] ?? 0;
  const slopes: PairSlopes = { value: 0, byScore: 0, byTies: 0, scoreScore: 0, scoreTies: 0, tiesTies: 0 };
  const add = (row: number, column: number, amount: number) => {
    information[row * size + column] = (information[row * size + column] ?? 0) + amount;
  };
  information.fill(0);
  gradient.fill(0);
  let value = 0;
  for (let item = 0; item < items; item++) {
    const score = at[item] ?? 0;
    value -= l2 * score * score;
    gradient[item] = -2 * l2 * score;
    add(item, item, 2 * l2);
  }
  for (let one = 1; one < items; one++) {
    for (let other = 0; other < one; other++) {
      const won = wins[one * items + other] ?? 0;
      const lost = wins[other * items + one] ?? 0;
      const tied = ties[one * items + other] ?? 0;
      if (won + lost + tied === 0) continue;
      const difference = (at[one] ?? 0) - (at[other] ?? 0);
      model.measure({ won, lost, tied }, { difference, logTies }, slopes);
      value += slopes.value;
      gradient[one] = (gradient[one] ?? 0) + slopes.byScore;
      gradient[other] = (gradient[other] ?? 0) - slopes.byScore;
      gradient[items] = (gradient[items] ?? 0) + slopes.byTies;
      add(one, one, slopes.scoreScore);
      add(other, other, slopes.scoreScore);
      add(one, other, -slopes.scoreScore);
      add(items, one, slopes.scoreTies);
      add(items, other, -slopes.scoreTies);
      add(items, items, slopes.tiesTies);
    }
  }
  return value;
}
