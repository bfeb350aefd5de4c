import './paint-ranges.css';

/** What ranges of text can be painted as; the colours stand in the style sheet. Later ones lie over earlier ones. */
export type PaintName = 'difference' | 'marked' | 'marked-now' | 'found' | 'found-now';

const order: readonly PaintName[] = ['difference', 'marked', 'marked-now', 'found', 'found-now'];
const layers = new Map<PaintName, Element[]>();
/** Rectangles are slow; past this many the rest stays unpainted. */
const mostRectangles = 1_000;

/** Whether a change of the page is nothing but paint laid on or taken off. */
export function isPaint({ addedNodes, removedNodes }: MutationRecord): boolean {
  const nodes = [...addedNodes, ...removedNodes];
  return (
    nodes.length > 0 && nodes.every((node) => node instanceof HTMLElement && node.dataset.paint !== undefined)
  );
}

function paintHighlight(name: PaintName, ranges: readonly Range[]): void {
  if (ranges.length === 0) {
    CSS.highlights.delete(name);
    return;
  }
  const highlight = new Highlight();
  highlight.priority = order.indexOf(name);
  for (const range of ranges) highlight.add(range);
  CSS.highlights.set(name, highlight);
}

function rectangleOf(rect: DOMRect, name: PaintName, frame: DOMRect): HTMLElement {
  const element = document.createElement('i');
  element.dataset.paintName = name;
  element.style.cssText = `left:${rect.left - frame.left}px;top:${rect.top - frame.top}px;width:${rect.width}px;height:${rect.height}px`;
  return element;
}

/** Rectangles over the words, in a layer that scrolls with them. */
function paintRectangles(name: PaintName, ranges: readonly Range[]): void {
  for (const layer of layers.get(name) ?? []) layer.remove();
  const byRoot = Map.groupBy(
    ranges,
    (range) => range.startContainer.parentElement?.closest('[data-as]') ?? null,
  );
  const made: Element[] = [];
  let left = mostRectangles;
  for (const [root, own] of byRoot) {
    if (root === null) continue;
    const layer = document.createElement('div');
    layer.dataset.paint = '';
    layer.dataset.made = '';
    layer.setAttribute('aria-hidden', 'true');
    const frame = root.getBoundingClientRect();
    const rects = own.slice(0, left).flatMap((range) => [...(range.getClientRects?.() ?? [])]);
    layer.append(...rects.map((rect) => rectangleOf(rect, name, frame)));
    left -= own.length;
    // A rendered text contains its layout, so that the layer is placed by it.
    root.append(layer);
    made.push(layer);
    if (left <= 0) break;
  }
  layers.set(name, made);
}

/** Paints ranges of text, in place of those painted under this name before, without a change to the text itself. */
export function paintRanges(name: PaintName, ranges: readonly Range[]): void {
  if (typeof CSS !== 'undefined' && 'highlights' in CSS) paintHighlight(name, ranges);
  else paintRectangles(name, ranges);
}
