/** Numbers the distinct texts among the bytes of a file, in order of first appearance. */
export interface TextDictionary {
  /** The number of the text from one place up to, but not with, another. */
  codeOf(from: number, to: number): number;
  levels(): string[];
}

/**
 * A table of hashes over the bytes as they stand: a text is decoded once, not once a cell. Bytes must not change after
 * they were given.
 */
export function createTextDictionary(bytes: Uint8Array): TextDictionary {
  const starts: number[] = [];
  const ends: number[] = [];
  let slots = new Int32Array(1024);
  const slotOf = (from: number, to: number): number => {
    const mask = slots.length - 1;
    let slot = hash(bytes, from, to) & mask;
    for (let code = slots[slot] ?? 0; code !== 0; code = slots[slot] ?? 0) {
      const start = starts[code - 1] ?? 0;
      if ((ends[code - 1] ?? 0) - start === to - from && isSame(bytes, { start, from, to })) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  };
  const grow = () => {
    slots = new Int32Array(slots.length * 4);
    for (let code = 0; code < starts.length; code++)
      slots[slotOf(starts[code] ?? 0, ends[code] ?? 0)] = code + 1;
  };
  return {
    codeOf(from, to) {
      const slot = slotOf(from, to);
      const known = slots[slot] ?? 0;
      if (known !== 0) return known - 1;
      slots[slot] = starts.push(from);
      ends.push(to);
      // Half full at most: longer searches would cost more than a larger table.
      if (starts.length * 2 > slots.length) grow();
      return starts.length - 1;
    },
    levels() {
      const decoder = new TextDecoder();
      return starts.map((start, code) => decoder.decode(bytes.subarray(start, ends[code])));
    },
  };
}

/** FNV-1a, with its bits mixed at the end: only low bits choose the slot. */
function hash(bytes: Uint8Array, from: number, to: number): number {
  let mixed = 0x811c9dc5;
  for (let place = from; place < to; place++) mixed = Math.imul(mixed ^ (bytes[place] ?? 0), 0x01000193);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}

function isSame(
  bytes: Uint8Array,
  { start, from, to }: { readonly start: number; readonly from: number; readonly to: number },
): boolean {
  for (let place = from; place < to; place++) {
    if (bytes[place] !== bytes[start + place - from]) return false;
  }
  return true;
}
