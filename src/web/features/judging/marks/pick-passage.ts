/** A stretch of a text in UTF-16 offsets, end exclusive. */
export interface Passage {
  readonly start: number;
  readonly end: number;
}

const sentences = new Intl.Segmenter('und', { granularity: 'sentence' });
const words = new Intl.Segmenter('und', { granularity: 'word' });

/** The sentences of a text without the white space around them; a line of its own is one too. */
export function listSentences(text: string): Passage[] {
  const found: Passage[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    for (const { segment, index } of sentences.segment(line)) {
      const start = at + index + (segment.length - segment.trimStart().length);
      const end = at + index + segment.trimEnd().length;
      if (start < end) found.push({ start, end });
    }
    at += line.length + 1;
  }
  return found;
}

/** The sentence before or after a passage; the same where there is none. */
export function moveSentence(text: string, from: Passage, by: 1 | -1): Passage {
  const all = listSentences(text);
  const found =
    by === 1 ? all.find(({ start }) => start >= from.end) : all.findLast(({ end }) => end <= from.start);
  return found ?? from;
}

/** The ends of words, and their starts, around a passage. */
function listWords(text: string): Passage[] {
  const found: Passage[] = [];
  for (const { segment, index, isWordLike } of words.segment(text))
    if (isWordLike === true) found.push({ start: index, end: index + segment.length });
  return found;
}

/** Moves one end of a passage by a word; it always keeps at least one word. */
export function moveEdge(
  text: string,
  { start, end }: Passage,
  { edge, by }: { edge: 'start' | 'end'; by: 1 | -1 },
): Passage {
  const all = listWords(text);
  if (edge === 'end') {
    const next = by === 1 ? all.find((word) => word.end > end) : all.findLast((word) => word.end < end);
    return next === undefined || next.end <= start ? { start, end } : { start, end: next.end };
  }
  const next = by === 1 ? all.find((word) => word.start > start) : all.findLast((word) => word.start < start);
  return next === undefined || next.start >= end ? { start, end } : { start: next.start, end };
}

/** A passage without the white space that a selection by mouse takes along; undefined where nothing is left. */
export function trimPassage(text: string, { start, end }: Passage): Passage | undefined {
  const piece = text.slice(start, end);
  const from = start + piece.length - piece.trimStart().length;
  const to = start + piece.trimEnd().length;
  return from < to ? { start: from, end: to } : undefined;
}
