import { expect, it } from 'vitest';
import { nextIndex } from './next-index.ts';

const labels = ['Rename', 'Share', 'Remove'];

it.each([
  ['goes down', 'ArrowDown', 0, 1],
  ['goes round at the end', 'ArrowDown', 2, 0],
  ['goes up round the beginning', 'ArrowUp', 0, 2],
  ['goes to the end', 'End', 0, 2],
  ['goes to the beginning', 'Home', 2, 0],
  ['finds the next act by its first letter', 'r', 0, 2],
  ['finds an earlier act by its first letter', 'R', 2, 0],
  ['stays for a letter that begins nothing', 'z', 0, undefined],
  ['stays for a key that means something else', 'Escape', 0, undefined],
])('the focus %s', (_, key, at, expected) => {
  expect(nextIndex(key, at, labels)).toBe(expected);
});
