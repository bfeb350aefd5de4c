import { describe, expect, it } from 'vitest';
import { centredCovariance } from '#stats/linear/centred-covariance.ts';
import { standardErrors } from '#stats/linear/standard-errors.ts';
import { seededRandom } from '#stats/random/seeded-random.ts';
import { bootstrapScores } from './bootstrap-scores.ts';
import { bradleyTerry } from './bradley-terry.ts';
import { comparisonRows } from './comparison-rows.ts';
import { fitComparisonRows } from './contextual-bradley-terry.ts';
import { type Comparisons, countComparisons } from './count-comparisons.ts';
import { elo } from './elo.ts';
import { refitBradleyTerry } from './refit-bradley-terry.ts';
import { refitContextual } from './refit-contextual.ts';
import { resampleCells } from './resample-cells.ts';
import { resampleClusters } from './resample-clusters.ts';
import { resampleRows } from './resample-rows.ts';
import { tallyWins } from './tally-wins.ts';

/** A few hundred comparisons of four items, the lower number the better one more often than not. */
function someComparisons(rows: number, seed = 3): Comparisons {
  const random = seededRandom(seed);
  const left: number[] = [];
  const right: number[] = [];
  const outcome: number[] = [];
  for (let row = 0; row < rows; row++) {
    const one = random.below(4);
    const other = (one + 1 + random.below(3)) % 4;
    left.push(one);
    right.push(other);
    const lead = random.next() < 1 / (1 + Math.exp((one - other) * 0.4)) ? 2 : 0;
    outcome.push(random.next() < 0.15 ? 1 : lead);
  }
  return { items: 4, left, right, outcome };
}

const comparisons = someComparisons(800);
const counts = countComparisons(comparisons);

function fitOf(wins = tallyWins(counts)) {
  const fit = bradleyTerry(wins);
  if (fit.scores === null) throw new Error(fit.reason);
  return fit;
}

describe('The bootstrap of scores', () => {
  it('by cells comes to what a fit of each resample from scratch comes to', () => {
    const refit = refitBradleyTerry(fitOf());
    const resample = resampleCells(counts, { random: seededRandom(5) });
    for (let round = 0; round < 30; round++) {
      const wins = tallyWins(resample());
      const fresh = bradleyTerry(wins).scores ?? new Float64Array();
      refit(wins)?.forEach((score, item) => {
        expect(score).toBeCloseTo(fresh[item] ?? Number.NaN, 9);
      });
    }
  });

  it('by cells spreads as the standard errors say, where there are no ties', () => {
    const outcome = Array.from(comparisons.outcome, (halves) => (halves === 1 ? 2 : halves));
    const clear = countComparisons({ ...comparisons, outcome });
    const fit = fitOf(tallyWins(clear));
    const { lower, upper, resamplesWithoutScores } = bootstrapScores({
      items: 4,
      resample: resampleCells(clear, { random: seededRandom(6) }),
      estimate: (sample) => refitBradleyTerry(fit)(tallyWins(sample)),
      resamples: 2000,
    });
    const errors = standardErrors(centredCovariance(fit.information, fit) ?? new Float64Array(), 4);
    expect(resamplesWithoutScores).toBe(0);
    errors.forEach((error, item) => {
      const width = (upper?.[item] ?? 0) - (lower?.[item] ?? 0);
      expect(Math.abs(width / (2 * 1.96 * error) - 1)).toBeLessThan(0.1);
    });
  });

  it('by cells keeps the number of comparisons and draws only what was seen', () => {
    const drawn = resampleCells(counts, { random: seededRandom(7), keepsSides: true })().cells;
    expect(drawn.reduce((sum, count) => sum + count, 0)).toBe(800);
    drawn.forEach((count, cell) => {
      if (count > 0) expect(counts.cells[cell]).toBeGreaterThan(0);
    });
  });

  it('by persons is wider, by the root of their comparisons, where each says one thing only', () => {
    const people = Array.from({ length: 800 }, (_, row) => row % 20);
    const tastes = {
      items: 2,
      left: people.map(() => 0),
      right: people.map(() => 1),
      outcome: people.map((person) => (person < 12 ? 2 : 0)),
    };
    const table = countComparisons(tastes);
    const refit = refitBradleyTerry(fitOf(tallyWins(table)));
    const width = (resample: () => typeof table) => {
      const estimate = (sample: typeof table) => refit(tallyWins(sample));
      const { lower, upper } = bootstrapScores({ items: 2, resample, estimate, resamples: 1000 });
      return (upper?.[0] ?? 0) - (lower?.[0] ?? 0);
    };
    const single = width(resampleCells(table, { random: seededRandom(8) }));
    const byPerson = width(resampleClusters({ comparisons: tastes, clusters: people }, seededRandom(8)));
    expect(Math.abs(byPerson / single / Math.sqrt(40) - 1)).toBeLessThan(0.2);
  });

  it('by rows comes to what a fit of the drawn rows comes to, with features', () => {
    const random = seededRandom(9);
    const features = Array.from(comparisons.left, () => random.next() - 0.5);
    const rows = comparisonRows({ ...comparisons, featureCount: 1, features });
    const fit = fitComparisonRows(rows);
    if (fit.scores === null) throw new Error(fit.reason);
    const refit = refitContextual({ rows, fit });
    const draw = resampleRows({ rows: 800 }, seededRandom(10));
    for (let round = 0; round < 10; round++) {
      const weights = draw().slice();
      const drawn = Array.from(weights).flatMap((times, row) => Array.from({ length: times }, () => row));
      const pick = (list: ArrayLike<number>) => drawn.map((row) => list[row] ?? 0);
      const again = fitComparisonRows(
        comparisonRows({
          items: 4,
          left: pick(comparisons.left),
          right: pick(comparisons.right),
          outcome: pick(comparisons.outcome),
          featureCount: 1,
          features: pick(features),
        }),
      );
      if (again.scores === null) throw new Error(again.reason);
      const wanted = [...again.scores, ...again.coefficients];
      refit(weights)?.forEach((value, index) => {
        expect(value).toBeCloseTo(wanted[index] ?? Number.NaN, 6);
      });
    }
  });

  it('counts resamples without scores instead of making some up', () => {
    const pair = { items: 2, cells: new Float64Array(12) };
    pair.cells[3] = 1;
    pair.cells[5] = 3;
    const wins = tallyWins(pair);
    const refit = refitBradleyTerry(fitOf(wins));
    const result = bootstrapScores({
      items: 2,
      resample: resampleCells(pair, { random: seededRandom(1) }),
      estimate: (sample) => refit(tallyWins(sample)),
      resamples: 1000,
    });
    // All four draws alike: (3/4)^4 + (1/4)^4 of the time.
    expect(Math.abs(result.resamplesWithoutScores / 1000 - 0.32)).toBeLessThan(0.06);
    expect(result.upper?.every(Number.isFinite)).toBe(true);
  });
});

