import { boxBetween, clampPoint, isDrawn, moveShape, onPage, resizeShape } from './flat-shapes.ts';
import type { BoxShape, FlatKind, FlatShape, Point } from './region-shape.ts';

/** A shape that is being drawn: a box, or the corners of a polygon and where the next one would go. */
export type ShapeDraft =
  | { readonly kind: 'box'; readonly box: BoxShape }
  | { readonly kind: 'polygon'; readonly points: readonly Point[]; readonly cursor: Point };

/** Begins in the middle, where a person who draws with keys can see it. */
export function beginDraft(kind: FlatKind): ShapeDraft {
  return kind === 'box'
    ? { kind, box: boxBetween([0.4, 0.4], [0.6, 0.6]) }
    : { kind, points: [], cursor: [0.5, 0.5] };
}

export function nudgeDraft(draft: ShapeDraft, by: Point, resize: boolean): ShapeDraft {
  if (draft.kind === 'box')
    return { ...draft, box: resize ? resizeShape(draft.box, by) : moveShape(draft.box, by) };
  return { ...draft, cursor: clampPoint([draft.cursor[0] + by[0], draft.cursor[1] + by[1]]) };
}

export function addCorner(draft: ShapeDraft): ShapeDraft {
  return draft.kind === 'box' ? draft : { ...draft, points: [...draft.points, draft.cursor] };
}

export function dropCorner(draft: ShapeDraft): ShapeDraft {
  return draft.kind === 'box' ? draft : { ...draft, points: draft.points.slice(0, -1) };
}

/** The shape as it would be now; null while it is none yet. */
export function finishDraft(draft: ShapeDraft, page: number | undefined): FlatShape | null {
  const shape: FlatShape = draft.kind === 'box' ? draft.box : { kind: 'polygon', points: draft.points };
  return isDrawn(shape) ? onPage(shape, page) : null;
}
