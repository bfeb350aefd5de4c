import { type PointerEvent, useRef, useState } from 'react';
import type { RankingScale } from '#domain/rubrics/scale.ts';
import { readsFromRight } from '#web/messages/reads-from-right.ts';
import { type DropPlace, readDropPlace } from './drop-place.ts';

/** Less than this is a click, not a drag. */
const slackPx = 6;

interface Drag {
  readonly responseId: string;
  readonly over: DropPlace | null;
}

interface Grip {
  readonly responseId: string;
  readonly chip: HTMLElement;
  readonly x: number;
  readonly y: number;
}

interface ChipDrag {
  readonly scale: RankingScale;
  readonly onDrop: (responseId: string, place: DropPlace) => void;
  /** Pressed and let go where it was, on a letter of the row or on one that lies in the order. */
  readonly onPress: (responseId: string, on: 'letter' | 'order') => void;
}

function findDrop(event: PointerEvent, scale: RankingScale): DropPlace | null {
  const element = document
    .elementFromPoint(event.clientX, event.clientY)
    ?.closest<HTMLElement>('[data-drop]');
  // Only places of this very ranking: another one may lie under the pointer too.
  if (!element || !event.currentTarget.contains(element)) return null;
  const box = element.getBoundingClientRect();
  const along = (event.clientX - box.left) / Math.max(1, box.width);
  return readDropPlace(element.dataset.drop ?? '', readsFromRight() ? 1 - along : along, scale);
}

/** Drags chips by mouse, pen or finger within one ranking; the chip itself follows the pointer without a render. */
export function useChipDrag({ scale, onDrop, onPress }: ChipDrag) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const grip = useRef<Grip | null>(null);
  const end = () => {
    const { current } = grip;
    if (current !== null) current.chip.style.translate = '';
    grip.current = null;
    setDrag(null);
  };
  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      const chip = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-chip]') : null;
      const responseId = chip?.dataset.chip;
      if (chip === null || responseId === undefined || event.button !== 0) return;
      // The focus stays on the ranking, so that Enter goes on to submit.
      event.preventDefault();
      event.currentTarget.setPointerCapture?.(event.pointerId);
      grip.current = { responseId, chip, x: event.clientX, y: event.clientY };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const { current } = grip;
      if (current === null) return;
      const [dx, dy] = [event.clientX - current.x, event.clientY - current.y];
      if (drag === null && Math.hypot(dx, dy) < slackPx) return;
      current.chip.style.translate = `${dx}px ${dy}px`;
      setDrag({ responseId: current.responseId, over: findDrop(event, scale) });
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      const { current } = grip;
      if (current === null) return;
      const place = drag === null ? null : findDrop(event, scale);
      const wasDragged = drag !== null;
      end();
      if (!wasDragged)
        onPress(current.responseId, current.chip instanceof HTMLButtonElement ? 'letter' : 'order');
      else if (place !== null) onDrop(current.responseId, place);
    },
    onPointerCancel: end,
    onLostPointerCapture: (event: PointerEvent<HTMLElement>) => {
      // A finger is held by the chip first, which loses it to the row at once.
      if (event.target === event.currentTarget) end();
    },
  };
  return { drag, handlers };
}