describe('Elo', () => {
  it('moves as much up as down, and depends on the order', () => {
    const ratings = elo(comparisons);
    expect(ratings.reduce((sum, rating) => sum + rating, 0)).toBeCloseTo(4000, 8);
    const backwards = {
      items: 4,
      left: Array.from(comparisons.left).reverse(),
      right: Array.from(comparisons.right).reverse(),
      outcome: Array.from(comparisons.outcome).reverse(),
    };
    expect(elo(backwards)[0]).not.toBeCloseTo(ratings[0] ?? 0, 3);
  });

  it.each([
    ['an item against itself', { items: 2, left: [0], right: [0], outcome: [2] }],
    ['an item that is none', { items: 2, left: [0], right: [2], outcome: [2] }],
    ['an outcome that is none', { items: 2, left: [0], right: [1], outcome: [3] }],
    ['lists of different lengths', { items: 2, left: [0], right: [1], outcome: [] }],
  ])('refuses %s, as counting does', (_name, wrong) => {
    expect(() => elo(wrong)).toThrow(RangeError);
    expect(() => countComparisons(wrong)).toThrow(RangeError);
    const typed = { left: Int32Array.from(wrong.left), right: Int32Array.from(wrong.right) };
    const packed = { ...wrong, ...typed, outcome: Uint8Array.from(wrong.outcome) };
    expect(() => countComparisons(packed)).toThrow(RangeError);
  });

  it.each([[-1], [2 ** 31], [5]])('counting refuses an item %i in packed lists, too', (item) => {
    const packed = { items: 5, right: Uint8Array.of(1, 2), outcome: Uint8Array.of(2, 0) };
    expect(() => countComparisons({ ...packed, left: Float64Array.of(0, item) })).toThrow(RangeError);
    const left = item < 0 ? Int8Array.of(0, item) : Uint32Array.of(0, item);
    expect(() => countComparisons({ ...packed, left })).toThrow(RangeError);
  });

  it('counts packed lists as it counts others', () => {
    const { items, left, right, outcome } = comparisons;
    const packed = countComparisons({
      items,
      left: Uint16Array.from(Array.from(left)),
      right: Uint32Array.from(Array.from(right)),
      outcome: Int8Array.from(Array.from(outcome)),
    });
    const plain = countComparisons({
      items,
      left: Array.from(left),
      right: Float64Array.from(Array.from(right)),
      outcome: Array.from(outcome),
    });
    expect(packed).toEqual(plain);
    expect(packed.cells.reduce((sum, count) => sum + count, 0)).toBe(left.length);
  });
});
