import { mixBits } from './mix-bits.ts';

/**
 * **Seed from text**: a whole number for {@link seededRandom} made from any text, such as two ids joined by a colon.
 *
 * What for: an order that looks random but is always the same for the same person and the same item.
 *
 * When it misleads: it is no digest for security; whoever knows the text knows the seed.
 *
 * Source: two FNV-1a hashes (Fowler, Noll and Vo) with different starts, each finished as in MurmurHash3; 53 bits are kept.
 *
 * Units: a whole number from 0 to 2^53 − 1.
 *
 * @example
 * seedFromText('a') === seedFromText('b'); // false
 */
export function seedFromText(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x050c5d1f;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul((high ^ unit) + index, 0x01000193);
  }
  return (mixBits(high) >>> 11) * 2 ** 32 + (mixBits(low) >>> 0);
}
