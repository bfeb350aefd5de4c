import { type PointerEvent, useReducer } from 'react';
import { boxBetween, isDrawn, moveCorner, moveShape, onPage, resizeShape } from './flat-shapes.ts';
import { type FlatKind, type FlatShape, type Marking, mayDraw, type Point } from './region-shape.ts';
import {
  addCorner,
  beginDraft,
  dropCorner,
  finishDraft,
  nudgeDraft,
  type ShapeDraft,
} from './shape-draft.ts';
import type { KeyTable } from './viewer-keys.ts';

interface Drag {
  readonly id: string;
  readonly from: Point;
  readonly shape: FlatShape;
  /** Of the shape; null where it is moved as a whole. */
  readonly corner: number | null;
}

interface EditorState {
  /** What a pointer draws just now; null where it only selects and pans. */
  readonly tool: FlatKind | null;
  readonly draft: ShapeDraft | null;
  /** Where a pointer began to draw a box. */
  readonly drawnFrom: Point | null;
  readonly drag: Drag | null;
  /** The dragged shape as it would become. */
  readonly preview: { readonly id: string; readonly shape: FlatShape } | null;
}

const idle: EditorState = { tool: null, draft: null, drawnFrom: null, drag: null, preview: null };
const change = (state: EditorState, more: Partial<EditorState>): EditorState => ({ ...state, ...more });

/** The place of a pointer as fractions of the element that it is on. */
function placeOf(event: PointerEvent): Point {
  const frame = event.currentTarget.getBoundingClientRect();
  return [
    (event.clientX - frame.left) / (frame.width || 1),
    (event.clientY - frame.top) / (frame.height || 1),
  ];
}

export interface ShapeEditor {
  readonly state: EditorState;
  readonly keys: KeyTable;
  /** Takes a tool in hand, or lays it away. */
  pick(kind: FlatKind): void;
  readonly pointer: {
    onPointerDown(event: PointerEvent): void;
    onPointerMove(event: PointerEvent): void;
    onPointerUp(event: PointerEvent): void;
    onPointerCancel(event: PointerEvent): void;
  };
  /** Begins to drag a shape, or one of its corners, from where the pointer is on the layer. */
  grasp(mark: { id: string; shape: FlatShape }, corner: number | null): (event: PointerEvent) => void;
}

/** Drawing and changing boxes and polygons, by pointer and by keys. Everything that comes of it goes through the marking. */
export function useShapeEditor(marking: Marking, page?: number): ShapeEditor {
  const [state, set] = useReducer(change, idle);
  const draw = (draft: ShapeDraft) => {
    const shape = finishDraft(draft, page);
    if (shape === null) return;
    marking.onMark?.(shape);
    set(idle);
  };
  const pick = (kind: FlatKind) => {
    if (!mayDraw(marking, kind)) return;
    set(state.tool === kind ? idle : { ...idle, tool: kind, draft: beginDraft(kind) });
  };
  return {
    state,
    pick,
    keys: keysOf({ state, set, marking, pick, draw }),
    pointer: pointerOf({ state, set, marking, page, draw }),
    grasp: (mark, corner) => (event) => {
      if (marking.isReadOnly || state.tool !== null || event.button !== 0) return;
      const layer = event.currentTarget.closest('[data-shape-layer]');
      const frame = layer?.getBoundingClientRect();
      if (!frame) return;
      const from: Point = [
        (event.clientX - frame.left) / (frame.width || 1),
        (event.clientY - frame.top) / (frame.height || 1),
      ];
      marking.onSelect?.(mark.id);
      set({ drag: { ...mark, from, corner } });
    },
  };
}

interface Hands {
  readonly state: EditorState;
  readonly set: (more: Partial<EditorState>) => void;
  readonly marking: Marking;
  readonly draw: (draft: ShapeDraft) => void;
}

const step = 0.01;
const directions: readonly (readonly [string, Point])[] = [
  ['ArrowLeft', [-step, 0]],
  ['ArrowRight', [step, 0]],
  ['ArrowUp', [0, -step]],
  ['ArrowDown', [0, step]],
];

