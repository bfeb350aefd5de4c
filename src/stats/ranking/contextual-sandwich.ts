import { centredCovariance } from '#stats/linear/centred-covariance.ts';
import { sandwichCovariance } from '#stats/linear/sandwich-covariance.ts';
import { type ContextualComparisons, comparisonRows } from './comparison-rows.ts';
import type { ContextualFit } from './contextual-bradley-terry.ts';
import { sumComparisonRows } from './sum-comparison-rows.ts';

export interface ContextualSandwichInput {
  readonly comparisons: ContextualComparisons;
  readonly fit: Extract<ContextualFit, { scores: Float64Array }>;
  /** Added to the diagonal of the information; 0 unless told. */
  readonly ridge?: number;
  /** Leaves the prior out of the information, as the arena-rank package does; kept unless told. */
  readonly leavesOutPrior?: boolean;
}

/**
 * **Sandwich covariance for Bradley–Terry with features**, for scores and coefficients together.
 *
 * What for: intervals that stay right with ties as half a win and with weights, where the model's own do not.
 *
 * When it misleads: it takes every comparison as independent. For many by one person, resample persons.
 *
 * Formula: H⁻¹ G H⁻¹ with the information H of the fit, prior included, and G = Σ (w (y − p))² (e_left − e_right, x)(…)ᵀ.
 * With a ridge, (H + ridge I)⁻¹ takes the place of H⁻¹.
 * Source: H. White (1982), Econometrica 50(1); the ridge as in the arena-rank package of LMArena.
 *
 * Units: squared natural logarithms of odds. Null when the information is singular.
 *
 * @throws RangeError as {@link comparisonRows}.
 * @example
 * const comparisons = { items: 2, left: [0, 0], right: [1, 1], outcome: [2, 0], featureCount: 0, features: [] };
 * contextualSandwich({ comparisons, fit: contextualBradleyTerry(comparisons) })[0].toFixed(9); // '0.500000000'
 */
export function contextualSandwich(input: ContextualSandwichInput): Float64Array | null {
  const { comparisons, fit, ridge = 0, leavesOutPrior = false } = input;
  const rows = comparisonRows(comparisons);
  const { size } = fit;
  const at = new Float64Array([...fit.scores, ...fit.coefficients]);
  const meat = new Float64Array(size * size);
  sumComparisonRows(rows, at, { gradient: new Float64Array(size), information: meat, kind: 'squares' });
  for (let row = 0; row < size; row++)
    for (let column = row + 1; column < size; column++)
      meat[row * size + column] = meat[column * size + row] ?? 0;
  const information = leavesOutPrior ? new Float64Array(size * size) : fit.information.slice();
  if (leavesOutPrior) sumComparisonRows(rows, at, { gradient: new Float64Array(size), information });
  for (let index = 0; index < size; index++)
    information[index * size + index] = (information[index * size + index] ?? 0) + ridge;
  // Without a prior on them the scores may be shifted together, unless the ridge holds them.
  const shiftable = ridge > 0 ? 0 : leavesOutPrior ? rows.items : fit.shiftable;
  const bread = centredCovariance(information, { size, shiftable });
  return bread === null ? null : sandwichCovariance({ bread, meat, size });
}
