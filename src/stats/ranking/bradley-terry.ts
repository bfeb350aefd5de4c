import { type ConcaveHill, climbConcave } from '#stats/linear/climb-concave.ts';
import { firstScores } from './first-scores.ts';
import { anchorToMeanZero, checkPrior, type FitOptions, gapOfClimb, type RankingFit } from './ranking-fit.ts';
import { strongComponents } from './strong-components.ts';
import type { WinCounts } from './tally-wins.ts';

/**
 * **Bradley–Terry**: scores of items from comparisons of two, such that the odds of i against j are exp(score_i − score_j).
 *
 * What for: one scale for models that were compared in pairs, also where not every pair was.
 *
 * When it misleads: it cannot show circles (A beats B beats C beats A); ties as half a win each leave the scores about
 * right, but the information then overstates their errors, so take {@link bradleyTerrySandwich}. Where one group of items
 * never loses to the rest no finite scores exist; there the answer is `not_connected` with the groups, unless a prior
 * is asked for, and what the prior makes of it is a choice and no finding.
 *
 * Formula: maximises Σ w_ij (θ_i − log(e^θ_i + e^θ_j)) − l2 Σ θ², by Newton's method to a gradient of the mean
 * log-likelihood of at most 1e-12. Scores exist without a prior exactly if {@link strongComponents} finds one group.
 * Source: R. A. Bradley and M. E. Terry (1952), Biometrika 39; L. R. Ford (1957), American Mathematical Monthly 64(8).
 *
 * Units: scores are natural logarithms of worths with mean zero; times 400/ln 10 they are points on the scale of Elo.
 *
 * @throws RangeError when there are not items × items counts, one is negative or not finite, or the prior is negative.
 * @example
 * bradleyTerry({ items: 2, wins: new Float64Array([0, 3, 1, 0]) }).scores[0].toFixed(9); // '0.549306144'
 */
export function bradleyTerry(counts: WinCounts, { l2 = 0, start }: FitOptions = {}): RankingFit {
  const { items, wins } = counts;
  checkPrior(l2);
  const comparisons = sumWins(counts);
  const groups = strongComponents(counts);
  if (comparisons === 0) return { scores: null, reason: 'no_comparisons', groups };
  if (groups.length > 1 && l2 === 0) return { scores: null, reason: 'not_connected', groups };
  const hill = hillOf({ items, wins, l2, comparisons });
  const summit = climbConcave(hill, start ?? beginOf(counts, groups.length));
  if (summit.at === null) return { scores: null, reason: gapOfClimb(summit), groups };
  const { at, value, information, steps } = summit;
  const scores = anchorToMeanZero(at);
  const logLikelihood = value + l2 * sumOfSquares(at);
  return { scores, logLikelihood, information, steps, groups, size: items, shiftable: hill.shiftable };
}

/** With one group every item won and lost something, so that first scores are finite. */
function beginOf(counts: WinCounts, groups: number): Float64Array {
  return groups === 1 && counts.items > 1 ? firstScores(counts) : new Float64Array(counts.items);
}

/** How many comparisons there are. @throws RangeError when a count is negative or not finite. */
export function sumWins({ items, wins }: WinCounts): number {
  let sum = 0;
  for (let cell = 0; cell < wins.length; cell++) {
    const count = wins[cell] ?? 0;
    if (!(count >= 0 && count < Infinity)) {
      throw new RangeError(`A number of wins must be finite and at least 0, not ${count}.`);
    }
    if (cell % (items + 1) !== 0) sum += count;
  }
  return sum;
}

function sumOfSquares(vector: Float64Array): number {
  let sum = 0;
  for (const entry of vector) sum += entry * entry;
  return sum;
}

interface Model extends WinCounts {
  readonly l2: number;
  readonly comparisons: number;
}

function hillOf({ items, wins, l2, comparisons }: Model): ConcaveHill {
  const worths = new Float64Array(items);
  return {
    size: items,
    shiftable: l2 === 0 ? items : 0,
    scale: comparisons,
    measure: (at, { gradient, information }) => {
      let value = 0;
      for (let item = 0; item < items; item++) {
        const score = at[item] ?? 0;
        worths[item] = Math.exp(score);
        gradient[item] = -2 * l2 * score;
        information[item * items + item] = 2 * l2;
        value -= l2 * score * score;
      }
      for (let one = 1; one < items; one++) {
        for (let other = 0; other < one; other++) {
          const won = wins[one * items + other] ?? 0;
          const played = won + (wins[other * items + one] ?? 0);
          information[one * items + other] = 0;
          if (played === 0) continue;
          const sum = (worths[one] ?? 0) + (worths[other] ?? 0);
          const chance = (worths[one] ?? 0) / sum;
          const surplus = won - played * chance;
          const weight = played * chance * ((worths[other] ?? 0) / sum);
          value += won * (at[one] ?? 0) + (played - won) * (at[other] ?? 0) - played * Math.log(sum);
          gradient[one] = (gradient[one] ?? 0) + surplus;
          gradient[other] = (gradient[other] ?? 0) - surplus;
          information[one * items + other] = -weight;
          information[one * items + one] = (information[one * items + one] ?? 0) + weight;
          information[other * items + other] = (information[other * items + other] ?? 0) + weight;
        }
      }
      return value;
    },
  };
}