function keysOf({ state, set, marking, draw, pick }: Hands & { pick: (kind: FlatKind) => void }): KeyTable {
  const { draft } = state;
  const start = {
    b: mayDraw(marking, 'box') && (() => pick('box')),
    p: mayDraw(marking, 'polygon') && (() => pick('polygon')),
  };
  if (draft !== null) {
    const nudge = (by: Point, resize: boolean) => () => set({ draft: nudgeDraft(draft, by, resize) });
    return {
      ...start,
      ...arrowKeys(nudge),
      Enter: () => draw(draft),
      ' ': draft.kind === 'polygon' && (() => set({ draft: addCorner(draft) })),
      Backspace: draft.kind === 'polygon' && (() => set({ draft: dropCorner(draft) })),
      Escape: () => set(idle),
    };
  }
  return { ...start, ...keysOfSelected(marking) };
}

function arrowKeys(act: (by: Point, resize: boolean) => () => void): KeyTable {
  return Object.fromEntries(
    directions.flatMap(([key, [x, y]]) => [
      [key, act([x, y], false)],
      [`Shift+${key}`, act([x, y], true)],
      [`Alt+${key}`, act([x / 5, y / 5], false)],
      [`Alt+Shift+${key}`, act([x / 5, y / 5], true)],
    ]),
  );
}

function keysOfSelected(marking: Marking): KeyTable {
  const selected = marking.marks?.find((mark) => mark.id === marking.selectedId);
  if (selected === undefined || selected.shape.kind === 'time') return {};
  const { id, shape } = selected;
  const leave = { Escape: () => marking.onSelect?.(null) };
  if (marking.isReadOnly) return leave;
  const remove = () => marking.onRemove?.(id);
  return {
    ...leave,
    ...arrowKeys(
      (by, resize) => () => marking.onChange?.(id, resize ? resizeShape(shape, by) : moveShape(shape, by)),
    ),
    Delete: remove,
    Backspace: remove,
  };
}

function pointerOf(hands: Hands & { page: number | undefined }): ShapeEditor['pointer'] {
  const { state, set, marking, page } = hands;
  return {
    onPointerDown(event) {
      if (state.tool === null || event.button !== 0) return;
      // Panning and selecting of text would begin as well.
      event.preventDefault();
      event.stopPropagation();
      event.currentTarget.setPointerCapture?.(event.pointerId);
      (event.currentTarget.closest('[tabindex]') as HTMLElement | null)?.focus({ preventScroll: true });
      const at = placeOf(event);
      if (state.tool === 'box') set({ drawnFrom: at, draft: { kind: 'box', box: boxBetween(at, at) } });
      else addByPointer(hands, at);
    },
    onPointerMove(event) {
      const at = placeOf(event);
      if (state.drag !== null) {
        const { id, shape, corner, from } = state.drag;
        const moved =
          corner === null
            ? moveShape(shape, [at[0] - from[0], at[1] - from[1]])
            : moveCorner(shape, corner, at);
        set({ preview: { id, shape: moved } });
      } else if (state.drawnFrom !== null)
        set({ draft: { kind: 'box', box: boxBetween(state.drawnFrom, at) } });
    },
    onPointerUp() {
      if (state.preview !== null && isDrawn(state.preview.shape))
        marking.onChange?.(state.preview.id, state.preview.shape);
      if (state.drawnFrom === null) set({ drag: null, preview: null });
      else if (state.draft?.kind === 'box' && isDrawn(state.draft.box)) {
        marking.onMark?.(onPage(state.draft.box, page));
        set(idle);
      } else set({ drawnFrom: null });
    },
    onPointerCancel: () => set({ drag: null, preview: null, drawnFrom: null }),
  };
}

/** Near enough to the first corner to mean it. */
const closingDistance = 0.02;

function addByPointer({ state, set, draw }: Hands, at: Point): void {
  const { draft } = state;
  if (draft?.kind !== 'polygon') return;
  const [first] = draft.points;
  const closes =
    first !== undefined &&
    draft.points.length >= 3 &&
    Math.hypot(first[0] - at[0], first[1] - at[1]) < closingDistance;
  if (closes) draw(draft);
  else set({ draft: addCorner({ ...draft, cursor: at }) });
}
