import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '#stats/random/seeded-random.ts';
import { confidentLearning } from './confident-learning.ts';
import { crowdBradleyTerry } from './crowd-bradley-terry.ts';
import { crowdlab } from './crowdlab.ts';
import { groupLabels } from './group-labels.ts';
import { itemRatings } from './item-ratings.ts';
import { labelIssues } from './label-issues.ts';
import { labelUncertainty } from './label-uncertainty.ts';
import { mmsr } from './mmsr.ts';
import { noisyBradleyTerry } from './noisy-bradley-terry.ts';
import { ratingEffects } from './rating-effects.ts';

function expectClose(actual: ArrayLike<number | null>, wanted: ArrayLike<number>, digits = 6): void {
  expect(actual.length).toBe(wanted.length);
  Array.from(wanted).forEach((value, index) => {
    expect(actual[index]).toBeCloseTo(value, digits);
  });
}

/** Every annotator rates every item but one in five, from these values and effects. */
function rate(values: readonly number[], effects: readonly (readonly [offset: number, scale: number])[]) {
  const rows = values.flatMap((value, item) =>
    effects.flatMap(([offset, scale], annotator) =>
      (item + 2 * annotator) % 5 === 0 ? [] : [{ item, annotator, rating: offset + scale * value }],
    ),
  );
  return {
    item: rows.map((row) => row.item),
    annotator: rows.map((row) => row.annotator),
    rating: rows.map((row) => row.rating),
  };
}

