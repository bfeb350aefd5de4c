/** 64-bit words in two halves: doubles cannot hold them, and big integers are twenty times slower. */
const golden = [0x9e3779b9, 0x7f4a7c15] as const;
const first = [0xbf58476d, 0x1ce4e5b9] as const;
const second = [0x94d049bb, 0x133111eb] as const;

/**
 * Uniform numbers from a counter: splitmix64 of seed · 2^40 + counter, its upper 53 bits over 2^53. Each depends on
 * nothing but the seed and its place, so that any language can make the same ones.
 */
export function uniformStream(seed: number, count: number): Float64Array {
  const uniforms = new Float64Array(count);
  for (let counter = 0; counter < count; counter++) {
    const start = (counter >>> 0) + golden[1];
    let low = start | 0;
    let high = ((seed << 8) + golden[0] + (start >= 2 ** 32 ? 1 : 0)) | 0;
    low ^= (low >>> 30) | (high << 2);
    high ^= high >>> 30;
    high = upperOfProduct(high, low, first);
    low = Math.imul(low, first[1]);
    low ^= (low >>> 27) | (high << 5);
    high ^= high >>> 27;
    high = upperOfProduct(high, low, second);
    low = Math.imul(low, second[1]);
    low ^= (low >>> 31) | (high << 1);
    high ^= high >>> 31;
    uniforms[counter] = ((high >>> 0) * 2 ** 21 + (low >>> 11)) / 2 ** 53;
  }
  return uniforms;
}

/** The upper half of the lower 64 bits of a product; the lower half is a product of 32 bits. */
function upperOfProduct(
  high: number,
  low: number,
  [factorHigh, factorLow]: readonly [number, number],
): number {
  const a = low & 0xffff;
  const b = low >>> 16;
  const c = factorLow & 0xffff;
  const d = factorLow >>> 16;
  const middle = b * c + ((a * c) >>> 16);
  const other = a * d + (middle & 0xffff);
  const carried = b * d + (middle >>> 16) + (other >>> 16);
  return (carried + Math.imul(high, factorLow) + Math.imul(low, factorHigh)) | 0;
}
