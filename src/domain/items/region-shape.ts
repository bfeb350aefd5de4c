/** Where in an image, a page, a sound or a film something is. Fractions run from 0 (left, top) to 1 (right, bottom). */
export type RegionShape =
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      /** Of a PDF, from 1. */
      readonly page?: number | undefined;
    }
  | {
      readonly kind: 'polygon';
      readonly points: readonly (readonly [number, number])[];
      readonly page?: number | undefined;
    }
  | { readonly kind: 'time'; readonly startMs: number; readonly endMs: number };

export const mostPolygonPoints = 200;

/** Says why a shape cannot be drawn; null where it can. A time is also checked against the length, where it is known. */
export function explainRegionShape(shape: RegionShape, durationMs?: number): string | null {
  if (shape.kind === 'time') return explainTime(shape, durationMs);
  if (shape.page !== undefined && !(Number.isInteger(shape.page) && shape.page >= 1))
    return 'Pages are counted from 1.';
  if (shape.kind === 'box') {
    const { x, y, width, height } = shape;
    const isInside = [x, y, width, height, x + width, y + height].every(isFraction);
    return isInside && width > 0 && height > 0 ? null : 'The box lies beyond the picture. Draw it anew.';
  }
  const { points } = shape;
  if (points.length < 3 || points.length > mostPolygonPoints)
    return `A polygon has 3 to ${mostPolygonPoints} corners; this one has ${points.length}.`;
  return points.flat().every(isFraction) ? null : 'The polygon lies beyond the picture. Draw it anew.';
}

function explainTime(
  { startMs, endMs }: Extract<RegionShape, { kind: 'time' }>,
  durationMs: number | undefined,
): string | null {
  const isOrdered = Number.isFinite(startMs) && Number.isFinite(endMs) && startMs >= 0 && startMs < endMs;
  if (!isOrdered) return 'A range of time starts before it ends. Mark it anew.';
  return durationMs === undefined || endMs <= durationMs
    ? null
    : 'The range goes on after the end. Mark it anew.';
}

/** A little beyond 1 is what adding fractions leaves. */
function isFraction(value: number): boolean {
  return Number.isFinite(value) && value >= 0 && value <= 1 + 1e-9;
}
