import { diffArrays } from 'diff';

/** A stretch of a text in UTF-16 offsets, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What only one text has and what only the other has; neither is the better one. */
export interface Difference {
  readonly one: readonly Stretch[];
  readonly other: readonly Stretch[];
  /** By which unit the texts were laid against each other; "whole" where even lines were too many. */
  readonly by: 'words' | 'lines' | 'whole';
}

interface Token extends Stretch {
  readonly text: string;
}

/** Texts that take longer to compare by words are compared by lines, and so on. */
export const differenceLimits = { wordsMs: 1_500, linesMs: 700, wordCharacters: 400_000 } as const;

/** Words and signs without the white space between them: a reader does not see how many spaces there were. */
function cutWords(text: string): Token[] {
  const segments = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text);
  const words: Token[] = [];
  for (const { segment, index } of segments) {
    if (segment.trim() !== '') words.push({ text: segment, start: index, end: index + segment.length });
  }
  return words;
}

function cutLines(text: string): Token[] {
  const lines: Token[] = [];
  for (const match of text.matchAll(/[^\r\n]*\S[^\r\n]*/g)) {
    lines.push({ text: match[0].trim(), start: match.index, end: match.index + match[0].length });
  }
  return lines;
}

/** Joins neighbouring tokens, so that one change is one stretch. */
function join(tokens: readonly Token[]): Stretch | undefined {
  const [first, last] = [tokens[0], tokens.at(-1)];
  return first === undefined || last === undefined ? undefined : { start: first.start, end: last.end };
}

/** Equal beginnings and ends are taken off first: most pairs share much, and the rest is then quick. */
function countShared(one: readonly Token[], other: readonly Token[]) {
  const most = Math.min(one.length, other.length);
  let head = 0;
  while (head < most && one[head]?.text === other[head]?.text) head += 1;
  let tail = 0;
  while (tail < most - head && one.at(-1 - tail)?.text === other.at(-1 - tail)?.text) tail += 1;
  return { head, tail };
}

function compareTokens(one: readonly Token[], other: readonly Token[], timeoutMs: number) {
  const { head, tail } = countShared(one, other);
  const rest = [one, other].map((tokens) => tokens.slice(head, tokens.length - tail));
  const [ones = [], others = []] = rest;
  const changes = diffArrays(
    ones.map((token) => token.text),
    others.map((token) => token.text),
    { timeout: timeoutMs },
  );
  if (changes === undefined) return undefined;
  const found = { one: [] as Stretch[], other: [] as Stretch[] };
  let [at, otherAt] = [0, 0];
  for (const { count, added, removed } of changes) {
    if (!added) {
      const stretch = removed ? join(ones.slice(at, at + count)) : undefined;
      if (stretch !== undefined) found.one.push(stretch);
      at += count;
    }
    if (!removed) {
      const stretch = added ? join(others.slice(otherAt, otherAt + count)) : undefined;
      if (stretch !== undefined) found.other.push(stretch);
      otherAt += count;
    }
  }
  return found;
}

const whole = (text: string): Stretch[] => (text === '' ? [] : [{ start: 0, end: text.length }]);

/** Lays two texts against each other word by word; by lines where words take too long. */
export function computeDifference(
  { one, other }: { readonly one: string; readonly other: string },
  limits: {
    readonly wordsMs: number;
    readonly linesMs: number;
    readonly wordCharacters: number;
  } = differenceLimits,
): Difference {
  if (one.length + other.length <= limits.wordCharacters) {
    const words = compareTokens(cutWords(one), cutWords(other), limits.wordsMs);
    if (words !== undefined) return { ...words, by: 'words' };
  }
  const lines = compareTokens(cutLines(one), cutLines(other), limits.linesMs);
  if (lines !== undefined) return { ...lines, by: 'lines' };
  return { one: whole(one), other: whole(other), by: 'whole' };
}
