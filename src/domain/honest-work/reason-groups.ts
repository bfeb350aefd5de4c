import { shinglesOf } from '#domain/writing/prompt-similarity.ts';
import { mixBits } from '#stats/random/mix-bits.ts';
import { seedFromText } from '#stats/random/seed-from-text.ts';

/** Shorter reasons, such as "A is better", are the same by nature: at least five words. */
const leastRuns = 3;
const bands = 8;
const rowsOfBand = 2;
const hashes = bands * rowsOfBand;
/** The share of equal hashes, which estimates the share of equal runs of words, from which on two texts are near doubles. */
const nearFrom = 0.75;

/**
 * Numbers reasons so that near doubles have the same number: case, signs and a word here or there make no difference.
 * Texts are compared by MinHash (Broder 1997) with the first one of each group, found by bands of hashes.
 */
export class ReasonGroups {
  readonly #firsts: Uint32Array[] = [];
  readonly #byBand = new Map<string, number[]>();
  readonly #known = new Map<number, number | null>();

  /** Null for a reason that is too short to compare. */
  groupOf(text: string): number | null {
    // Cutting into words is what takes long, and the same text again needs none of it.
    const exact = seedFromText(text);
    const known = this.#known.get(exact);
    if (known !== undefined) return known;
    const group = this.#findOrAdd(text);
    this.#known.set(exact, group);
    return group;
  }

  #findOrAdd(text: string): number | null {
    const runs = shinglesOf(text);
    if (runs.length < leastRuns) return null;
    const signature = signatureOf(runs);
    const keys = bandsOf(signature);
    for (const key of keys)
      for (const group of this.#byBand.get(key) ?? [])
        if (shareOfEqual(signature, this.#firsts[group]) >= nearFrom) return group;
    const group = this.#firsts.push(signature) - 1;
    for (const key of keys) {
      const known = this.#byBand.get(key);
      if (known === undefined) this.#byBand.set(key, [group]);
      else known.push(group);
    }
    return group;
  }
}

function signatureOf(runs: Uint32Array): Uint32Array {
  const least = new Uint32Array(hashes).fill(0xffffffff);
  for (const run of runs)
    for (let hash = 0; hash < hashes; hash++) {
      const mixed = mixBits(run ^ Math.imul(hash + 1, 0x9e3779b9)) >>> 0;
      if (mixed < (least[hash] ?? 0)) least[hash] = mixed;
    }
  return least;
}

function bandsOf(signature: Uint32Array): string[] {
  return Array.from({ length: bands }, (_, band) => {
    const rows = signature.subarray(band * rowsOfBand, (band + 1) * rowsOfBand);
    return `${band}:${rows.join(',')}`;
  });
}

function shareOfEqual(one: Uint32Array, other: Uint32Array | undefined): number {
  return one.filter((hash, place) => hash === other?.[place]).length / hashes;
}
