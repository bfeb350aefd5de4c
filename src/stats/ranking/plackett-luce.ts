import { climbConcave, type HillSlopes } from '#stats/linear/climb-concave.ts';
import type { ChoiceStages } from './choice-stages.ts';
import { anchorToMeanZero, checkPrior, type FitOptions, gapOfClimb, type RankingFit } from './ranking-fit.ts';
import { strongComponents } from './strong-components.ts';

/**
 * **Plackett–Luce**: scores of items from rankings, as if each place were chosen among what is left with chances that go
 * as e^score.
 *
 * What for: sets of three and more responses ranked at once, also partly; choices of the best one; for sets of two it is
 * Bradley–Terry.
 *
 * When it misleads: it takes the choice of the last places as just as careful as that of the first. An item that only
 * ever comes last, or first, has no finite score: the answer is `not_connected` with the groups, unless a prior is asked
 * for. A ranking of k holds k − 1 choices, not k (k − 1)/2 independent comparisons: never expand it to pairs for errors.
 *
 * Formula: maximises Σ over stages of w (mean score of the chosen − log Σ_members e^score) − l2 Σ score², by Newton's
 * method to a gradient of the mean log-likelihood of at most 1e-12. Ties as in {@link choiceStages}.
 * Source: R. L. Plackett (1975), Applied Statistics 24(2); D. R. Hunter (2004), Annals of Statistics 32(1), for existence.
 *
 * Units: scores are natural logarithms of worths with mean zero.
 *
 * @throws RangeError when the prior is negative.
 * @example
 * const stages = choiceStages({ items: 2, starts: [0, 2, 4, 6, 8], order: [0, 1, 0, 1, 1, 0, 0, 1] });
 * plackettLuce(stages).scores[0].toFixed(9); // '0.549306144'
 */
export function plackettLuce(stages: ChoiceStages, { l2 = 0, start }: FitOptions = {}): RankingFit {
  checkPrior(l2);
  const { items } = stages;
  const groups = strongComponents({ items, wins: whoWasChosenOver(stages) });
  let choices = 0;
  for (const weight of stages.weights) choices += weight;
  if (choices === 0) return { scores: null, reason: 'no_comparisons', groups };
  if (groups.length > 1 && l2 === 0) return { scores: null, reason: 'not_connected', groups };
  const wins = shareChoices(stages);
  const shiftable = l2 === 0 ? items : 0;
  const measure = (at: Float64Array, slopes: HillSlopes) => sumStages({ stages, wins, l2 }, at, slopes);
  const summit = climbConcave(
    { size: items, shiftable, scale: choices, measure },
    start ?? new Float64Array(items),
  );
  if (summit.at === null) return { scores: null, reason: gapOfClimb(summit), groups };
  const { at, value, information, steps } = summit;
  const logLikelihood = value + l2 * at.reduce((sum, score) => sum + score * score, 0);
  return { scores: anchorToMeanZero(at), logLikelihood, information, steps, groups, size: items, shiftable };
}

/** 1 where an item was chosen over another at some stage of positive weight. */
function whoWasChosenOver({ items, starts, members, chosen, weights }: ChoiceStages): Float64Array {
  const wins = new Float64Array(items * items);
  for (let stage = 0; stage + 1 < starts.length; stage++) {
    if (weights[stage] === 0) continue;
    const from = starts[stage] ?? 0;
    const to = starts[stage + 1] ?? 0;
    for (let first = from; first < from + (chosen[stage] ?? 0); first++) {
      const row = (members[first] ?? 0) * items;
      for (let other = from; other < to; other++) wins[row + (members[other] ?? 0)] = 1;
    }
  }
  return wins;
}

/** How often each item was chosen, shared choices in parts. */
function shareChoices({ items, starts, members, chosen, weights }: ChoiceStages): Float64Array {
  const wins = new Float64Array(items);
  for (let stage = 0; stage + 1 < starts.length; stage++) {
    const from = starts[stage] ?? 0;
    const sharers = chosen[stage] ?? 1;
    const share = (weights[stage] ?? 0) / sharers;
    for (let place = from; place < from + sharers; place++) {
      const item = members[place] ?? 0;
      wins[item] = (wins[item] ?? 0) + share;
    }
  }
  return wins;
}

interface Model {
  readonly stages: ChoiceStages;
  readonly wins: Float64Array;
  readonly l2: number;
}

function sumStages(
  { stages, wins, l2 }: Model,
  at: Float64Array,
  { gradient, information }: HillSlopes,
): number {
  const { items, starts, members, weights } = stages;
  const worths = at.map(Math.exp);
  let value = 0;
  information.fill(0);
  for (let item = 0; item < items; item++) {
    const score = at[item] ?? 0;
    value += (wins[item] ?? 0) * score - l2 * score * score;
    gradient[item] = (wins[item] ?? 0) - 2 * l2 * score;
    information[item * items + item] = 2 * l2;
  }
  for (let stage = 0; stage + 1 < starts.length; stage++) {
    const from = starts[stage] ?? 0;
    const to = starts[stage + 1] ?? 0;
    const weight = weights[stage] ?? 0;
    if (weight === 0) continue;
    let sum = 0;
    for (let place = from; place < to; place++) sum += worths[members[place] ?? 0] ?? 0;
    value -= weight * Math.log(sum);
    const inverse = 1 / sum;
    for (let place = from; place < to; place++) {
      const item = members[place] ?? 0;
      const chance = (worths[item] ?? 0) * inverse;
      const part = weight * chance;
      gradient[item] = (gradient[item] ?? 0) - part;
      const row = item * items;
      information[row + item] = (information[row + item] ?? 0) + part * (1 - chance);
      const shared = part * inverse;
      for (let after = place + 1; after < to; after++) {
        const other = members[after] ?? 0;
        information[row + other] = (information[row + other] ?? 0) - shared * (worths[other] ?? 0);
      }
    }
  }
  foldDown(information, items);
  return value;
}

/** Each pair was added on one side or the other, whichever came first: puts both into both. */
function foldDown(matrix: Float64Array, size: number): void {
  for (let row = 1; row < size; row++) {
    for (let column = 0; column < row; column++) {
      const both = (matrix[row * size + column] ?? 0) + (matrix[column * size + row] ?? 0);
      matrix[row * size + column] = both;
      matrix[column * size + row] = both;
    }
  }
}
