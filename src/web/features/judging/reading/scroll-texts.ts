const shownFrame = '[data-shown] [data-scroller]';

function listColumns(root: Element): readonly HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(`${shownFrame} > article`)];
}

const scrollsUpright = (element: Element) => {
  const { overflowY } = getComputedStyle(element);
  return (overflowY === 'auto' || overflowY === 'scroll') && element.scrollHeight > element.clientHeight + 1;
};

/** What scrolls the responses upright: the frame around all, or each column by itself. */
export function listScrollers(root: Element): readonly HTMLElement[] {
  const frame = root.querySelector<HTMLElement>(shownFrame);
  if (frame === null) return [];
  const own = listColumns(root).filter(scrollsUpright);
  return own.length > 0 ? own : [frame];
}

/** Scrolls the response gone to, or all of them, by most of a page. */
export function scrollTexts(root: Element | null, direction: 1 | -1): void {
  if (root === null) return;
  const scrollers = listScrollers(root);
  const current = scrollers.find((scroller) => scroller.dataset.current !== undefined);
  for (const scroller of current === undefined ? scrollers : [current])
    scroller.scrollBy({ top: direction * scroller.clientHeight * 0.85 });
}

/** Brings a response of a frame into sight, where not all of them are. */
export function showColumn(frame: HTMLElement | null, at: number): void {
  const column = frame?.children[at];
  if (!frame || column === undefined) return;
  const [own, around] = [column.getBoundingClientRect(), frame.getBoundingClientRect()];
  if (frame.dataset.layout === 'stacked') frame.scrollBy({ top: own.top - around.top });
  const isInSight = own.left >= around.left - 1 && own.right <= around.right + 1;
  if (!isInSight) frame.scrollBy({ left: own.left - around.left });
}

/** Brings a response of the task on screen into sight. */
export function showResponse(root: Element | null, at: number): void {
  showColumn(root?.querySelector<HTMLElement>(shownFrame) ?? null, at);
}

/** Notes how far the responses are scrolled; what it returns puts them back there once they scroll in another way. */
export function keepPlaces(root: Element | null): () => void {
  const top = root === null ? 0 : (listScrollers(root)[0]?.scrollTop ?? 0);
  return () => {
    if (root === null) return;
    for (const scroller of listScrollers(root)) scroller.scrollTop = top;
  };
}
