import { fitTieModel, type TieFit, type TieModel } from './fit-tie-model.ts';
import type { FitOptions } from './ranking-fit.ts';
import type { WinAndTieCounts } from './tally-wins.ts';

/**
 * **Davidson's model of ties**: Bradley–Terry with a chance of ties that is highest between equals.
 *
 * What for: scores with right errors where ties are many, and how ready people are to call one: `ties` is ν, and 1/(1 + 2/ν)
 * the chance that two equal items tie.
 *
 * When it misleads: ν is one for all pairs and people. Scores are not those of Bradley–Terry or of {@link raoKupper}; never
 * mix them in one table.
 *
 * Formula: P(i wins) = π_i / D, P(tie) = ν √(π_i π_j) / D, D = π_i + π_j + ν √(π_i π_j), π = e^score.
 * Source: R. R. Davidson (1970), JASA 65(329). Evalica's `newman` gives v = ν/2.
 *
 * Units: scores are natural logarithms with mean zero; ν is a ratio from 0 (no tie seen).
 *
 * @throws RangeError as {@link bradleyTerry}.
 * @example
 * davidson({ items: 2, wins: new Float64Array([0, 3, 3, 0]), ties: new Float64Array([0, 6, 6, 0]) }).ties.toFixed(9); // '2.000000000'
 */
export function davidson(
  counts: WinAndTieCounts,
  options: FitOptions = {},
): TieFit & { readonly ties: number | null } {
  const fit = fitTieModel(counts, davidsonModel, options);
  return { ...fit, ties: fit.scores === null ? null : Math.exp(fit.logTies) };
}

const davidsonModel: TieModel = {
  withoutTies: -Infinity,
  start: 0,
  measure: ({ won, lost, tied }, { difference, logTies }, into) => {
    const half = difference / 2;
    const highest = Math.max(Math.abs(half), logTies);
    const one = Math.exp(half - highest);
    const other = Math.exp(-half - highest);
    const tie = Math.exp(logTies - highest);
    const sum = one + other + tie;
    const played = won + lost + tied;
    // The outcomes count ½, −½ and 0 toward the difference; these are their mean and the chance of a tie.
    const lead = (one - other) / sum / 2;
    const chance = tie / sum;
    into.value = (won - lost) * half + tied * logTies - played * (highest + Math.log(sum));
    into.byScore = (won - lost) / 2 - played * lead;
    into.byTies = tied - played * chance;
    into.scoreScore = played * ((one + other) / sum / 4 - lead * lead);
    into.scoreTies = -played * lead * chance;
    into.tiesTies = played * chance * (1 - chance);
  },
};
