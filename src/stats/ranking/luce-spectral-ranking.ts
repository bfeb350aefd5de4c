import { stationaryDistribution } from '#stats/linear/stationary-distribution.ts';
import { sumWins } from './bradley-terry.ts';
import { anchorToMeanZero, type RankingFit } from './ranking-fit.ts';
import { strongComponents } from './strong-components.ts';
import type { WinCounts } from './tally-wins.ts';

export interface SpectralOptions {
  /** `luce` counts each win, `rank_centrality` the share of wins of each pair; `luce` unless told. */
  readonly rates?: 'luce' | 'rank_centrality';
  /** Added to the rate between any two items; 0 unless told. */
  readonly alpha?: number;
}

export type SpectralScores =
  | { readonly scores: Float64Array }
  | {
      readonly scores: null;
      readonly reason: 'no_comparisons' | 'not_connected';
      readonly groups: RankingFit['groups'];
    };

/**
 * **Luce spectral ranking**: scores from a random walk that moves from losers to winners.
 *
 * What for: a ranking in one step, near to Bradley–Terry; a second opinion that rests on other arithmetic.
 *
 * When it misleads: it is not the maximum of the likelihood (one per cent off is common) and has no standard errors.
 *
 * Formula: log of the stationary distribution of the chain with rates (wins of j over i)/2 + alpha from i to j; for rank
 * centrality the rate is the share of the comparisons of the pair that j won.
 * Source: L. Maystre and M. Grossglauser (2015), NIPS; S. Negahban, S. Oh, D. Shah (2017), Operations Research 65(1).
 *
 * Units: natural logarithms of worths with mean zero.
 *
 * @throws RangeError when counts are negative or do not fit, or alpha is negative.
 * @example
 * luceSpectralRanking({ items: 2, wins: new Float64Array([0, 3, 1, 0]) }).scores[0].toFixed(9); // '0.549306144'
 */
export function luceSpectralRanking(
  counts: WinCounts,
  { rates = 'luce', alpha = 0 }: SpectralOptions = {},
): SpectralScores {
  const { items, wins } = counts;
  if (!(alpha >= 0 && alpha < Infinity)) throw new RangeError(`Alpha must be at least 0, not ${alpha}.`);
  const groups = strongComponents(counts);
  if (sumWins(counts) === 0) return { scores: null, reason: 'no_comparisons', groups };
  if (groups.length > 1 && alpha === 0) return { scores: null, reason: 'not_connected', groups };
  const chain = new Float64Array(items * items);
  for (let loser = 0; loser < items; loser++) {
    for (let winner = 0; winner < items; winner++) {
      if (winner === loser) continue;
      const lost = (wins[winner * items + loser] ?? 0) + (rates === 'luce' ? 0 : alpha);
      const won = (wins[loser * items + winner] ?? 0) + (rates === 'luce' ? 0 : alpha);
      const share = lost === 0 ? 0 : lost / (lost + won);
      chain[loser * items + winner] = rates === 'luce' ? lost / 2 + alpha : share;
    }
  }
  const shares = stationaryDistribution(chain, items);
  if (shares === null) return { scores: null, reason: 'not_connected', groups };
  return { scores: anchorToMeanZero(shares.map(Math.log)) };
}
