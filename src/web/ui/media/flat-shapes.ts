import type { BoxShape, FlatShape, Point, PolygonShape } from './region-shape.ts';

/** Smaller than this nothing can be grasped. */
export const leastSide = 0.005;

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most));
}

/** Fractions are kept to a tenth of a thousandth: a pixel of a picture of 10,000. */
function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}

export function clampPoint([x, y]: Point): Point {
  return [round(clamp(x, 0, 1)), round(clamp(y, 0, 1))];
}

/** The box between two corners, in whatever order they were set. */
export function boxBetween(one: Point, other: Point): BoxShape {
  const [a, b] = [clampPoint(one), clampPoint(other)];
  const [x, y] = [Math.min(a[0], b[0]), Math.min(a[1], b[1])];
  return {
    kind: 'box',
    x,
    y,
    width: round(Math.max(a[0], b[0]) - x),
    height: round(Math.max(a[1], b[1]) - y),
  };
}

/** The smallest upright box around a shape. */
export function boundsOf(shape: FlatShape): BoxShape {
  if (shape.kind === 'box') return shape;
  const [xs, ys] = [shape.points.map(([x]) => x), shape.points.map(([, y]) => y)];
  return boxBetween([Math.min(...xs), Math.min(...ys)], [Math.max(...xs), Math.max(...ys)]);
}

/** The corners of a shape in drawing order. */
export function cornersOf(shape: FlatShape): readonly Point[] {
  if (shape.kind === 'polygon') return shape.points;
  const { x, y, width, height } = shape;
  return [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ];
}

/** Moves a shape as a whole; at the edge it stops and keeps its form. */
export function moveShape<Shape extends FlatShape>(shape: Shape, [byX, byY]: Point): Shape {
  const bounds = boundsOf(shape);
  const dx = clamp(byX, -bounds.x, 1 - bounds.x - bounds.width);
  const dy = clamp(byY, -bounds.y, 1 - bounds.y - bounds.height);
  if (shape.kind === 'box') return { ...shape, x: round(shape.x + dx), y: round(shape.y + dy) };
  return { ...shape, points: shape.points.map(([x, y]) => clampPoint([x + dx, y + dy])) };
}

/** Makes a shape wider and taller by its lower right corner; the upper left stays. */
export function resizeShape<Shape extends FlatShape>(shape: Shape, [byX, byY]: Point): Shape {
  const bounds = boundsOf(shape);
  const width = round(clamp(bounds.width + byX, leastSide, 1 - bounds.x));
  const height = round(clamp(bounds.height + byY, leastSide, 1 - bounds.y));
  if (shape.kind === 'box') return { ...shape, width, height };
  const scale = (value: number, from: number, was: number, is: number) =>
    was === 0 ? value : from + ((value - from) * is) / was;
  return {
    ...shape,
    points: shape.points.map(([x, y]) =>
      clampPoint([scale(x, bounds.x, bounds.width, width), scale(y, bounds.y, bounds.height, height)]),
    ),
  };
}

/** Puts one corner elsewhere: of a box the opposite one stays, of a polygon all others. */
export function moveCorner<Shape extends FlatShape>(shape: Shape, corner: number, to: Point): Shape {
  if (shape.kind === 'box') {
    const opposite = cornersOf(shape)[(corner + 2) % 4] ?? [0, 0];
    return { ...shape, ...boxBetween(opposite, to) };
  }
  const points = shape.points.map((point, index) => (index === corner ? clampPoint(to) : point));
  return { ...shape, points };
}

/** Whether a shape is large enough to have been meant. */
export function isDrawn(shape: FlatShape): boolean {
  const { width, height } = boundsOf(shape);
  if (shape.kind === 'polygon' && shape.points.length < 3) return false;
  return width >= leastSide && height >= leastSide;
}

export function onPage<Shape extends BoxShape | PolygonShape>(shape: Shape, page: number | undefined): Shape {
  return page === undefined ? shape : { ...shape, page };
}
