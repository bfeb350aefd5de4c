import { describe, expect, it } from 'vitest';
import { dropIndex } from './drop-index.ts';

describe('a dragged row', () => {
  const middles = [20, 60, 100, 140];
  it.each([
    ['stays where it is', 1, 60, 1],
    ['goes to the top', 2, -50, 0],
    ['passes one row', 0, 61, 1],
    ['goes to the end', 0, 900, 3],
    ['does not count itself', 3, 139, 3],
  ])('%s', (_, dragged, pointer, expected) => {
    expect(dropIndex(middles, dragged, pointer)).toBe(expected);
  });
});
