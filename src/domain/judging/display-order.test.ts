import { describe, expect, test } from 'vitest';
import { inDisplayOrder, letterAt } from './display-order.ts';

describe('inDisplayOrder', () => {
  test('gives letters in the order on screen', () => {
    expect(inDisplayOrder(['r1', 'r2', 'r3'], [2, 0, 1])).toEqual([
      { letter: 'A', response: 'r3' },
      { letter: 'B', response: 'r1' },
      { letter: 'C', response: 'r2' },
    ]);
  });

  test.each([
    ['too short', [0]],
    ['too long', [0, 1, 0]],
    ['a repeat', [0, 0]],
    ['outside the item', [0, 2]],
  ])('throws on an order with %s', (_name, order) => {
    expect(() => inDisplayOrder(['r1', 'r2'], order)).toThrow(RangeError);
  });

  test('has a letter for each of the nine responses an item may have', () => {
    expect(letterAt(8)).toBe('I');
  });
});
