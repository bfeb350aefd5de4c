/** What all responses begin with: up to which offset, and how many paragraphs that is. */
export interface SameBeginning {
  readonly end: number;
  readonly paragraphs: number;
}

const none: SameBeginning = { end: 0, paragraphs: 0 };
const listItem = /^(?:[-*+]|\d{1,9}[.)])\s/;

/** The offsets at which paragraphs end: at blank lines, though not inside code or between the points of one list. */
function listParagraphEnds(text: string): number[] {
  const ends: number[] = [];
  let fence: string | undefined;
  let isList = false;
  let blankAt = -1;
  let at = 0;
  for (const line of text.split(/(?<=\n)/)) {
    const words = line.trim();
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (words === '' && fence === undefined) {
      if (blankAt < 0) blankAt = at;
    } else {
      const goesOn: boolean = /^\s/.test(line) || (isList && listItem.test(line));
      if (blankAt > 0 && !goesOn && fence === undefined) ends.push(blankAt);
      if (blankAt >= 0 || at === 0) isList = goesOn ? isList : listItem.test(line);
      blankAt = -1;
      if (fence === undefined) fence = mark;
      else if (mark?.startsWith(fence) && words === mark) fence = undefined;
    }
    at += line.length;
  }
  ends.push(blankAt > 0 ? blankAt : text.length);
  return ends;
}

/** The paragraphs at the beginning that all texts share, word for word; none where there is only one text. */
export function findSameBeginning(texts: readonly string[]): SameBeginning {
  const [first = '', ...others] = texts;
  if (others.length === 0) return none;
  const [ends = [], ...otherEnds] = texts.map(listParagraphEnds);
  let found = none;
  for (const [index, end] of ends.entries()) {
    const beginning = first.slice(0, end);
    const isShared = others.every((text, at) => otherEnds[at]?.[index] === end && text.startsWith(beginning));
    if (!isShared || beginning.trim() === '') break;
    found = { end, paragraphs: index + 1 };
  }
  return found;
}
