/** Where on a picture, a page or in a recording something is. Fractions run from 0 (left, top) to 1 (right, bottom). */
export type RegionShape = BoxShape | PolygonShape | TimeShape;

export interface BoxShape {
  readonly kind: 'box';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Of a document, from 1. */
  readonly page?: number | undefined;
}

export interface PolygonShape {
  readonly kind: 'polygon';
  readonly points: readonly Point[];
  readonly page?: number | undefined;
}

export interface TimeShape {
  readonly kind: 'time';
  readonly startMs: number;
  readonly endMs: number;
}

export type Point = readonly [number, number];
export type FlatShape = BoxShape | PolygonShape;
export type FlatKind = FlatShape['kind'];

export interface RegionMark {
  readonly id: string;
  readonly label: string;
  readonly shape: RegionShape;
}

/** What every viewer takes to show marks and, unless it is read only, to let people make them. */
export interface Marking {
  readonly marks?: readonly RegionMark[] | undefined;
  readonly selectedId?: string | null | undefined;
  readonly isReadOnly?: boolean | undefined;
  /** Which shapes may be drawn; all that the viewer knows if left out. */
  readonly shapes?: readonly RegionShape['kind'][] | undefined;
  readonly onSelect?: ((id: string | null) => void) | undefined;
  readonly onMark?: ((shape: RegionShape) => void) | undefined;
  readonly onChange?: ((id: string, shape: RegionShape) => void) | undefined;
  readonly onRemove?: ((id: string) => void) | undefined;
}

/** Whether people may draw shapes of a kind here. */
export function mayDraw(marking: Marking, kind: RegionShape['kind']): boolean {
  if (marking.isReadOnly || marking.onMark === undefined) return false;
  return marking.shapes === undefined || marking.shapes.includes(kind);
}
