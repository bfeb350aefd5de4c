/** The four 32-bit words that a generator starts from; they must not all be zero. */
export type XoshiroState = readonly [number, number, number, number];

/**
 * **xoshiro128\*\***: a stream of 32-bit whole numbers from 128 bits of state.
 *
 * What for: the raw source under {@link seededRandom}; only 32-bit arithmetic, so that every machine gives the same stream.
 *
 * When it misleads: it is not for secrets. A few outputs give away the whole state.
 *
 * Source: D. Blackman and S. Vigna (2021), "Scrambled linear pseudorandom number generators", ACM TOMS 47(4);
 * period 2^128 − 1.
 *
 * Units: whole numbers from 0 to 2^32 − 1.
 *
 * @throws RangeError when all four words are zero, a state that yields zeros for ever.
 * @example
 * const draw = xoshiro128([1, 2, 3, 4]);
 * draw(); // 11520
 */
export function xoshiro128(state: XoshiroState): () => number {
  let [a, b, c, d] = [state[0] | 0, state[1] | 0, state[2] | 0, state[3] | 0];
  if ((a | b | c | d) === 0) throw new RangeError('The state of xoshiro128 must not be all zeros.');
  return () => {
    const scrambled = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11);
    return scrambled >>> 0;
  };
}

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
