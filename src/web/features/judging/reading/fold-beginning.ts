import { rangesOfSource, sourceRangeOf } from '#web/ui/rendered-text/source-map.ts';

/** The blocks of a rendered text, in the order of the page. */
export function listBlocks(root: Element): readonly HTMLElement[] {
  const plain = root.querySelector('[data-plain]');
  // Those of a long text stand in groups.
  const blocks = [...(plain ?? root).children].flatMap((block) =>
    block.matches('[data-group]') ? [...block.children] : block,
  );
  return blocks.filter(
    (block) => block instanceof HTMLElement && !block.matches('[data-made]'),
  ) as HTMLElement[];
}

/** Hides the blocks that lie within the first characters of their source; shows them again by what it returns. */
export function foldBeginning(root: Element, end: number): () => void {
  // Past the end nothing is looked at, so that a long text costs no more than its beginning.
  const [next] = rangesOfSource(root, end, Number.POSITIVE_INFINITY);
  const hidden: HTMLElement[] = [];
  for (const block of listBlocks(root)) {
    if (next !== undefined && block.contains(next.startContainer)) break;
    const range = document.createRange();
    range.selectNodeContents(block);
    const source = sourceRangeOf(range, root);
    if (source === undefined ? block.textContent !== '' : source.end > end) break;
    block.hidden = true;
    hidden.push(block);
  }
  return () => {
    for (const block of hidden) block.hidden = false;
  };
}
