import { sourceWithin } from './source-run.ts';
import type { SourceLeaf } from './trace-source.ts';

/**
 * A place of the page and the source that it stands for: characters of a text node, or all children of an element
 * that stands for its source as one. Of equal lengths, a text maps character by character.
 */
export interface SourceEntry {
  readonly node: Text | Element;
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

const whole =
  '.katex-display, .katex, .katex-error, code.language-math, pre[data-language="math"], sup, [data-whole]';
const ours = '[data-made]';
/** The line ends between blocks, not all of which are on the page. */
const blank = /^[ \t\r\n]*$/;
/** How many parts without counterpart on the page are passed over in search of one that fits. */
const patience = 12;

/** Reads the leaves of a text in step with what is met on the page. */
class LeafReader {
  readonly #leaves: readonly SourceLeaf[];
  readonly #note: (entry: SourceEntry) => void;
  #index = 0;
  #at = 0;

  constructor(leaves: readonly SourceLeaf[], note: (entry: SourceEntry) => void) {
    this.#leaves = leaves;
    this.#note = note;
  }

  readText(node: Text): void {
    const shown = node.data;
    for (let done = 0; done < shown.length; ) {
      const taken = this.#take(node, done);
      if (taken === 0) return;
      done += taken;
    }
  }

  readHidden(element: Element, length: number): void {
    this.#skipRead(blank);
    const leaf = this.#leaves[this.#index];
    if (leaf?.kind !== 'text') return;
    const place = this.#sourceOf(leaf, this.#at, this.#at + length);
    if (place !== undefined) this.#noteWhole(element, place);
    this.#at += length;
  }

  readWhole(element: Element): void {
    const ahead = this.#leaves.slice(this.#index, this.#index + patience);
    const offset = ahead.findIndex((leaf) => leaf.kind === 'whole');
    const leaf = ahead[offset];
    if (leaf?.kind !== 'whole') return;
    this.#noteWhole(element, leaf);
    this.#index += offset + 1;
    this.#at = 0;
  }

  #noteWhole(node: Element, { start, end }: { readonly start: number; readonly end: number }): void {
    this.#note({ node, from: 0, to: node.childNodes.length, start, end });
  }

  /** Passes over leaves that have been read to their end, or whose rest is not shown. */
  #skipRead(unseen = /^$/): void {
    for (;;) {
      const leaf = this.#leaves[this.#index];
      if (leaf?.kind !== 'text' || !unseen.test(leaf.value.slice(this.#at))) return;
      this.#index += 1;
      this.#at = 0;
    }
  }

  /** Finds the leaf that goes on as the page does; how many characters agree. */
  #take(node: Text, from: number): number {
    this.#skipRead();
    for (let index = this.#index, tries = 0; tries < patience; index += 1, tries += 1) {
      const leaf = this.#leaves[index];
      if (leaf === undefined) return 0;
      if (leaf.kind !== 'text') continue;
      let at = index === this.#index ? this.#at : 0;
      // The page writes line ends without carriage returns.
      if (leaf.value[at] === '\r' && node.data[from] !== '\r') at += 1;
      const length = countAlike(leaf.value, at, node.data, from);
      if (length === 0) continue;
      this.#index = index;
      this.#at = at + length;
      this.#noteRuns(node, { leaf, at, from, length });
      return length;
    }
    return 0;
  }

  #noteRuns(node: Text, read: { leaf: SourceLeaf; at: number; from: number; length: number }): void {
    if (read.leaf.kind !== 'text') return;
    for (const run of read.leaf.runs) {
      const start = Math.max(run.at, read.at);
      const end = Math.min(run.at + run.length, read.at + read.length);
      if (start >= end) continue;
      const shift = read.from - read.at;
      this.#note({ node, from: start + shift, to: end + shift, ...sourceWithin(run, start, end) });
    }
  }

  #sourceOf(leaf: SourceLeaf & { kind: 'text' }, from: number, to: number) {
    const runs = leaf.runs.filter((run) => run.at < to && run.at + run.length > from);
    const places = runs.map((run) =>
      sourceWithin(run, Math.max(run.at, from), Math.min(run.at + run.length, to)),
    );
    const [first, last] = [places[0], places.at(-1)];
    return first === undefined || last === undefined ? undefined : { start: first.start, end: last.end };
  }
}

/** How many characters two texts share from two places on, up to the end of one; else none. */
function countAlike(leaf: string, at: number, shown: string, from: number): number {
  const length = Math.min(leaf.length - at, shown.length - from);
  if (leaf.slice(at, at + length) === shown.slice(from, from + length)) return length;
  let alike = 0;
  while (alike < length && leaf[at + alike] === shown[from + alike]) alike += 1;
  return leaf[at + alike] === '\r' ? alike : 0;
}

/** Every place below an element that stands for source, in the order of the page. */
export function indexSource(root: Element, leaves: readonly SourceLeaf[]): readonly SourceEntry[] {
  const entries: SourceEntry[] = [];
  const reader = new LeafReader(leaves, (entry) => entries.push(entry));
  const visit = (node: Node): void => {
    if (node instanceof Text) reader.readText(node);
    if (!(node instanceof HTMLElement) || node.matches(ours)) return;
    const { hidden } = node.dataset;
    if (hidden !== undefined) reader.readHidden(node, Number(hidden));
    else if (node.matches(whole)) reader.readWhole(node);
    else for (const child of node.childNodes) visit(child);
  };
  for (const child of root.childNodes) visit(child);
  return entries;
}
