import { describe, expect, test } from 'vitest';
import type { RegionShape } from './region-shape.ts';
import { findRegionShapeProblem, type RegionGround } from './validate-region-shape.ts';

const box = { kind: 'box', x: 0.1, y: 0.2, width: 0.3, height: 0.4 } as const;
const triangle = {
  kind: 'polygon',
  points: [
    [0, 0],
    [1, 0],
    [0.5, 1],
  ],
} as const;
const span = { kind: 'time', startMs: 100, endMs: 900 } as const;

describe('a shape', () => {
  test.each<[string, RegionShape, RegionGround?]>([
    ['a box inside', box],
    ['the whole picture', { ...box, x: 0, y: 0, width: 1, height: 1 }],
    ['a box whose sum misses 1 by rounding', { ...box, x: 0.7, width: 0.3 }],
    ['a box on a page', { ...box, page: 3 }, { pages: 3 }],
    ['a triangle', triangle],
    ['a range of time', span],
    ['a range up to the very end', span, { durationMs: 900 }],
    ['a range in a recording of unknown length', span, { durationMs: null }],
  ])('%s can be stored', (_name, shape, ground) => {
    expect(findRegionShapeProblem(shape, ground)).toBeNull();
  });

  test.each<[string, RegionShape, RegExp, RegionGround?]>([
    ['a box beyond the right edge', { ...box, x: 0.8 }, /beyond/],
    ['a box beyond the bottom', { ...box, y: 0.7 }, /beyond/],
    ['a box that starts outside', { ...box, x: -0.1 }, /fractions/],
    ['a box in pixels', { ...box, width: 120 }, /fractions/],
    ['a box with NaN', { ...box, y: Number.NaN }, /fractions/],
    ['a box without width', { ...box, width: 0 }, /above 0/],
    ['a box on page 0', { ...box, page: 0 }, /from 1/],
    ['a box on half a page', { ...box, page: 1.5 }, /from 1/],
    ['a box on a page that is not there', { ...box, page: 4 }, /no page 4/, { pages: 3 }],
    ['a polygon of two points', { ...triangle, points: triangle.points.slice(0, 2) }, /at least 3/],
    ['a polygon of 501 points', { ...triangle, points: Array(501).fill([0, 0]) }, /at most 500/],
    ['a polygon with a point outside', { ...triangle, points: [...triangle.points, [1.1, 0]] }, /fractions/],
    ['a polygon on a page that is not there', { ...triangle, page: 2 }, /no page 2/, { pages: 1 }],
    ['a range that ends where it starts', { ...span, endMs: 100 }, /after it starts/],
    ['a range that ends before it starts', { ...span, endMs: 50 }, /after it starts/],
    ['a range before the beginning', { ...span, startMs: -1 }, /from 0/],
    ['a range in fractions of a millisecond', { ...span, startMs: 0.5 }, /whole/],
    ['a range without an end', { ...span, endMs: Number.POSITIVE_INFINITY }, /whole/],
    ['a range beyond the recording', span, /after the recording/, { durationMs: 899 }],
  ])('%s is refused with a reason', (_name, shape, words, ground) => {
    expect(findRegionShapeProblem(shape, ground)).toMatch(words);
  });
});
