const segmenter = new Intl.Segmenter('und', { granularity: 'word' });
const shingleWords = 3;

/** Prompts are compared by their beginnings: longer ones that begin alike are near enough to look at. */
export const comparedCharacters = 2_000;

/** A text as the runs of three words that it holds, each as a number, in order; a shorter text is one run. */
export type Shingles = Uint32Array;

/** Cuts the beginning of a text into its runs of words; case, accents, signs and white space make no difference. */
export function shinglesOf(text: string): Shingles {
  const words: string[] = [];
  const plain = text
    .slice(0, comparedCharacters)
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
  for (const { segment, isWordLike } of segmenter.segment(plain))
    if (isWordLike === true) words.push(segment);
  const runs = new Set<number>();
  const last = Math.max(0, words.length - shingleWords);
  for (let at = 0; at <= last && words.length > 0; at += 1)
    runs.add(numberOf(words.slice(at, at + shingleWords).join(' ')));
  return Uint32Array.from(runs).sort();
}

/** FNV-1a: two runs in a few billion share a number, which moves a share by nothing that matters. */
function numberOf(run: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < run.length; index += 1)
    hash = Math.imul(hash ^ run.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** The share of runs that two texts have in common, 0 to 1 (Jaccard); 0 where one of them says nothing. */
export function similarityOf(one: Shingles, other: Shingles): number {
  let [first, second, inBoth] = [0, 0, 0];
  while (first < one.length && second < other.length) {
    const [left = 0, right = 0] = [one[first], other[second]];
    if (left === right) inBoth += 1;
    if (left <= right) first += 1;
    if (right <= left) second += 1;
  }
  const all = one.length + other.length - inBoth;
  return all === 0 ? 0 : inBoth / all;
}

/** From here on two prompts are near enough to warn. */
export const nearFrom = 0.35;
const mostShown = 3;
/** Enough to see what is meant; nobody is to read through a project's prompts by writing near them. */
const shownCharacters = 280;

export interface SimilarPrompt {
  /** Its beginning. */
  readonly text: string;
  /** 0 to 1. */
  readonly share: number;
}

/** The prompts that say nearly the same as a text, the nearest first. */
export function findSimilar(
  own: Shingles,
  prompts: Iterable<readonly [text: string, shingles: Shingles]>,
): SimilarPrompt[] {
  const near: SimilarPrompt[] = [];
  for (const [text, shingles] of new Map(prompts)) {
    const share = similarityOf(own, shingles);
    if (share >= nearFrom) near.push({ text, share });
  }
  return near
    .sort((one, other) => other.share - one.share)
    .slice(0, mostShown)
    .map(({ text, share }) => ({ text: beginningOf(text), share }));
}

function beginningOf(text: string): string {
  if (text.length <= shownCharacters) return text;
  return `${text
    .slice(0, shownCharacters)
    .toWellFormed()
    .replace(/\uFFFD$/, '')}…`;
}
