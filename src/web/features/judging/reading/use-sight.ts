import { type RefObject, useLayoutEffect, useState } from 'react';

/** Which columns of a frame are in sight: so many from the first one. */
export interface Sight {
  readonly first: number;
  readonly count: number;
}

function readSight(frame: HTMLElement, columns: number): Sight {
  const width = frame.firstElementChild?.getBoundingClientRect().width ?? 0;
  if (width === 0 || frame.dataset.layout === 'stacked') return { first: 0, count: columns };
  const count = Math.min(columns, Math.max(1, Math.round(frame.clientWidth / width)));
  // Where the page reads from the right, offsets count downwards from 0.
  const first = Math.round(Math.abs(frame.scrollLeft) / width);
  return { first: Math.max(0, Math.min(columns - count, first)), count };
}

/** Knows which columns are in sight; `note` is to be called when the frame scrolls. */
export function useSight(frame: RefObject<HTMLElement | null>, columns: number) {
  const [sight, setSight] = useState<Sight>({ first: 0, count: columns });
  const note = () => {
    const { current } = frame;
    if (current === null) return;
    const next = readSight(current, columns);
    setSight((last) => (last.first === next.first && last.count === next.count ? last : next));
  };
  // Synchronises with the size of the frame on the page.
  useLayoutEffect(() => {
    const { current } = frame;
    if (current === null || typeof ResizeObserver === 'undefined') return;
    const read = () => {
      const next = readSight(current, columns);
      setSight((last) => (last.first === next.first && last.count === next.count ? last : next));
    };
    read();
    const observer = new ResizeObserver(read);
    observer.observe(current);
    return () => observer.disconnect();
  }, [frame, columns]);
  return { sight, note };
}
