const segmenter = new Intl.Segmenter('und', { granularity: 'word' });
const shingleWords = 3;

/** A text as the runs of three words that it holds; a shorter text is one run. */
export interface Shingles {
  readonly runs: ReadonlySet<string>;
}

/** Cuts a text into its runs of words; case, accents, signs and white space make no difference. */
export function shinglesOf(text: string): Shingles {
  const words: string[] = [];
  const plain = text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
  for (const { segment, isWordLike } of segmenter.segment(plain))
    if (isWordLike === true) words.push(segment);
  if (words.length <= shingleWords) return { runs: new Set(words.length === 0 ? [] : [words.join(' ')]) };
  const runs = new Set<string>();
  for (let at = 0; at + shingleWords <= words.length; at += 1)
    runs.add(words.slice(at, at + shingleWords).join(' '));
  return { runs };
}

/** The share of runs that two texts have in common, 0 to 1 (Jaccard); 0 where one of them says nothing. */
export function similarityOf(one: Shingles, other: Shingles): number {
  const [small, large] = one.runs.size < other.runs.size ? [one, other] : [other, one];
  let inBoth = 0;
  for (const run of small.runs) if (large.runs.has(run)) inBoth += 1;
  const all = one.runs.size + other.runs.size - inBoth;
  return all === 0 ? 0 : inBoth / all;
}

/** From here on two prompts are near enough to warn. */
export const nearFrom = 0.35;
const mostShown = 3;

export interface SimilarPrompt {
  readonly text: string;
  /** 0 to 1. */
  readonly share: number;
}

/** The prompts that say nearly the same as a text, the nearest first. */
export function findSimilar(text: string, prompts: readonly string[]): SimilarPrompt[] {
  const own = shinglesOf(text);
  const near = [...new Set(prompts)].flatMap((prompt) => {
    const share = similarityOf(own, shinglesOf(prompt));
    return share >= nearFrom ? [{ text: prompt, share }] : [];
  });
  return near.sort((one, other) => other.share - one.share).slice(0, mostShown);
}
