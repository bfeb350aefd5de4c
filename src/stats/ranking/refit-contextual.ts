import { factorCholesky } from '#stats/linear/factor-cholesky.ts';
import { holdShift } from '#stats/linear/hold-shift.ts';
import { solveCholesky } from '#stats/linear/solve-cholesky.ts';
import type { ComparisonRows } from './comparison-rows.ts';
import { type ContextualFit, type ContextualOptions, fitComparisonRows } from './contextual-bradley-terry.ts';
import { anchorToMeanZero } from './ranking-fit.ts';
import { sumComparisonRows } from './sum-comparison-rows.ts';

const stepTolerance = 1e-6;
const mostSteps = 25;

export interface RefitContextualInput {
  readonly rows: ComparisonRows;
  readonly fit: Extract<ContextualFit, { scores: Float64Array }>;
  readonly options?: ContextualOptions;
}

/**
 * **Bradley–Terry with features once more**, with other weights for the same comparisons.
 *
 * What for: the bootstrap: drawing comparisons anew is weighing each by how often it was drawn.
 *
 * When it misleads: it stops when a step moves no score by more than 1e-6, which is far below what a resample moves but not
 * the last digit.
 *
 * Formula: as in {@link refitBradleyTerry}; the passes need the gradient only.
 * Source: the chord method; C. T. Kelley, "Iterative Methods for Linear and Nonlinear Equations", 1995, section 5.4.
 *
 * Units: scores and then coefficients as those of the fit; null where none exist. Weights are not checked again.
 *
 * @throws RangeError as {@link fitComparisonRows}.
 * @example
 * const rows = comparisonRows({ items: 2, left: [0, 0], right: [1, 1], outcome: [2, 0], featureCount: 0, features: [] });
 * refitContextual({ rows, fit: fitComparisonRows(rows) })(new Float64Array([3, 1]))[0].toFixed(6); // '0.549306'
 */
export function refitContextual({
  rows,
  fit,
  options = {},
}: RefitContextualInput): (weights: Float64Array) => Float64Array | null {
  const { items } = rows;
  const { l2Scores = 0, l2Features = 0 } = options;
  const factor = factorCholesky(holdShift(fit.information, fit).held, fit.size);
  const start = new Float64Array([...fit.scores, ...fit.coefficients]);
  const gradient = new Float64Array(fit.size);
  return (weights) => {
    let totalWeight = 0;
    for (const weight of weights) totalWeight += weight;
    const weighed = { ...rows, weights, totalWeight };
    const at = start.slice();
    let last = Infinity;
    for (let step = 0; factor !== null && step < mostSteps; step++) {
      for (let index = 0; index < at.length; index++)
        gradient[index] = -2 * (index < items ? l2Scores : l2Features) * (at[index] ?? 0);
      sumComparisonRows(weighed, at, { gradient });
      const move = solveCholesky(factor, gradient);
      let longest = 0;
      for (let index = 0; index < at.length; index++) {
        at[index] = (at[index] ?? 0) + (move[index] ?? 0);
        longest = Math.max(longest, Math.abs(move[index] ?? 0));
      }
      if (!(longest < last)) break;
      last = longest;
      if (longest > stepTolerance) continue;
      const scores = l2Scores === 0 ? anchorToMeanZero(at.slice(0, items)) : at.slice(0, items);
      return new Float64Array([...scores, ...at.slice(items)]);
    }
    const full = fitComparisonRows(weighed, { ...options, start });
    return full.scores === null ? null : new Float64Array([...full.scores, ...full.coefficients]);
  };
}
