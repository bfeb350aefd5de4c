import { type Marking, mayDraw, type TimeShape } from './region-shape.ts';
import type { KeyTable } from './viewer-keys.ts';

interface Ground {
  readonly durationMs: number | null;
}

const leastMs = 10;

/** A range between two places, in whichever order they were set, within the recording; null where it is too short. */
export function rangeBetween(one: number, other: number, { durationMs }: Ground): TimeShape | null {
  const most = durationMs ?? Number.MAX_SAFE_INTEGER;
  const [startMs = 0, endMs = 0] = [one, other]
    .map((ms) => Math.round(Math.min(Math.max(ms, 0), most)))
    .sort((a, b) => a - b);
  return endMs - startMs < leastMs ? null : { kind: 'time', startMs, endMs };
}

/** Moves the start, the end, or both by some milliseconds; what would leave nothing changes nothing. */
export function shiftRange(
  shape: TimeShape,
  by: { readonly startMs?: number; readonly endMs?: number },
  ground: Ground,
): TimeShape {
  const start = shape.startMs + (by.startMs ?? 0);
  const end = shape.endMs + (by.endMs ?? 0);
  if (by.startMs !== undefined && by.endMs !== undefined && (start < 0 || end > (ground.durationMs ?? end)))
    return shape;
  return end - start < leastMs ? shape : (rangeBetween(start, end, ground) ?? shape);
}

interface TimeKeys {
  readonly marking: Marking;
  readonly ground: Ground;
  readonly playRange: (startMs: number, endMs: number) => void;
}

const stepMs = 100;

/** Keys for the selected range: it is moved and resized in tenths of a second, played and removed. */
export function timeMarkKeys({ marking, ground, playRange }: TimeKeys): KeyTable {
  const selected = marking.marks?.find((mark) => mark.id === marking.selectedId);
  if (selected?.shape.kind !== 'time') return {};
  const { id, shape } = selected;
  const always = {
    Enter: () => playRange(shape.startMs, shape.endMs),
    Escape: () => marking.onSelect?.(null),
  };
  if (marking.isReadOnly) return always;
  const shift = (by: { startMs?: number; endMs?: number }) => () =>
    marking.onChange?.(id, shiftRange(shape, by, ground));
  const remove = () => marking.onRemove?.(id);
  return {
    ...always,
    'Alt+ArrowLeft': shift({ startMs: -stepMs, endMs: -stepMs }),
    'Alt+ArrowRight': shift({ startMs: stepMs, endMs: stepMs }),
    'Alt+Shift+ArrowLeft': shift({ endMs: -stepMs }),
    'Alt+Shift+ArrowRight': shift({ endMs: stepMs }),
    Delete: remove,
    Backspace: remove,
  };
}

/** Whether ranges may be set here. */
export function mayMarkTime(marking: Marking): boolean {
  return mayDraw(marking, 'time');
}
