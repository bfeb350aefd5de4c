import { mixBits } from './mix-bits.ts';
import { type XoshiroState, xoshiro128 } from './xoshiro128.ts';

/** A source of chance that is handed in, so that the same seed gives the same result everywhere. */
export interface Random {
  /** A number from 0 up to, but never, 1; multiples of 2^−53. */
  next(): number;
  /** A whole number from 0 to `limit` − 1, each equally likely. @throws RangeError unless 1 ≤ limit ≤ 2^32. */
  below(limit: number): number;
}

const goldenStep = 0x9e3779b9;

/**
 * **Seeded random numbers**: the same seed gives the same numbers on every machine and version of Node.
 *
 * What for: shuffles, samples and bootstraps that can be repeated from a seed written in the report.
 *
 * When it misleads: never for passwords, tokens or keys; and two parts of one analysis that share a seed are not
 * independent of each other.
 *
 * Source: xoshiro128** (Blackman and Vigna 2021), its state filled by the MurmurHash3 finaliser so that different seeds
 * never share a state. `next` joins 27 and 26 bits of two draws. `below` draws just enough bits and draws again when the
 * number is too large, so that no outcome is favoured.
 *
 * Units: see {@link Random}.
 *
 * @throws RangeError unless the seed is a whole number from 0 to 2^53 − 1.
 * @example
 * const random = seededRandom(7);
 * random.below(6); // 3
 */
export function seededRandom(seed: number): Random {
  const draw = xoshiro128(stateFromSeed(seed));
  return {
    next: () => ((draw() >>> 5) * 2 ** 26 + (draw() >>> 6)) / 2 ** 53,
    below: (limit) => drawBelow(draw, limit),
  };
}

function drawBelow(draw: () => number, limit: number): number {
  if (!Number.isInteger(limit) || limit < 1 || limit > 2 ** 32) {
    throw new RangeError(`The limit must be a whole number from 1 to 2^32, not ${limit}.`);
  }
  // A shift by 32 would be a shift by 0 in JavaScript, so the one-outcome case cannot take the loop below.
  if (limit === 1) return 0;
  const surplusBits = Math.clz32(limit - 1);
  let drawn = draw() >>> surplusBits;
  while (drawn >= limit) drawn = draw() >>> surplusBits;
  return drawn;
}

function stateFromSeed(seed: number): XoshiroState {
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new RangeError(`The seed must be a whole number from 0 to 2^53 - 1, not ${seed}.`);
  }
  const low = seed | 0;
  const high = Math.floor(seed / 2 ** 32) | 0;
  const first = mixBits(low + goldenStep);
  const second = mixBits((high ^ first) + goldenStep);
  const third = mixBits((low ^ second) + goldenStep);
  const fourth = mixBits((high ^ third) + goldenStep);
  return [first, second, third, fourth | 1];
}
