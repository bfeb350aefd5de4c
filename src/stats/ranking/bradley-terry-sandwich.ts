import { centredCovariance } from '#stats/linear/centred-covariance.ts';
import { factorCholesky } from '#stats/linear/factor-cholesky.ts';
import { invertCholesky } from '#stats/linear/invert-cholesky.ts';
import { sandwichCovariance } from '#stats/linear/sandwich-covariance.ts';
import type { RankingFit } from './ranking-fit.ts';
import type { WinAndTieCounts } from './tally-wins.ts';

/** A Bradley–Terry fit that exists, and the counts it was made from, ties apart. */
export interface SandwichInput {
  readonly counts: WinAndTieCounts;
  readonly fit: Extract<RankingFit, { scores: Float64Array }>;
  /** Added to the diagonal of the information, times the number of comparisons; 0 unless told. */
  readonly ridge?: number;
}

/**
 * **Sandwich covariance for Bradley–Terry with ties as half a win**.
 *
 * What for: a tie is nearer to the middle than any win, so half-win ties spread less than the coin flips that the model
 * has in mind; this covariance takes the spread that was seen.
 *
 * When it misleads: it takes every comparison as independent. For many by one person, resample persons.
 *
 * Formula: H⁻¹ G H⁻¹ for scores that sum to zero, H the information and G = Σ (y − p)² (e_i − e_j)(e_i − e_j)ᵀ with y = 1, ½
 * or 0 and p the model's chance. With a ridge r, (H + r n I)⁻¹ takes the place of H⁻¹, as some leaderboards do.
 * Source: H. White (1982), Econometrica 50(1); the ridge as in the arena-rank package of LMArena.
 *
 * Units: squared scores. Null when the information is singular.
 *
 * @throws RangeError when the counts do not fit the scores.
 * @example
 * const counts = { items: 2, wins: new Float64Array([0, 1, 1, 0]), ties: new Float64Array([0, 2, 2, 0]) };
 * const fit = bradleyTerry({ items: 2, wins: new Float64Array([0, 2, 2, 0]) });
 * bradleyTerrySandwich({ counts, fit })[0].toFixed(9); // '0.125000000'
 */
export function bradleyTerrySandwich({ counts, fit, ridge = 0 }: SandwichInput): Float64Array | null {
  const { items, wins, ties } = counts;
  if (fit.size !== items || wins.length !== items * items || ties.length !== items * items) {
    throw new RangeError('The counts must be those that the scores were made from.');
  }
  const meat = new Float64Array(items * items);
  let comparisons = 0;
  for (let one = 1; one < items; one++) {
    for (let other = 0; other < one; other++) {
      const won = wins[one * items + other] ?? 0;
      const lost = wins[other * items + one] ?? 0;
      const tied = ties[one * items + other] ?? 0;
      comparisons += won + lost + tied;
      const chance = 1 / (1 + Math.exp((fit.scores[other] ?? 0) - (fit.scores[one] ?? 0)));
      const spread = won * (1 - chance) ** 2 + tied * (0.5 - chance) ** 2 + lost * chance ** 2;
      meat[one * items + other] = -spread;
      meat[other * items + one] = -spread;
      meat[one * items + one] = (meat[one * items + one] ?? 0) + spread;
      meat[other * items + other] = (meat[other * items + other] ?? 0) + spread;
    }
  }
  const bread = ridgedInverse(fit, ridge * comparisons);
  return bread === null ? null : sandwichCovariance({ bread, meat, size: items });
}

function ridgedInverse({ information, size, shiftable }: SandwichInput['fit'], ridge: number) {
  if (ridge === 0) return centredCovariance(information, { size, shiftable });
  const ridged = information.slice();
  for (let item = 0; item < size; item++) {
    ridged[item * size + item] = (ridged[item * size + item] ?? 0) + ridge;
  }
  const factor = factorCholesky(ridged, size);
  return factor === null ? null : invertCholesky(factor, size);
}
