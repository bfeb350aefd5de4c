const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/** Counts words as readers do, also in scripts without spaces. */
export function countWords(text: string): number {
  let count = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike === true) count += 1;
  return count;
}
