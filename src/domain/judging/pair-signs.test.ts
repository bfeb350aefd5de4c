import { expect, test } from 'vitest';
import type { RankingAnswer } from './answers.ts';
import { listPairSigns, ranksOf } from './pair-signs.ts';

const responseIds = ['r1', 'r2', 'r3'];

test.each<[string, RankingAnswer, Record<string, number>]>([
  [
    'an order',
    { verdict: 'ranked', groups: [['r3'], ['r1'], ['r2']] },
    { 'r1-r2': -1, 'r1-r3': 1, 'r2-r3': 1 },
  ],
  [
    'a tie as 0',
    { verdict: 'ranked', groups: [['r2'], ['r1', 'r3']] },
    { 'r1-r2': 1, 'r1-r3': 0, 'r2-r3': -1 },
  ],
  [
    'nothing about one that could not be ranked',
    { verdict: 'ranked', groups: [['r2'], ['r1']], unrankable: ['r3'] },
    { 'r1-r2': 1 },
  ],
  ['nothing where all are bad', { verdict: 'all_bad' }, {}],
  [
    'the middle between best and worst',
    { verdict: 'best_worst', best: 'r2', worst: 'r1' },
    { 'r1-r2': 1, 'r1-r3': 1, 'r2-r3': -1 },
  ],
])('a ranking compares %s', (_name, answer, expected) => {
  expect(Object.fromEntries(listPairSigns(answer, responseIds))).toEqual(expected);
});

test('of best and worst of four, the two between are not compared', () => {
  const answer: RankingAnswer = { verdict: 'best_worst', best: 'r1', worst: 'r4' };
  const keys = listPairSigns(answer, [...responseIds, 'r4']).map(([key]) => key);
  expect(keys).toEqual(['r1-r2', 'r1-r3', 'r1-r4', 'r2-r4', 'r3-r4']);
});

test('those that are tied share a rank, and the next one comes after all of them', () => {
  expect([...ranksOf([['a'], ['b', 'c'], ['d']])]).toEqual([
    ['a', 1],
    ['b', 2],
    ['c', 2],
    ['d', 4],
  ]);
});
