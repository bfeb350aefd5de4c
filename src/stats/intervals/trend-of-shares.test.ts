import { expect, test } from 'vitest';
import { seededRandom } from '#stats/random/seeded-random.ts';
import { trendOfShares } from './trend-of-shares.ts';

test('a trend is positive where shares rise, and the same the other way round', () => {
  const rising = [0.1, 0.2, 0.3].map((share, at) => ({ at, n: 100, share }));
  expect(trendOfShares(rising)).toBeCloseTo(20 / Math.sqrt(32), 12);
  expect(trendOfShares(rising.map((row) => ({ ...row, at: -row.at })))).toBeCloseTo(-20 / Math.sqrt(32), 12);
});

test.each([
  ['no rows', []],
  ['one place', [{ at: 3, n: 10, share: 0.5 }]],
  ['only failures', [0, 1].map((at) => ({ at, n: 10, share: 0 }))],
  ['only successes', [0, 1].map((at) => ({ at, n: 10, share: 1 }))],
])('there is no trend with %s', (_, rows) => {
  expect(trendOfShares(rows)).toBe(0);
});

test('without a trend one in a hundred falls below −2.33', () => {
  const random = seededRandom(5);
  let below = 0;
  const rounds = 20_000;
  for (let round = 0; round < rounds; round++) {
    const rows = [40, 60, 100, 40].map((n, at) => {
      let count = 0;
      for (let draw = 0; draw < n; draw++) if (random.next() < 0.62) count++;
      return { at, n, share: count / n };
    });
    if (trendOfShares(rows) <= -2.33) below++;
  }
  expect(below / rounds).toBeGreaterThan(0.007);
  expect(below / rounds).toBeLessThan(0.013);
});
