import { expect, test } from 'vitest';
import { type SeenPair, votesOf } from '#domain/people-quality/seen-work.fixture.ts';
import { mostWatched, watchSeries } from './watch-series.ts';

/** Ana and Ben say the same; Cleo differs on every third, and is as quick as she is told. */
const pairs = (count: number, { cleoMs = 20_000, settledUntil = count } = {}): SeenPair[] =>
  Array.from({ length: count }, (_, place) => ({
    votes: ['ana', 'ben', 'cleo'].map((by) => ({
      by,
      value: by === 'cleo' && place % 3 === 0 ? 1 : -1,
      activeMs: by === 'cleo' ? cleoMs : 20_000,
      isSettled: place < settledUntil,
    })),
  }));

const seriesOf = (votes: readonly SeenPair[], by: string) => {
  const series = watchSeries(votesOf(votes)).find(({ annotatorId }) => annotatorId === by);
  if (series === undefined) throw new Error(`nothing on ${by}`);
  return series;
};
const sharesOf = (points: readonly { readonly share: number }[]) => points.map(({ share }) => share);

test('agreement is the share of others who said the same, oldest first', () => {
  const votes = pairs(12);
  expect(sharesOf(seriesOf(votes, 'cleo').agreement)).toEqual([0, 1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 1]);
  const ana = seriesOf(votes, 'ana').agreement;
  expect(sharesOf(ana)).toEqual([0.5, 1, 1, 0.5, 1, 1, 0.5, 1, 1, 0.5, 1, 1]);
  expect(ana.map(({ atMs }) => atMs)).toEqual(ana.map(({ atMs }) => atMs).toSorted((a, b) => a - b));
});

test('what can still be amended is no evidence of agreement', () => {
  expect(seriesOf(pairs(12, { settledUntil: 5 }), 'cleo').agreement).toHaveLength(5);
});

test.each([
  [7_900, 1],
  [8_000, 0],
  [20_000, 0],
])('a task done in %d ms where others need 20 s counts %d as quick', (cleoMs, share) => {
  const votes = pairs(20, { cleoMs });
  expect(new Set(sharesOf(seriesOf(votes, 'cleo').quick))).toEqual(new Set([share]));
  expect(new Set(sharesOf(seriesOf(votes, 'ana').quick))).toEqual(new Set([0]));
});

test('with too few others at a length nobody is called quick, and only the newest judgments are kept', () => {
  expect(seriesOf(pairs(4, { cleoMs: 100 }), 'cleo').quick).toEqual([]);
  const many = seriesOf(pairs(mostWatched + 10), 'ben');
  expect([many.agreement.length, many.quick.length]).toEqual([mostWatched, mostWatched]);
});

test('of every two it is told whether the first shown and the longer one was taken, ties left out', () => {
  const texts = ['short', 'a much longer answer'] as const;
  const took = (value: number, isSwapped = false): SeenPair => ({
    texts,
    votes: [{ by: 'ana', value, isSwapped }],
  });
  // r1 is the short one and shown first unless swapped; below 0 it is preferred.
  const votes = [took(-1), took(2), took(0), took(-1, true), took(3, true)];
  const series = seriesOf(votes, 'ana');
  expect(sharesOf(series.first)).toEqual([1, 0, 0, 1]);
  expect(sharesOf(series.longer)).toEqual([0, 1, 0, 1]);
  const alike = { texts: ['same length', 'length same'], votes: [{ by: 'ana', value: 1 }] } as const;
  expect(seriesOf([...votes, alike], 'ana').longer).toHaveLength(4);
  expect(seriesOf([...votes, alike], 'ana').first).toHaveLength(5);
});
