import { type PointerEvent, useRef, useState } from 'react';
import { dropIndex } from './drop-index.ts';

/** Lets rows of a list be dragged by a handle; the order follows the pointer at once. */
export function useDragOrder(onMove: (from: number, to: number) => void) {
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const stop = () => setDragged(null);
  const handleProps = (index: number) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.preventDefault();
      setDragged(index);
    },
  });
  const listProps = {
    ref: list,
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (dragged === null || list.current === null) return;
      const middles = [...list.current.children].map((row) => {
        const box = row.getBoundingClientRect();
        return (box.top + box.bottom) / 2;
      });
      const to = dropIndex(middles, dragged, event.clientY);
      if (to === dragged) return;
      onMove(dragged, to);
      setDragged(to);
    },
    // The list keeps the pointer, since the row itself moves away under it.
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      const onHandle = event.target instanceof Element && event.target.closest('[data-drag-handle]') !== null;
      if (onHandle) list.current?.setPointerCapture(event.pointerId);
    },
    onPointerUp: stop,
    onPointerCancel: stop,
  };
  return { dragged, listProps, handleProps };
}
