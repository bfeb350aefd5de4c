import { describe, expect, it } from 'vitest';
import { boundsOf, boxBetween, isDrawn, moveCorner, moveShape, resizeShape } from './flat-shapes.ts';
import type { BoxShape, PolygonShape } from './region-shape.ts';

const box: BoxShape = { kind: 'box', x: 0.2, y: 0.3, width: 0.4, height: 0.2 };
const triangle: PolygonShape = {
  kind: 'polygon',
  points: [
    [0.2, 0.2],
    [0.6, 0.2],
    [0.4, 0.8],
  ],
};

describe('a box between two corners', () => {
  it('is the same in whatever order they were set', () => {
    expect(boxBetween([0.6, 0.5], [0.2, 0.3])).toEqual(box);
    expect(boxBetween([0.2, 0.5], [0.6, 0.3])).toEqual(box);
  });

  it('stays on the picture', () => {
    expect(boxBetween([-1, 0.5], [2, 3])).toEqual({ kind: 'box', x: 0, y: 0.5, width: 1, height: 0.5 });
  });
});

describe('a shape', () => {
  it('moves, and stops at the edge with its form', () => {
    expect(moveShape(box, [0.1, -0.1])).toEqual({ ...box, x: 0.3, y: 0.2 });
    expect(moveShape(box, [9, 9])).toEqual({ ...box, x: 0.6, y: 0.8 });
    expect(boundsOf(moveShape(triangle, [-9, 9]))).toMatchObject({ x: 0, y: 0.4, width: 0.4, height: 0.6 });
  });

  it('grows from its upper left corner, never over the edge and never to nothing', () => {
    expect(resizeShape(box, [0.1, 0.1])).toEqual({ ...box, width: 0.5, height: 0.3 });
    expect(resizeShape(box, [9, 9])).toEqual({ ...box, width: 0.8, height: 0.7 });
    expect(resizeShape(box, [-9, -9])).toMatchObject({ width: 0.005, height: 0.005 });
    expect(boundsOf(resizeShape(triangle, [0.4, -0.3]))).toMatchObject({ width: 0.8, height: 0.3 });
  });

  it('keeps its other corners when one is put elsewhere', () => {
    expect(moveCorner(box, 0, [0.1, 0.1])).toEqual({ ...box, x: 0.1, y: 0.1, width: 0.5, height: 0.4 });
    expect(moveCorner(box, 2, [0.1, 0.1])).toEqual({ ...box, x: 0.1, y: 0.1, width: 0.1, height: 0.2 });
    expect(moveCorner(triangle, 2, [2, 0.9]).points).toEqual([...triangle.points.slice(0, 2), [1, 0.9]]);
  });

  it('keeps its page', () => {
    const paged = { ...box, page: 3 };
    expect([
      moveShape(paged, [0, 0]).page,
      resizeShape(paged, [0, 0]).page,
      moveCorner(paged, 1, [0, 0]).page,
    ]).toEqual([3, 3, 3]);
  });

  it('counts as drawn only when it can be seen', () => {
    expect([isDrawn(box), isDrawn({ ...box, width: 0.001 }), isDrawn(triangle)]).toEqual([true, false, true]);
    expect(isDrawn({ ...triangle, points: triangle.points.slice(0, 2) })).toBe(false);
  });
});
