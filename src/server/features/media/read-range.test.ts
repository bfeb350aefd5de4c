import { expect, test } from 'vitest';
import { readRange } from './read-range.ts';

test.each<[string | undefined, ReturnType<typeof readRange>]>([
  [undefined, null],
  ['bytes=0-', { start: 0, end: 9 }],
  ['bytes=0-0', { start: 0, end: 0 }],
  ['bytes=9-9', { start: 9, end: 9 }],
  ['bytes=3-5', { start: 3, end: 5 }],
  ['bytes=3-99', { start: 3, end: 9 }],
  ['bytes=3-999999999999999', { start: 3, end: 9 }],
  ['bytes=-3', { start: 7, end: 9 }],
  ['bytes=-99', { start: 0, end: 9 }],
  ['Bytes=1-2', { start: 1, end: 2 }],
  ['bytes=10-', 'beyond'],
  ['bytes=10-20', 'beyond'],
  ['bytes=-0', 'beyond'],
  ['bytes=5-3', null],
  ['bytes=-', null],
  ['bytes=', null],
  ['bytes=a-b', null],
  ['bytes=1.5-2', null],
  ['bytes=--1', null],
  ['bytes=0-1,3-4', null],
  ['lines=0-1', null],
  ['bytes=99999999999999999999-', null],
])('of ten bytes, "%s" asks for %o', (header, range) => {
  expect(readRange(header, 10)).toEqual(range);
});
