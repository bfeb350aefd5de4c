import { expect, it } from 'vitest';
import { describeShownOrder } from './shown-order.ts';

it.each([
  ['a pair', ['r2', 'r1'], 'saw 2 as A, 1 as B'],
  ['three responses', ['r3', 'r1', 'r2'], 'saw 3, 1, 2'],
  ['a single response', ['r1'], ''],
  ['an unknown response', ['r9', 'r1'], ''],
  ['no order', [], ''],
])('the order of %s is told in words', (_, shown, words) => {
  expect(describeShownOrder(shown, ['r1', 'r2', 'r3'])).toBe(words);
});
