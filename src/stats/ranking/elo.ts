import { badComparison, type Comparisons, checkLengths } from './count-comparisons.ts';

export interface EloOptions {
  /** How many points one surprise may move; 4 unless told. */
  readonly k?: number;
  /** The base of the logistic curve; 10 unless told. */
  readonly base?: number;
  /** Points that stand for a factor `base` in the odds; 400 unless told. */
  readonly scale?: number;
  /** Where every item starts; 1000 unless told. */
  readonly initial?: number;
}

/**
 * **Elo ratings**: each comparison in its turn moves the winner up and the loser down, the more the less it was expected.
 *
 * What for: an indicator that runs along with comparisons as they come in.
 *
 * When it misleads: the order of the comparisons decides the result, and late ones weigh most; for items that do not
 * change, {@link bradleyTerry} is better in every respect. There is no interval but by resampling.
 *
 * Formula: expected_a = 1 / (1 + base^((r_b − r_a)/scale)); r_a += k (s − expected_a), r_b −= k (s − expected_a), with s = 1
 * for a win of a, ½ for a tie and 0 for a loss.
 * Source: A. E. Elo, "The Rating of Chessplayers", 1978; k, base, scale and start as in FastChat and Evalica.
 *
 * Units: points. (rating − initial) · ln(base) / scale is a natural logarithm of a worth.
 *
 * @throws RangeError as {@link countComparisons}, or unless k and scale are above 0 and base is above 1.
 * @example
 * elo({ items: 2, left: [0], right: [1], outcome: [2] }); // Float64Array [1002, 998]
 */
export function elo(comparisons: Comparisons, options: EloOptions = {}): Float64Array {
  const { items, left, right, outcome } = comparisons;
  const { k = 4, base = 10, scale = 400, initial = 1000 } = options;
  if (!(k > 0 && scale > 0 && base > 1 && Number.isFinite(initial))) {
    throw new RangeError('Elo needs k and scale above 0, a base above 1 and a finite start.');
  }
  checkLengths(comparisons);
  const steepness = Math.log(base) / scale;
  const ratings = new Float64Array(items).fill(initial);
  for (let index = 0; index < left.length; index++) {
    const one = left[index] ?? -1;
    const other = right[index] ?? -1;
    const halves = outcome[index] ?? -1;
    const own = ratings[one];
    const opposing = ratings[other];
    if (
      own === undefined ||
      opposing === undefined ||
      one === other ||
      halves >>> 0 !== halves ||
      halves > 2
    ) {
      throw badComparison(comparisons, index);
    }
    const move = k * (halves / 2 - 1 / (1 + Math.exp((opposing - own) * steepness)));
    ratings[one] = own + move;
    ratings[other] = opposing - move;
  }
  return ratings;
}
