import { drawBinomial } from './draw-binomial.ts';
import type { Random } from './seeded-random.ts';

/**
 * **Multinomial draw**: as many units drawn anew, with replacement, as there are, told as how often each kind was drawn.
 *
 * What for: the bootstrap of anything that needs only counts: a million units of a hundred kinds cost a hundred draws.
 *
 * When it misleads: never; the counts have exactly the distribution of units drawn one by one.
 *
 * Formula: one kind after the other, each binomial with its share of what is left.
 * Source: L. Devroye, "Non-Uniform Random Variate Generation", 1986, ch. XI.1.
 *
 * Units: counts, in the order of the kinds; they sum up to the number of units. `drawn` is filled.
 *
 * @throws RangeError when a size is not a whole number of at least 0, or they sum up to more than 2^53 − 1.
 * @example
 * const drawn = new Int32Array(2);
 * drawMultinomial(seededRandom(1), { sizes: [10, 30], total: 40, drawn });
 * drawn[0] + drawn[1]; // 40
 */
export function drawMultinomial(
  random: Random,
  draw: {
    readonly sizes: ArrayLike<number>;
    /** The sum of the sizes. */
    readonly total: number;
    readonly drawn: Int32Array | Float64Array;
  },
): void {
  const { sizes, drawn } = draw;
  let [trials, rest] = [draw.total, draw.total];
  for (let kind = 0; kind < sizes.length; kind++) {
    const size = sizes[kind] ?? 0;
    const chance = rest > 0 ? Math.min(1, size / rest) : 0;
    const successes = drawBinomial(random, { trials, chance });
    drawn[kind] = successes;
    trials -= successes;
    rest -= size;
  }
}
