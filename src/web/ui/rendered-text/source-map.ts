import { indexSource, type SourceEntry } from './source-index.ts';
import type { SourceTrace } from './trace-source.ts';

/** A stretch of a source text in UTF-16 offsets, end exclusive. */
export interface SourceRange {
  readonly start: number;
  readonly end: number;
}

interface Kept {
  readonly trace: SourceTrace;
  readonly changes: MutationObserver;
  index: Index | undefined;
}

interface Index {
  readonly byPage: readonly SourceEntry[];
  /** The same places in the order of the source, each with its number in the order of the page. */
  readonly bySource: readonly { readonly entry: SourceEntry; readonly number: number }[];
}

const kept = new WeakMap<Element, Kept>();
const rootMark = '[data-as]';

/** Keeps with an element how what it shows came from its source. */
export function keepSource(root: Element, trace: SourceTrace): () => void {
  const forget = () => {
    const own = kept.get(root);
    if (own !== undefined) own.index = undefined;
  };
  const changes = new MutationObserver(forget);
  changes.observe(root, { childList: true, characterData: true, subtree: true });
  kept.set(root, { trace, changes, index: undefined });
  return () => {
    changes.disconnect();
    kept.delete(root);
  };
}

/** The text as written is shown character by character. */
function leavesOf({ source, leaves }: SourceTrace, root: Element): SourceTrace['leaves'] {
  if (root.querySelector('[data-plain]') === null) return leaves;
  const run = { at: 0, length: source.length, start: 0, end: source.length };
  return [{ kind: 'text', value: source, runs: [run] }];
}

const empty: Index = { byPage: [], bySource: [] };

function indexOf(root: Element): Index {
  const own = kept.get(root);
  if (own === undefined) return empty;
  // Changes are told only later; what has just been coloured or typeset must count now.
  if (own.changes.takeRecords().length > 0) own.index = undefined;
  if (own.index === undefined) {
    const byPage = indexSource(root, leavesOf(own.trace, root));
    const numbered = byPage.map((entry, number) => ({ entry, number }));
    own.index = { byPage, bySource: numbered.sort((a, b) => a.entry.start - b.entry.start) };
  }
  return own.index;
}

/** The rendered text that a node of the page belongs to. */
export function findSourceRoot(node: Node | null): Element | null {
  const element = node instanceof Element ? node : (node?.parentElement ?? null);
  const root = element?.closest(rootMark) ?? null;
  return root !== null && kept.has(root) ? root : null;
}

/** The source text that an element shows, as it was given. */
export function sourceTextOf(root: Element): string | undefined {
  return kept.get(root)?.trace.source;
}

/** Whether an entry lies before a range, in it (also partly), or after it. */
function compare(range: Range, { node, from, to }: SourceEntry): -1 | 0 | 1 {
  // `comparePoint` tells where the point lies; touching is not overlapping.
  if (range.comparePoint(node, to) < 0 || isAt(range.startContainer, range.startOffset, node, to)) return -1;
  if (range.comparePoint(node, from) > 0 || isAt(range.endContainer, range.endOffset, node, from)) return 1;
  return 0;
}

function isAt(container: Node, offset: number, node: Node, at: number): boolean {
  return container === node && offset === at;
}

function firstNotBefore(entries: readonly SourceEntry[], range: Range): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = entries[middle];
    if (entry !== undefined && compare(range, entry) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

const isText = (entry: SourceEntry) =>
  entry.node.nodeType === Node.TEXT_NODE && entry.to - entry.from === entry.end - entry.start;

/** The source of that part of an entry which a range holds. */
function sourceInRange(entry: SourceEntry, range: Range): SourceRange {
  if (!isText(entry)) return entry;
  const from = range.startContainer === entry.node ? Math.max(entry.from, range.startOffset) : entry.from;
  const to = range.endContainer === entry.node ? Math.min(entry.to, range.endOffset) : entry.to;
  return { start: entry.start + from - entry.from, end: entry.start + to - entry.from };
}

/**
 * The source that a range of the page, such as a selection, stands for; undefined where it holds nothing of the text.
 * What can only be shown as a whole (a formula, an entity, an image) counts whole. A range that reaches beyond the
 * text counts as far as the text goes; which text is told by `root`, else by where the range starts or ends.
 */
export function sourceRangeOf(range: Range, root?: Element): SourceRange | undefined {
  const place = root ?? findSourceRoot(range.startContainer) ?? findSourceRoot(range.endContainer);
  if (place === null || range.collapsed) return undefined;
  const entries = indexOf(place).byPage;
  let found: SourceRange | undefined;
  for (let index = firstNotBefore(entries, range); index < entries.length; index += 1) {
    const entry = entries[index];
    if (entry === undefined || compare(range, entry) !== 0) break;
    const { start, end } = sourceInRange(entry, range);
    // A footnote stands last on the page and anywhere in the source.
    found = { start: Math.min(found?.start ?? start, start), end: Math.max(found?.end ?? end, end) };
  }
  return found;
}

function firstEndingAfter(bySource: Index['bySource'], start: number): number {
  let [low, high] = [0, bySource.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bySource[middle]?.entry.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function rangeWithin(entry: SourceEntry, { start, end }: SourceRange): Range {
  const range = entry.node.ownerDocument.createRange();
  const from = isText(entry) ? entry.from + Math.max(0, start - entry.start) : entry.from;
  const to = isText(entry) ? entry.to - Math.max(0, entry.end - end) : entry.to;
  range.setStart(entry.node, from);
  range.setEnd(entry.node, to);
  return range;
}

/**
 * Where the page shows a stretch of a source, as one range for each text node, in the order of the page; empty where it
 * shows nothing of it (the address of a link, text not shown yet). A formula is one range over its element.
 */
export function rangesOfSource(root: Element, start: number, end: number): Range[] {
  const { bySource } = indexOf(root);
  const found: (typeof bySource)[number][] = [];
  // No two places stand for overlapping source, so that the ends are in order too.
  for (let at = firstEndingAfter(bySource, start); at < bySource.length; at += 1) {
    const place = bySource[at];
    if (place === undefined || place.entry.start >= end) break;
    found.push(place);
  }
  return found.sort((a, b) => a.number - b.number).map(({ entry }) => rangeWithin(entry, { start, end }));
}
