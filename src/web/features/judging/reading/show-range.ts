/** The nearest element around a node that scrolls upright. */
function findScroller(node: Element | null): Element | null {
  for (let element = node; element !== null; element = element.parentElement) {
    const { overflowY } = getComputedStyle(element);
    const scrolls = overflowY === 'auto' || overflowY === 'scroll';
    if (scrolls && element.scrollHeight > element.clientHeight) return element;
  }
  return null;
}

/** Scrolls a range into the middle of what scrolls around it, unless it is in sight already. */
function moveTo(range: Range, scroller: Element): boolean {
  const own = range.getBoundingClientRect();
  const frame = scroller.getBoundingClientRect();
  const isInSight = own.top >= frame.top + 40 && own.bottom <= frame.bottom - 40;
  if (!isInSight) scroller.scrollBy({ top: own.top - frame.top - scroller.clientHeight / 2 });
  return isInSight;
}

const mostTries = 5;

/** Brings a range into the middle of what scrolls around it. */
export function showRange(range: Range): void {
  const { startContainer } = range;
  const element = startContainer instanceof Element ? startContainer : startContainer.parentElement;
  element?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  const scroller = findScroller(element);
  if (scroller === null || typeof range.getBoundingClientRect !== 'function') return;
  let tries = 0;
  // Blocks that come into sight are laid out only then, and may push the words away again.
  const move = () => {
    tries += 1;
    if (!moveTo(range, scroller) && tries < mostTries) requestAnimationFrame(move);
  };
  move();
}
