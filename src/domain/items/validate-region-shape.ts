import type { RegionShape } from './region-shape.ts';

/** What a shape is drawn on, as far as it is known. */
export interface RegionGround {
  readonly durationMs?: number | null | undefined;
  readonly pages?: number | null | undefined;
}

/** More corners than a hand draws. */
export const maxPolygonPoints = 500;

/** Sums of fractions miss 1 by a rounding error. */
const slack = 1e-9;

function isFraction(value: number): boolean {
  return Number.isFinite(value) && value >= 0 && value <= 1;
}

function findPageProblem(page: number | undefined, { pages }: RegionGround): string | null {
  if (page === undefined) return null;
  if (!Number.isInteger(page) || page < 1) return 'A page is a whole number from 1.';
  if (typeof pages === 'number' && page > pages)
    return `The document has ${pages} pages; there is no page ${page}.`;
  return null;
}

function findBoxProblem({ x, y, width, height }: Extract<RegionShape, { kind: 'box' }>): string | null {
  if (![x, y, width, height].every(isFraction))
    return 'A box is given in fractions of the picture, each from 0 to 1.';
  if (width === 0 || height === 0) return 'A box needs a width and a height above 0.';
  if (x + width > 1 + slack || y + height > 1 + slack) return 'The box reaches beyond the picture.';
  return null;
}

function findPolygonProblem({ points }: Extract<RegionShape, { kind: 'polygon' }>): string | null {
  if (points.length < 3) return 'A polygon needs at least 3 points.';
  if (points.length > maxPolygonPoints) return `A polygon has at most ${maxPolygonPoints} points.`;
  if (!points.every((point) => point.length === 2 && point.every(isFraction)))
    return 'The points of a polygon are fractions of the picture, each from 0 to 1.';
  return null;
}

function findTimeProblem(
  { startMs, endMs }: Extract<RegionShape, { kind: 'time' }>,
  { durationMs }: RegionGround,
): string | null {
  if (!Number.isInteger(startMs) || !Number.isInteger(endMs) || startMs < 0)
    return 'A range of time is given in whole milliseconds from 0.';
  if (startMs >= endMs) return 'A range of time must end after it starts.';
  if (typeof durationMs === 'number' && endMs > durationMs) return 'The range ends after the recording does.';
  return null;
}

/** Says in words what is wrong with a shape; null where it can be stored. */
export function findRegionShapeProblem(shape: RegionShape, ground: RegionGround = {}): string | null {
  switch (shape.kind) {
    case 'box':
      return findBoxProblem(shape) ?? findPageProblem(shape.page, ground);
    case 'polygon':
      return findPolygonProblem(shape) ?? findPageProblem(shape.page, ground);
    case 'time':
      return findTimeProblem(shape, ground);
  }
}
