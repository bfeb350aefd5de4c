import { expect, test } from 'vitest';
import { groupByUnit } from './group-by-unit.ts';

test('groupByUnit gathers values in the order of first appearance', () => {
  expect(groupByUnit({ unitIds: ['b', 'a', 'b'], values: [1, 2, 3] })).toEqual([[1, 3], [2]]);
});

test('groupByUnit makes nothing of nothing', () => {
  expect(groupByUnit({ unitIds: [], values: [] })).toEqual([]);
});
