import { type ContextualFit, contextualBradleyTerry } from './contextual-bradley-terry.ts';
import type { ComparisonCounts } from './count-comparisons.ts';

/**
 * **Bradley–Terry with an effect of the order**: how much it helps to stand on the left, or to play at home.
 *
 * What for: measuring position bias, and scores without it where the sides were not dealt evenly.
 *
 * When it misleads: it takes the effect as the same for every pair and every annotator.
 *
 * Formula: log-odds of the left item = θ_left − θ_right + γ; the only coefficient is γ. Scores without the effect are the
 * fit's, with mean zero.
 * Source: R. R. Davidson and R. J. Beaver (1977), Biometrics 33(4); A. Agresti, "Categorical Data Analysis", 2002, 10.6.
 *
 * Units: natural logarithms of odds.
 *
 * @throws RangeError when a count is negative or not finite.
 * @example
 * const counts = countComparisons({ items: 2, left: [0, 0, 0, 1, 1], right: [1, 1, 1, 0, 0], outcome: [2, 2, 0, 2, 0] });
 * orderEffect(counts).coefficients[0].toFixed(6); // '0.346574'
 */
export function orderEffect({ items, cells }: ComparisonCounts): ContextualFit {
  const left: number[] = [];
  const right: number[] = [];
  const outcome: number[] = [];
  const weights: number[] = [];
  cells.forEach((count, cell) => {
    const pair = Math.floor(cell / 3);
    if (count === 0 || pair % (items + 1) === 0) return;
    left.push(Math.floor(pair / items));
    right.push(pair % items);
    outcome.push(cell % 3);
    weights.push(count);
  });
  const features = new Float64Array(left.length).fill(1);
  return contextualBradleyTerry({ items, left, right, outcome, weights, featureCount: 1, features });
}
