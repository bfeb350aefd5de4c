import { listBlocks } from './fold-beginning.ts';

interface Column {
  readonly scroller: HTMLElement;
  readonly blocks: readonly HTMLElement[];
}

function readColumn(scroller: HTMLElement): Column {
  const roots = [...scroller.querySelectorAll('[data-as]')];
  return { scroller, blocks: roots.flatMap(listBlocks).filter((block) => !block.hidden) };
}

const topOf = (block: HTMLElement, scroller: HTMLElement) =>
  block.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;

/** How far a column is scrolled, as a share of its paragraphs: between the third and the fourth of ten is 0.3 to 0.4. */
export function readPlace({ scroller, blocks }: Column): number {
  if (blocks.length === 0) return 0;
  // At either end all columns are at theirs.
  if (scroller.scrollTop <= 0) return 0;
  if (scroller.scrollTop >= scroller.scrollHeight - scroller.clientHeight - 1) return 1;
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const block = blocks[middle];
    if (block !== undefined && topOf(block, scroller) <= scroller.scrollTop) low = middle + 1;
    else high = middle;
  }
  const index = Math.max(0, low - 1);
  const block = blocks[index];
  if (block === undefined) return 0;
  const into = (scroller.scrollTop - topOf(block, scroller)) / Math.max(1, block.offsetHeight);
  return (index + Math.min(1, Math.max(0, into))) / blocks.length;
}

/** Where a column is to be scrolled to for a share of its paragraphs. */
export function placeToTop({ scroller, blocks }: Column, place: number): number {
  if (place <= 0 || blocks.length === 0) return 0;
  const end = scroller.scrollHeight - scroller.clientHeight;
  if (place >= 1) return end;
  const index = Math.min(blocks.length - 1, Math.floor(place * blocks.length));
  const block = blocks[index];
  if (block === undefined) return 0;
  const into = place * blocks.length - index;
  return Math.min(end, topOf(block, scroller) + into * block.offsetHeight);
}

/** Lets columns follow the one that is scrolled, paragraph by paragraph, until it is called off. */
export function linkScrolling(scrollers: readonly HTMLElement[]): () => void {
  const expected = new Map<HTMLElement, number>();
  let frame = 0;
  const follow = (led: HTMLElement) => {
    frame = 0;
    const place = readPlace(readColumn(led));
    for (const scroller of scrollers) {
      if (scroller === led) continue;
      const top = Math.round(placeToTop(readColumn(scroller), place));
      if (Math.abs(scroller.scrollTop - top) < 1) continue;
      expected.set(scroller, top);
      scroller.scrollTop = top;
    }
  };
  const hear = (event: Event) => {
    const scroller = event.currentTarget;
    if (!(scroller instanceof HTMLElement)) return;
    const wanted = expected.get(scroller);
    expected.delete(scroller);
    // It moved because another column did.
    if (wanted !== undefined && Math.abs(scroller.scrollTop - wanted) < 2) return;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => follow(scroller));
  };
  for (const scroller of scrollers) scroller.addEventListener('scroll', hear, { passive: true });
  return () => {
    cancelAnimationFrame(frame);
    for (const scroller of scrollers) scroller.removeEventListener('scroll', hear);
  };
}
