import { expect, it } from 'vitest';
import { findNeighbours } from './find-neighbours.ts';

it.each([
  ['in the middle', 'b', true, { place: 2, previous: 'a', next: 'c', needsMore: false }],
  ['at the start', 'a', true, { place: 1, previous: undefined, next: 'b', needsMore: false }],
  ['at the end of what is known', 'c', true, { place: 3, previous: 'b', next: undefined, needsMore: true }],
  ['at the very end', 'c', false, { place: 3, previous: 'b', next: undefined, needsMore: false }],
  ['further on', 'x', true, { place: undefined, previous: undefined, next: undefined, needsMore: true }],
  ['in no list', 'x', false, { place: undefined, previous: undefined, next: undefined, needsMore: false }],
])('an item %s knows its neighbours', (_, itemId, hasMore, expected) => {
  expect(findNeighbours(['a', 'b', 'c'], itemId, hasMore)).toEqual(expected);
});
