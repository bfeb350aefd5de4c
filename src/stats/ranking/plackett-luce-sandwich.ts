import { centredCovariance } from '#stats/linear/centred-covariance.ts';
import { sandwichCovariance } from '#stats/linear/sandwich-covariance.ts';
import type { ChoiceStages } from './choice-stages.ts';
import type { RankingFit } from './ranking-fit.ts';

/**
 * **Sandwich covariance for Plackett–Luce**, by rankings.
 *
 * What for: errors that stay right where ties are counted in parts, or where the model is only roughly true.
 *
 * When it misleads: it takes rankings as independent; with fewer rankings than some tens an item it is too small.
 *
 * Formula: H⁻¹ G H⁻¹ for scores that sum to zero, G = Σ over rankings of the square of its whole gradient.
 * Source: H. White (1982), "Maximum likelihood estimation of misspecified models", Econometrica 50(1).
 *
 * Units: squared scores. Null when the information is singular.
 *
 * @throws RangeError when the stages do not fit the scores.
 * @example
 * const stages = choiceStages({ items: 2, starts: [0, 2, 4], order: [0, 1, 1, 0] });
 * plackettLuceSandwich(stages, plackettLuce(stages))[0].toFixed(9); // '0.500000000'
 */
export function plackettLuceSandwich(
  stages: ChoiceStages,
  fit: Extract<RankingFit, { scores: Float64Array }>,
): Float64Array | null {
  const { items, owners } = stages;
  if (fit.size !== items) throw new RangeError('The rankings must be those that the scores were made from.');
  const worths = fit.scores.map(Math.exp);
  const meat = new Float64Array(items * items);
  const slopes = new Float64Array(items);
  const touched = new Set<number>();
  for (let stage = 0; stage < owners.length; stage++) {
    addSlopes({ stages, stage, worths }, slopes, touched);
    if (owners[stage + 1] === owners[stage]) continue;
    for (const one of touched) {
      const slope = slopes[one] ?? 0;
      for (const other of touched)
        meat[one * items + other] = (meat[one * items + other] ?? 0) + slope * (slopes[other] ?? 0);
    }
    for (const item of touched) slopes[item] = 0;
    touched.clear();
  }
  const { size, shiftable } = fit;
  const bread = centredCovariance(fit.information, { size, shiftable });
  return bread === null ? null : sandwichCovariance({ bread, meat, size });
}

interface Stage {
  readonly stages: ChoiceStages;
  readonly stage: number;
  readonly worths: Float64Array;
}

function addSlopes({ stages, stage, worths }: Stage, slopes: Float64Array, touched: Set<number>): void {
  const { starts, members, chosen, weights } = stages;
  const from = starts[stage] ?? 0;
  const to = starts[stage + 1] ?? 0;
  const weight = weights[stage] ?? 0;
  const sharers = chosen[stage] ?? 1;
  let sum = 0;
  for (let place = from; place < to; place++) sum += worths[members[place] ?? 0] ?? 0;
  for (let place = from; place < to; place++) {
    const item = members[place] ?? 0;
    const share = place - from < sharers ? weight / sharers : 0;
    slopes[item] = (slopes[item] ?? 0) + share - (weight * (worths[item] ?? 0)) / sum;
    touched.add(item);
  }
}
