import { foldLetters } from './fold-letters.ts';

interface Segment {
  readonly node: Text;
  /** Where its folded text starts in the whole. */
  readonly at: number;
  readonly length: number;
  readonly origins: readonly number[] | undefined;
}

/** What one rendered text shows, ready to be searched. */
export interface TextIndex {
  readonly text: string;
  readonly segments: readonly Segment[];
}

// A formula is on the page twice, once for screen readers; what the product says is not part of the text.
const passedOver = '[data-made], .katex-mathml, [data-hidden]';
const blocks = 'p, li, h3, h4, h5, h6, pre, td, th, blockquote, section, [data-plain] > *';
/** Stands between blocks, so that no word is found across two of them. */
const blockEnd = '\u0000';

/** Reads what an element shows. Words go on through emphasis, links and code, and end with the block. */
export function indexText(root: Element): TextIndex {
  const segments: Segment[] = [];
  const parts: string[] = [];
  let at = 0;
  let block: Element | null = null;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && node.matches(passedOver) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!(node instanceof Text) || node.data === '') continue;
    const own = node.parentElement?.closest(blocks) ?? null;
    if (own !== block && at > 0) {
      parts.push(blockEnd);
      at += 1;
    }
    block = own;
    const { text, origins } = foldLetters(node.data);
    segments.push({ node, at, length: text.length, origins });
    parts.push(text);
    at += text.length;
  }
  return { text: parts.join(''), segments };
}

/** The last segment that starts at or before an offset. */
function segmentAt({ segments }: TextIndex, offset: number): Segment | undefined {
  let [low, high] = [0, segments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((segments[middle]?.at ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return segments[low - 1];
}

function originOf({ node, at, length, origins }: Segment, offset: number): number {
  const index = offset - at;
  if (index >= length) return node.data.length;
  return origins?.[index] ?? (origins === undefined ? index : node.data.length);
}

function rangeAt(index: TextIndex, start: number, end: number): Range | undefined {
  const first = segmentAt(index, start);
  const last = segmentAt(index, end - 1);
  if (first === undefined || last === undefined) return undefined;
  const range = document.createRange();
  range.setStart(first.node, originOf(first, start));
  range.setEnd(last.node, originOf(last, end));
  return range;
}

/** Every place where an index holds a folded query, up to a number of them. */
export function findPlaces(index: TextIndex, query: string, most: number): Range[] {
  const places: Range[] = [];
  if (query === '') return places;
  let at = index.text.indexOf(query);
  while (at >= 0 && places.length < most) {
    const range = rangeAt(index, at, at + query.length);
    if (range !== undefined) places.push(range);
    at = index.text.indexOf(query, at + query.length);
  }
  return places;
}
