import { factorCholesky } from '#stats/linear/factor-cholesky.ts';
import { holdShift } from '#stats/linear/hold-shift.ts';
import { solveCholesky } from '#stats/linear/solve-cholesky.ts';
import { bradleyTerry } from './bradley-terry.ts';
import { anchorToMeanZero, type RankingFit } from './ranking-fit.ts';
import { strongComponents } from './strong-components.ts';
import type { WinCounts } from './tally-wins.ts';

const gradientTolerance = 1e-12;
const mostSteps = 25;

/**
 * **Bradley–Terry once more**, for counts that differ a little from those of a fit.
 *
 * What for: a hundred resamples in little more time than one fit: the information of the first fit stands in for that of
 * each resample, so that its factor is made only once.
 *
 * When it misleads: never; each resample is taken to the same tolerance as a fit of its own, and where the old
 * information leads too slowly it gets one.
 *
 * Formula: θ ← θ + H⁻¹ g with the H of the first fit.
 * Source: the chord method; C. T. Kelley, "Iterative Methods for Linear and Nonlinear Equations", 1995, section 5.4.
 *
 * Units: scores as those of the fit; null where none exist.
 *
 * @throws RangeError as {@link bradleyTerry}.
 * @example
 * const refit = refitBradleyTerry(bradleyTerry({ items: 2, wins: new Float64Array([0, 5, 5, 0]) }));
 * refit({ items: 2, wins: new Float64Array([0, 6, 2, 0]) })[0].toFixed(9); // '0.549306144'
 */
export function refitBradleyTerry(
  fit: Extract<RankingFit, { scores: Float64Array }>,
  { l2 = 0 }: { readonly l2?: number } = {},
): (counts: WinCounts) => Float64Array | null {
  const { held } = holdShift(fit.information, fit);
  const factor = factorCholesky(held, fit.size);
  const gradient = new Float64Array(fit.size);
  return (counts) => {
    if (l2 === 0 && strongComponents(counts).length > 1) return null;
    const scores = fit.scores.slice();
    let last = Infinity;
    for (let step = 0; factor !== null && step < mostSteps; step++) {
      const comparisons = measureGradient({ counts, l2, scores }, gradient);
      let steepest = 0;
      for (const slope of gradient) steepest = Math.max(steepest, Math.abs(slope));
      // Beyond this the old information leads nowhere.
      if (!(steepest < last)) break;
      last = steepest;
      const move = solveCholesky(factor, gradient);
      for (let item = 0; item < scores.length; item++) scores[item] = (scores[item] ?? 0) + (move[item] ?? 0);
      if (steepest <= gradientTolerance * comparisons) return l2 === 0 ? anchorToMeanZero(scores) : scores;
    }
    return bradleyTerry(counts, { l2, start: fit.scores }).scores;
  };
}

interface Point {
  readonly counts: WinCounts;
  readonly l2: number;
  readonly scores: Float64Array;
}

/** Fills in the gradient; gives back the number of comparisons. */
function measureGradient({ counts, l2, scores }: Point, gradient: Float64Array): number {
  const { items, wins } = counts;
  const worths = scores.map(Math.exp);
  let comparisons = 0;
  for (let item = 0; item < items; item++) gradient[item] = -2 * l2 * (scores[item] ?? 0);
  for (let one = 1; one < items; one++) {
    const own = worths[one] ?? 0;
    let sum = 0;
    for (let other = 0; other < one; other++) {
      const won = wins[one * items + other] ?? 0;
      const played = won + (wins[other * items + one] ?? 0);
      const surplus = won - (played * own) / (own + (worths[other] ?? 0));
      comparisons += played;
      sum += surplus;
      gradient[other] = (gradient[other] ?? 0) - surplus;
    }
    gradient[one] = (gradient[one] ?? 0) + sum;
  }
  return comparisons;
}
