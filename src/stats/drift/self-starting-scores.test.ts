import { expect, test } from 'vitest';
import { normalQuantile } from '#stats/intervals/normal-quantile.ts';
import { seededRandom } from '#stats/random/seeded-random.ts';
import { selfStartingScores } from './self-starting-scores.ts';

const normals = (seed: number, count: number) => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => normalQuantile(random.next() || 0.5));
};

test('steady values score as a standard normal distribution from early on', () => {
  const scores = Array.from({ length: 400 }, (_, seed) => selfStartingScores(normals(seed, 12)).slice(4));
  const all = scores.flatMap((each) => [...each]);
  const mean = all.reduce((sum, score) => sum + score, 0) / all.length;
  const variance = all.reduce((sum, score) => sum + (score - mean) ** 2, 0) / all.length;
  expect(Math.abs(mean)).toBeLessThan(0.05);
  expect(variance).toBeGreaterThan(0.92);
  expect(variance).toBeLessThan(1.05);
});

test('neither place nor scale of the values matters', () => {
  const values = normals(7, 40);
  const scores = selfStartingScores(values);
  const moved = selfStartingScores(values.map((value) => 1_000 + 30 * value));
  scores.forEach((score, place) => {
    expect(moved[place]).toBeCloseTo(score, 8);
  });
});

test('the first two values, values without any spread and a wild one are held in check', () => {
  expect([...selfStartingScores([5, 5, 5, 5])]).toEqual([0, 0, 0, 0]);
  expect([...selfStartingScores([])]).toEqual([]);
  expect(selfStartingScores([...normals(1, 30), 1e9])[30]).toBe(3);
});
