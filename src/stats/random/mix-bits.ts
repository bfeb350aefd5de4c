/**
 * **Bit mixer**: spreads every bit of a 32-bit word over all 32 bits; two words never give the same result.
 *
 * What for: turning seeds that look alike (1, 2, 3 …) into states that do not.
 *
 * When it misleads: 0 stays 0, so add a constant first.
 *
 * Source: the finaliser of MurmurHash3 by A. Appleby, public domain.
 *
 * Units: a 32-bit word in, a signed 32-bit word out.
 *
 * @example
 * mixBits(1); // 1364076727
 */
export function mixBits(word: number): number {
  let mixed = word ^ (word >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
