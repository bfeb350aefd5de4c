import { expect, test } from 'vitest';
import { seededRandom } from '#stats/random/seeded-random.ts';
import { logisticRegression } from './logistic-regression.ts';

const intercept = (outcomes: readonly number[], ridge = 0) =>
  logisticRegression({
    features: new Float64Array(outcomes.length).fill(1),
    featureCount: 1,
    outcomes,
    ridge: [ridge],
  });

test('an intercept alone is the log-odds of the share, with its textbook standard error', () => {
  const fit = intercept([...Array(30).fill(1), ...Array(10).fill(0)] as number[]);
  expect(fit?.coefficients[0]).toBeCloseTo(Math.log(3), 10);
  expect(fit?.standardErrors[0]).toBeCloseTo(1 / Math.sqrt(40 * 0.75 * 0.25), 8);
});

test('a slope on two groups is the logarithm of their odds ratio', () => {
  // 12 of 20 with the feature, 5 of 20 without it.
  const rows = Array.from({ length: 40 }, (_, row) => [1, row < 20 ? 1 : 0]);
  const outcomes = rows.map((_, row) => (row < 12 || (row >= 20 && row < 25) ? 1 : 0));
  const fit = logisticRegression({
    features: Float64Array.from(rows.flat()),
    featureCount: 2,
    outcomes,
    ridge: [0, 0],
  });
  expect(fit?.coefficients[1]).toBeCloseTo(Math.log(12 / 8 / (5 / 15)), 9);
  expect(fit?.standardErrors[1]).toBeCloseTo(Math.sqrt(1 / 12 + 1 / 8 + 1 / 5 + 1 / 15), 6);
});

test('outcomes that are all the same have a fit only with a ridge, and a finite one', () => {
  expect(intercept([1, 1, 1, 1])).toBeNull();
  const fit = intercept([1, 1, 1, 1], 1);
  expect(fit?.coefficients[0]).toBeGreaterThan(0);
  expect(fit?.coefficients[0]).toBeLessThan(3);
});

test('a feature that is another one twice over has a fit only with a ridge, which shares it between them', () => {
  const outcomes = [1, 1, 0, 1, 0, 1];
  const features = Float64Array.from(outcomes.flatMap(() => [1, 1]));
  expect(logisticRegression({ features, featureCount: 2, outcomes, ridge: [0, 0] })).toBeNull();
  const fit = logisticRegression({ features, featureCount: 2, outcomes, ridge: [0.1, 0.1] });
  expect(fit?.coefficients[0]).toBeCloseTo(fit?.coefficients[1] ?? 0, 9);
});

test('rows that stand four times in one cluster say hardly more than once', () => {
  const once = Array.from({ length: 60 }, (_, row) => (row % 3 === 0 ? 0 : 1));
  const outcomes = once.flatMap((outcome) => [outcome, outcome, outcome, outcome]);
  const features = new Float64Array(outcomes.length).fill(1);
  const clusters = outcomes.map((_, row) => Math.floor(row / 4));
  const clustered = logisticRegression({ features, featureCount: 1, outcomes, clusters, ridge: [0] });
  expect(clustered?.standardErrors[0]).toBeCloseTo(intercept(once)?.standardErrors[0] ?? 0, 6);
});

test('95 % intervals hold the true slope about that often', () => {
  const truth = 0.8;
  let held = 0;
  for (let seed = 0; seed < 200; seed++) {
    const random = seededRandom(seed);
    const rows = Array.from({ length: 200 }, () => [1, 2 * random.next() - 1]);
    const outcomes = rows.map(([, x = 0]) => (random.next() < 1 / (1 + Math.exp(-truth * x)) ? 1 : 0));
    const features = Float64Array.from(rows.flat());
    const fit = logisticRegression({ features, featureCount: 2, outcomes, ridge: [0, 0] });
    const distance = Math.abs((fit?.coefficients[1] ?? Infinity) - truth);
    if (distance <= 1.96 * (fit?.standardErrors[1] ?? 0)) held += 1;
  }
  expect(held / 200).toBeGreaterThan(0.91);
  expect(held / 200).toBeLessThan(0.99);
});

test('columns that do not fit each other are refused', () => {
  expect(() =>
    logisticRegression({ features: new Float64Array(3), featureCount: 2, outcomes: [1], ridge: [0, 0] }),
  ).toThrow(RangeError);
});
