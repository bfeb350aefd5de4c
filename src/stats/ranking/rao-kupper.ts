import { fitTieModel, type TieFit, type TieModel } from './fit-tie-model.ts';
import type { FitOptions } from './ranking-fit.ts';
import type { WinAndTieCounts } from './tally-wins.ts';

/**
 * **Rao–Kupper model of ties**: Bradley–Terry with a threshold below which a difference is not noticed.
 *
 * What for: ties as "I see no difference". `ties` is the threshold η: two equal items tie with chance (η − 1)/(η + 1).
 *
 * When it misleads: η is one for all pairs and people. Scores are not those of Bradley–Terry or of {@link davidson}; never
 * mix them in one table.
 *
 * Formula: P(i wins) = π_i / (π_i + η π_j), P(tie) = (η² − 1) π_i π_j / ((π_i + η π_j)(π_j + η π_i)), π = e^score, η ≥ 1.
 * Source: P. V. Rao and L. L. Kupper (1967), JASA 62(317).
 *
 * Units: scores are natural logarithms with mean zero; η is a ratio from 1 (no tie seen).
 *
 * @throws RangeError as {@link bradleyTerry}.
 * @example
 * raoKupper({ items: 2, wins: new Float64Array([0, 3, 3, 0]), ties: new Float64Array([0, 6, 6, 0]) }).ties.toFixed(9); // '3.000000000'
 */
export function raoKupper(
  counts: WinAndTieCounts,
  options: FitOptions = {},
): TieFit & { readonly ties: number | null } {
  const fit = fitTieModel(counts, raoKupperModel, options);
  return { ...fit, ties: fit.scores === null ? null : Math.exp(fit.logTies) };
}

/** With a = log η: P(i) = s(d − a), P(j) = s(−d − a) and P(tie) = (e^2a − 1) P(i) P(j), s the logistic curve. */
const raoKupperModel: TieModel = {
  withoutTies: 0,
  start: 0.5,
  measure: ({ won, lost, tied }, { difference, logTies }, into) => {
    const one = logistic(difference - logTies);
    const other = logistic(-difference - logTies);
    const curveOne = (won + tied) * one.chance * one.rest;
    const curveOther = (lost + tied) * other.chance * other.rest;
    const room = -Math.expm1(-2 * logTies);
    const pullOne = (won + tied) * one.rest;
    const pullOther = (lost + tied) * other.rest;
    const kernel = (won + tied) * one.log + (lost + tied) * other.log;
    into.value = logTies > 0 ? kernel + tied * (2 * logTies + Math.log(room)) : -Infinity;
    into.byScore = pullOne - pullOther;
    into.byTies = (2 * tied) / room - pullOne - pullOther;
    into.scoreScore = curveOne + curveOther;
    into.scoreTies = curveOther - curveOne;
    into.tiesTies = curveOne + curveOther + (4 * tied * (1 - room)) / (room * room);
  },
};

function logistic(x: number): { chance: number; rest: number; log: number } {
  const small = Math.exp(-Math.abs(x));
  const large = 1 / (1 + small);
  const log = Math.min(x, 0) - Math.log1p(small);
  return x >= 0 ? { chance: large, rest: small * large, log } : { chance: small * large, rest: large, log };
}