describe('Ratings adjusted for annotators', () => {
  const some = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 5, maxLength: 8 });

  it('find exact differences of items and of offsets again', () => {
    fc.assert(
      fc.property(some, some, (values, offsets) => {
        const ratings = rate(
          values,
          offsets.map((offset) => [offset, 1]),
        );
        const fit = ratingEffects({ ratings, effects: 'offset' });
        const items = fit.items.map(({ value }) => value ?? Number.NaN);
        expectClose(
          items.map((value) => value - (items[0] ?? 0)),
          values.map((value) => value - (values[0] ?? 0)),
        );
        const first = fit.offsets[0] ?? 0;
        expectClose(
          fit.offsets.map((offset) => (offset ?? 0) - first),
          offsets.map((offset) => offset - (offsets[0] ?? 0)),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('find who uses how much of the scale', () => {
    const effects = [
      [0, 1],
      [1, 0.5],
      [-1, 1.5],
      [2, 1],
      [0, 2],
    ] as const;
    const ratings = rate([1, 2, 3, 4, 5, 7, 8, 9], effects);
    const { scales, items, residualDeviation } = ratingEffects({ ratings, effects: 'offset_and_scale' });
    const first = scales[0] ?? 1;
    expectClose(
      scales.map((scale) => (scale ?? 0) / first),
      effects.map(([, scale]) => scale),
      5,
    );
    const step = (items[1]?.value ?? 0) - (items[0]?.value ?? 0);
    expect(((items[7]?.value ?? 0) - (items[0]?.value ?? 0)) / step).toBeCloseTo(8, 4);
    expect(residualDeviation).toBeLessThan(1e-5);
  });

  it.each(['offset', 'offset_and_scale'] as const)('%s: no other parameter would fit better', (effects) => {
    const random = seededRandom(3);
    const ratings = rate(
      [1, 2, 3, 4, 5, 6],
      [
        [0, 1],
        [1, 0.7],
        [-1, 1.2],
        [0.5, 1],
      ],
    );
    const noisy = { ...ratings, rating: ratings.rating.map((rating) => rating + random.below(1000) / 1000) };
    const fit = ratingEffects({ ratings: noisy, effects });
    expect(fit.converged).toBe(true);
    const parameters = {
      values: fit.items.map(({ value }) => value ?? 0),
      offsets: fit.offsets.map((offset) => offset ?? 0),
      scales: fit.scales.map((scale) => scale ?? 0),
    };
    const rest = () =>
      noisy.rating.reduce((sum, rating, row) => {
        const by = noisy.annotator[row] ?? 0;
        const fitted =
          (parameters.offsets[by] ?? 0) +
          (parameters.scales[by] ?? 0) * (parameters.values[noisy.item[row] ?? 0] ?? 0);
        return sum + (rating - fitted) ** 2;
      }, 0);
    const least = rest();
    const moved =
      effects === 'offset' ? (['values', 'offsets'] as const) : (['values', 'offsets', 'scales'] as const);
    for (const name of moved) {
      parameters[name].forEach((value, place) => {
        for (const step of [-1e-3, 1e-3]) {
          parameters[name][place] = value + step;
          expect(rest()).toBeGreaterThan(least);
        }
        parameters[name][place] = value;
      });
    }
  });

  it('say how uncertain a value is: with two annotators who err by one, the textbook figure', () => {
    // Rest ±0.5 in each of 8 ratings: s² = 8 · 0.25/(8 − 4 − 2 + 1), and s/√2 for a mean of two.
    const ratings = {
      item: [0, 0, 1, 1, 2, 2, 3, 3],
      annotator: [0, 1, 0, 1, 0, 1, 0, 1],
      rating: [1, 2, 3, 2, 5, 6, 8, 7],
    };
    const { items, residualDeviation } = ratingEffects({ ratings, effects: 'offset' });
    expect(residualDeviation).toBeCloseTo(Math.sqrt(2 / 3), 9);
    expect(items[0]?.upper).toBeCloseTo(1.5 + (1.959963984540054 * Math.sqrt(2 / 3)) / Math.sqrt(2), 9);
  });

  it('tell groups that nothing connects, ratings without spare, and items without any', () => {
    const apart = { item: [0, 2], annotator: [0, 1], rating: [1, 5] };
    const { warnings, items } = ratingEffects({ ratings: apart, effects: 'offset' });
    expect(warnings).toEqual(['disconnected', 'no_spare_ratings']);
    expect(items[1]).toMatchObject({ value: null, reason: 'no_ratings' });
    expect(items[0]).toMatchObject({ lower: null, upper: null, ratings: 1 });
    const nothing = { item: [], annotator: [], rating: [] };
    expect(ratingEffects({ ratings: nothing, effects: 'offset_and_scale' }).items).toEqual([]);
  });

  it('stay finite where an annotator gives one value throughout', () => {
    const ratings = rate(
      [1, 2, 3, 4, 5, 6],
      [
        [0, 1],
        [3, 0],
        [1, 1],
      ],
    );
    const { items, scales } = ratingEffects({ ratings, effects: 'offset_and_scale' });
    expect(scales[1]).toBeCloseTo(0, 6);
    expect(items.every(({ value }) => value !== null && Number.isFinite(value))).toBe(true);
  });

  it('plain means and medians are those of the table', () => {
    expect(itemRatings({ item: [2, 2, 2, 2, 0], rating: [1, 9, 2, 4, 5] })).toEqual([
      { ratings: 1, mean: 5, median: 5, deviation: null, standardError: null },
      { ratings: 0, mean: null, median: null, deviation: null, standardError: null },
      { ratings: 4, mean: 4, median: 3, deviation: Math.sqrt(38 / 3), standardError: Math.sqrt(38 / 3) / 2 },
    ]);
  });
});

/** Comparisons of things by strength, by annotators of whom the last looks at nothing and prefers the first side. */
function compare(strengths: readonly number[], many: number) {
  const random = seededRandom(11);
  const uniform = () => random.below(1_000_000) / 1_000_000;
  const rows = Array.from({ length: many }, (_, row) => {
    const left = random.below(strengths.length);
    const right = (left + 1 + random.below(strengths.length - 1)) % strengths.length;
    const annotator = row % 4;
    const gap = (strengths[left] ?? 0) - (strengths[right] ?? 0);
    const winnerFirst = uniform() < (annotator === 3 ? 0.9 : 1 / (1 + Math.exp(-gap)));
    return { winner: winnerFirst ? left : right, loser: winnerFirst ? right : left, annotator, winnerFirst };
  });
  return {
    winner: rows.map((row) => row.winner),
    loser: rows.map((row) => row.loser),
    annotator: rows.map((row) => row.annotator),
    winnerFirst: rows.map((row) => (row.winnerFirst ? 1 : 0)),
  };
}

describe('Noisy Bradley-Terry', () => {
  const comparisons = compare([2, 0, -2], 60);
  const parameters = {
    strength: Float64Array.of(0.4, -0.3, 0.2),
    sideBias: Float64Array.of(0.5, -0.2, 0, 1),
    attention: Float64Array.of(1, 0.3, -0.5, 2),
  };

  it('has slopes that finite differences confirm', () => {
    const slopes = noisyBradleyTerry(comparisons, parameters);
    for (const [name, slope] of [
      ['strength', slopes.strengthSlope],
      ['sideBias', slopes.sideBiasSlope],
      ['attention', slopes.attentionSlope],
    ] as const) {
      const measured = Array.from(parameters[name], (value, place) => {
        const at = (moved: number) => {
          const values = parameters[name].slice();
          values[place] = moved;
          return noisyBradleyTerry(comparisons, { ...parameters, [name]: values }).logLikelihood;
        };
        return (at(value + 1e-5) - at(value - 1e-5)) / 2e-5;
      });
      expectClose(slope, measured, 6);
    }
  });

  it('is a sum of logarithms of probabilities that sum to 1 over both outcomes', () => {
    const one = { winner: [0], loser: [1], annotator: [0], winnerFirst: [1] };
    const other = { winner: [1], loser: [0], annotator: [0], winnerFirst: [0] };
    const both = [one, other].map((outcome) =>
      Math.exp(noisyBradleyTerry(outcome, parameters).logLikelihood),
    );
    expect((both[0] ?? 0) + (both[1] ?? 0)).toBeCloseTo(1, 12);
  });

  it('finds the order, and who does not look', () => {
    const fit = crowdBradleyTerry({ comparisons: compare([2, 0, -2], 1200), things: 3, annotators: 4 });
    expect(fit.converged).toBe(true);
    const [first = 0, second = 0, third = 0] = fit.strength;
    expect(first + second + third).toBeCloseTo(0, 6);
    expect([first > second + 1, second > third + 1]).toEqual([true, true]);
    expect(fit.attention[3]).toBeLessThan(0.2);
    expect(Math.min(...fit.attention.subarray(0, 3))).toBeGreaterThan(0.8);
    expect(fit.sideBias[3]).toBeGreaterThan(1);
  });

  it('refuses things and annotators that it does not know', () => {
    expect(() =>
      noisyBradleyTerry({ ...comparisons, winner: comparisons.winner.map(() => 9) }, parameters),
    ).toThrow(/Comparison 0/);
    expect(() => noisyBradleyTerry({ ...comparisons, winner: [] }, parameters)).toThrow(/same length/);
  });
});

/** Labels of honest people, right four times in five, and of liars, who always name the next class. */
function honestAndLiars() {
  const random = seededRandom(5);
  const rows = Array.from({ length: 60 * 9 }, (_, row) => {
    const [item, annotator] = [Math.floor(row / 9), row % 9];
    const truth = item % 3;
    const right = annotator < 6 ? random.below(5) > 0 : false;
    return { item, annotator, label: right ? truth : (truth + 1) % 3 };
  });
  return groupLabels({
    item: rows.map((row) => row.item),
    annotator: rows.map((row) => row.annotator),
    label: rows.map((row) => row.label),
  });
}

describe('MMSR', () => {
  it('counts the labels of liars against their class', () => {
    const { labels, weights, converged } = mmsr({ labels: honestAndLiars() });
    expect(converged).toBe(true);
    expect([...weights.subarray(0, 6)].every((weight) => weight > 0)).toBe(true);
    expect([...weights.subarray(6)].every((weight) => weight < 0)).toBe(true);
    expect(Array.from(labels).filter((label, item) => label === item % 3).length).toBeGreaterThanOrEqual(58);
  });
});

describe('With probabilities of a model', () => {
  it('confident learning finds a label that the model contradicts, and spares classes without labels', () => {
    const input = {
      labels: [0, 0, 1, 1, 1],
      probabilities: [0.9, 0.1, 0, 0.8, 0.2, 0, 0.2, 0.8, 0, 0.95, 0.05, 0, 0.1, 0.9, 0],
      classes: 3,
    };
    const found = confidentLearning(input);
    expect(found.thresholds[2]).toBe(null);
    expect(found.issues).toEqual([3]);
    expect(labelIssues(input, found).both).toEqual([3]);
  });

  it('CROWDLAB settles a tie of labels by the model, and has nothing for items without labels', () => {
    const labels = groupLabels({
      item: [0, 0, 1, 1, 2, 2, 4, 4],
      annotator: [0, 1, 0, 1, 0, 1, 0, 1],
      label: [0, 0, 1, 1, 0, 1, 1, 1],
    });
    const probabilities = Float64Array.of(0.9, 0.1, 0.2, 0.8, 0.3, 0.7, 0.5, 0.5, 0.1, 0.9);
    const fit = crowdlab({ labels, probabilities });
    expect([...fit.labels]).toEqual([0, 1, 1, -1, 1]);
    expect(fit.agreement).toEqual([1, 1, 0.5, null, 1]);
  });

  it.each<[string, () => unknown]>([
    ['too few probabilities', () => confidentLearning({ labels: [0], probabilities: [1], classes: 2 })],
    [
      'a label beyond the classes',
      () => confidentLearning({ labels: [2], probabilities: [0.5, 0.5], classes: 2 }),
    ],
    ['a probability above 1', () => confidentLearning({ labels: [0], probabilities: [1.5, 0], classes: 2 })],
  ])('refuses %s', (_, act) => {
    expect(act).toThrow(RangeError);
  });
});

describe('Label uncertainty', () => {
  it('is nothing for one answer, the most for even ones, and unknown without any', () => {
    expect(labelUncertainty([5, 0])).toBe(0);
    expect(labelUncertainty([2, 2, 2])).toBeCloseTo(Math.log(3), 12);
    expect(labelUncertainty([0, 0])).toBe(null);
    expect(() => labelUncertainty([-1])).toThrow(RangeError);
  });
});
