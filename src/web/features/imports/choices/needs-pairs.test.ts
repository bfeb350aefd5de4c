import { expect, it } from 'vitest';
import { needsPairs } from './needs-pairs.ts';

it.each([
  ['each line makes one item', [1, 2, 3], 'all' as const, false],
  ['a line makes several pairs', [1, 1, 2], 'all' as const, true],
  ['only the best and worst were asked for', [1, 2], 'best_vs_worst' as const, true],
  ['there are no rows', [], 'all' as const, false],
])('asks which pairs when %s: %s, %s', (_, lines, chosen, expected) => {
  expect(
    needsPairs(
      lines.map((line) => ({ line })),
      chosen,
    ),
  ).toBe(expected);
});
