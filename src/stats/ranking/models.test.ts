import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bradleyTerry } from './bradley-terry.ts';
import { bradleyTerryMm } from './bradley-terry-mm.ts';
import { choiceStages } from './choice-stages.ts';
import { contextualBradleyTerry } from './contextual-bradley-terry.ts';
import { davidson } from './davidson.ts';
import { luceSpectralRanking } from './luce-spectral-ranking.ts';
import { plackettLuce } from './plackett-luce.ts';
import type { RankingFit } from './ranking-fit.ts';
import { raoKupper } from './rao-kupper.ts';
import { strongComponents } from './strong-components.ts';
import { tieModelGap } from './tie-model-gap.ts';

type Found = Extract<RankingFit, { scores: Float64Array }>;

function found<F extends { readonly scores: Float64Array | null }>(
  fit: F,
): Extract<F, { scores: Float64Array }> {
  if (fit.scores === null) throw new Error(`There are no scores: ${JSON.stringify(fit)}`);
  return fit as Extract<F, { scores: Float64Array }>;
}

/** Holds a fit against a likelihood written down anew: level there, and curved as the information says. */
function expectSummit(fit: Found, at: readonly number[], likelihood: (at: readonly number[]) => number) {
  const shifted = (moves: readonly [number, number][]) =>
    at.map((value, index) => moves.reduce((sum, [which, by]) => (which === index ? sum + by : sum), value));
  const h = 1e-4;
  for (let i = 0; i < at.length; i++) {
    const slope = (likelihood(shifted([[i, h]])) - likelihood(shifted([[i, -h]]))) / (2 * h);
    expect(Math.abs(slope)).toBeLessThan(1e-6);
    for (let j = 0; j <= i; j++) {
      const corner = (a: number, b: number) =>
        likelihood(
          shifted([
            [i, a],
            [j, b],
          ]),
        );
      const curve = (corner(h, h) - corner(h, -h) - corner(-h, h) + corner(-h, -h)) / (4 * h * h);
      expect(Math.abs(-curve - (fit.information[i * at.length + j] ?? 0))).toBeLessThan(1e-4);
    }
  }
}

const wins = Float64Array.of(0, 4, 1, 2, 0, 3, 1, 2, 0);
const ties = Float64Array.of(0, 3, 1, 3, 0, 2, 1, 2, 0);
const counts = { items: 3, wins, ties };

/** Σ over ordered pairs of count × log chance, from a formula for the chance. */
function pairLikelihood(table: Float64Array, chance: (one: number, other: number) => number): number {
  return table.reduce((sum, count, cell) => {
    const [one, other] = [Math.floor(cell / 3), cell % 3];
    return one === other ? sum : sum + count * Math.log(chance(one, other));
  }, 0);
}

describe('The models of preferences stand where the likelihood, written down anew, is highest', () => {
  const worth = (at: readonly number[], item: number) => Math.exp(at[item] ?? 0);

  it('Bradley–Terry', () => {
    const fit = found(bradleyTerry(counts));
    const likelihood = (at: readonly number[]) =>
      pairLikelihood(wins, (i, j) => worth(at, i) / (worth(at, i) + worth(at, j)));
    expectSummit(fit, [...fit.scores], likelihood);
    expect(fit.logLikelihood).toBeCloseTo(likelihood([...fit.scores]), 10);
  });

  it('Bradley–Terry with a prior, also where there would be no scores without it', () => {
    const separable = Float64Array.of(0, 4, 1, 0, 0, 3, 0, 0, 0);
    const fit = found(bradleyTerry({ items: 3, wins: separable }, { l2: 0.2 }));
    expectSummit(
      fit,
      [...fit.scores],
      (at) =>
        pairLikelihood(separable, (i, j) => worth(at, i) / (worth(at, i) + worth(at, j))) -
        0.2 * at.reduce((sum, score) => sum + score * score, 0),
    );
    expect(fit.groups).toEqual([[0], [1], [2]]);
  });

  it('Davidson', () => {
    const fit = davidson(counts);
    expectSummit(found(fit), [...found(fit).scores, found(fit).logTies], (at) => {
      const tie = (i: number, j: number) => worth(at, 3) * Math.sqrt(worth(at, i) * worth(at, j));
      const all = (i: number, j: number) => worth(at, i) + worth(at, j) + tie(i, j);
      return (
        pairLikelihood(wins, (i, j) => worth(at, i) / all(i, j)) +
        pairLikelihood(ties, (i, j) => tie(i, j) / all(i, j)) / 2
      );
    });
  });

  it('Rao–Kupper', () => {
    const fit = raoKupper(counts);
    expectSummit(found(fit), [...found(fit).scores, found(fit).logTies], (at) => {
      const win = (i: number, j: number) => worth(at, i) / (worth(at, i) + worth(at, 3) * worth(at, j));
      return pairLikelihood(wins, win) + pairLikelihood(ties, (i, j) => 1 - win(i, j) - win(j, i)) / 2;
    });
  });

  it('Plackett–Luce, ties as the mean over every order of the tied items', () => {
    // 0 > 1 = 2 > 3, then 1 = 2 = 3 > 0, then 3 > 0.
    const order = [0, 1, 2, 3, 1, 2, 3, 0, 3, 0];
    const tiedWithPrevious = [0, 0, 1, 0, 0, 1, 1, 0, 0, 0];
    const fit = found(
      plackettLuce(choiceStages({ items: 4, starts: [0, 4, 8, 10], order, tiedWithPrevious })),
    );
    const orders = [
      [
        [0, 1, 2, 3],
        [0, 2, 1, 3],
      ],
      [
        [1, 2, 3, 0],
        [1, 3, 2, 0],
        [2, 1, 3, 0],
        [2, 3, 1, 0],
        [3, 1, 2, 0],
        [3, 2, 1, 0],
      ],
      [[3, 0]],
    ];
    const likelihood = (at: readonly number[]) => {
      const one = (ranking: readonly number[]) =>
        ranking.reduce((sum, item, place) => {
          const left = ranking.slice(place).reduce((total, other) => total + worth(at, other), 0);
          return sum + Math.log(worth(at, item) / left);
        }, 0);
      return orders.reduce(
        (sum, group) => sum + group.reduce((part, ranking) => part + one(ranking) / group.length, 0),
        0,
      );
    };
    expectSummit(fit, [...fit.scores], likelihood);
    expect(fit.logLikelihood).toBeCloseTo(likelihood([...fit.scores]), 10);
  });

  it('Bradley–Terry with features and weights', () => {
    const rows = [
      [0, 1, 2, 0.5, 1],
      [1, 0, 2, -1, 2],
      [1, 2, 1, 0.3, 1],
      [2, 0, 0, 2, 0.5],
      [0, 2, 0, 1, 1],
      [2, 1, 2, -0.2, 1.5],
      [0, 1, 0, -2, 1],
    ] as const;
    const column = (index: 0 | 1 | 2 | 3 | 4) => rows.map((row) => row[index]);
    const fit = found(
      contextualBradleyTerry(
        {
          items: 3,
          left: column(0),
          right: column(1),
          outcome: column(2),
          featureCount: 1,
          features: column(3),
          weights: column(4),
        },
        { l2Features: 0.1 },
      ),
    );
    expectSummit(fit, [...fit.scores, ...fit.coefficients], (at) =>
      rows.reduce(
        (sum, [left, right, halves, feature, weight]) => {
          const odds = (at[left] ?? 0) - (at[right] ?? 0) + feature * (at[3] ?? 0);
          const chance = 1 / (1 + Math.exp(-odds));
          return sum + weight * ((halves / 2) * Math.log(chance) + (1 - halves / 2) * Math.log(1 - chance));
        },
        -0.1 * (at[3] ?? 0) ** 2,
      ),
    );
  });
});

const table = (items: number) =>
  fc
    .array(fc.integer({ min: 0, max: 6 }), { minLength: items * items, maxLength: items * items })
    .map((cells) => Float64Array.from(cells, (count, cell) => (cell % (items + 1) === 0 ? 0 : count)));
const twoTables = fc.tuple(table(4), table(4)).map(([won, tied]) => {
  const symmetric = tied.map((_, cell) => tied[Math.min(cell, (cell % 4) * 4 + Math.floor(cell / 4))] ?? 0);
  return { items: 4, wins: won, ties: symmetric };
});
const models = {
  'Bradley–Terry': bradleyTerry,
  Davidson: davidson,
  'Rao–Kupper': raoKupper,
};

function renamed(matrix: Float64Array, places: readonly number[]): Float64Array {
  const moved = new Float64Array(16);
  matrix.forEach((count, cell) => {
    moved[(places[Math.floor(cell / 4)] ?? 0) * 4 + (places[cell % 4] ?? 0)] = count;
  });
  return moved;
}

describe.each(Object.entries(models))('%s', (_name, estimate) => {
  it('gives the same scores whatever the items are called, with mean zero', () => {
    fc.assert(
      fc.property(
        twoTables,
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4, maxLength: 4 }),
        (pairs, places) => {
          const one = estimate(pairs);
          const moved = { items: 4, wins: renamed(pairs.wins, places), ties: renamed(pairs.ties, places) };
          const other = estimate(moved);
          expect(other.scores === null).toBe(one.scores === null);
          if (one.scores === null) return;
          places.forEach((place, item) => {
            expect(other.scores?.[place]).toBeCloseTo(one.scores?.[item] ?? Number.NaN, 7);
          });
          expect(one.scores.reduce((sum, score) => sum + score, 0)).toBeCloseTo(0, 10);
        },
      ),
    );
  });

  it('never lowers an item for one more win', () => {
    fc.assert(
      fc.property(
        twoTables,
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 1, max: 3 }),
        (pairs, winner, step) => {
          const more = pairs.wins.slice();
          const cell = winner * 4 + ((winner + step) % 4);
          more[cell] = (more[cell] ?? 0) + 1;
          const before = estimate(pairs, { l2: 0.05 });
          const after = estimate({ ...pairs, wins: more }, { l2: 0.05 });
          if (before.scores === null || after.scores === null) return;
          expect(after.scores[winner]).toBeGreaterThanOrEqual((before.scores[winner] ?? 0) - 1e-9);
        },
      ),
    );
  });

  it('finds scores exactly where it says they exist, and nothing that is not finite', () => {
    fc.assert(
      fc.property(twoTables, (pairs) => {
        const result = estimate(pairs);
        if (result.scores === null) {
          expect(['no_comparisons', 'not_connected', 'only_ties', 'separated']).toContain(result.reason);
        } else {
          expect([...result.scores].every((score) => Math.abs(score) < 50)).toBe(true);
        }
      }),
    );
  });
});

describe('Bradley–Terry by other ways', () => {
  it('comes to the same by minorisation and maximisation', () => {
    fc.assert(
      fc.property(table(4), (won) => {
        const newton = bradleyTerry({ items: 4, wins: won });
        const sweeps = bradleyTerryMm({ items: 4, wins: won });
        expect(sweeps.scores === null).toBe(newton.scores === null);
        if (newton.scores === null) return;
        newton.scores.forEach((score, item) => {
          expect(sweeps.scores?.[item]).toBeCloseTo(score, 8);
        });
      }),
      { numRuns: 50 },
    );
  });

  it('is what rankings of two come to, ties as half a win each', () => {
    const order = [0, 1, 0, 1, 1, 0, 1, 2, 2, 1, 0, 2, 2, 0, 0, 2];
    const tiedWithPrevious = order.map((_, place) => (place === 5 || place === 9 ? 1 : 0));
    const starts = [0, 2, 4, 6, 8, 10, 12, 14, 16];
    const luce = found(plackettLuce(choiceStages({ items: 3, starts, order, tiedWithPrevious })));
    const half = found(bradleyTerry({ items: 3, wins: Float64Array.of(0, 2.5, 2, 0.5, 0, 1.5, 1, 0.5, 0) }));
    luce.scores.forEach((score, item) => {
      expect(score).toBeCloseTo(half.scores[item] ?? Number.NaN, 10);
    });
  });

  it('lies near to the spectral ranking, which is exact where everybody met everybody alike often', () => {
    const exact = [0.7, 0.1, -0.8];
    const even = Float64Array.from({ length: 9 }, (_, cell) => {
      const [one, other] = [Math.floor(cell / 3), cell % 3];
      return one === other ? 0 : 1 / (1 + Math.exp((exact[other] ?? 0) - (exact[one] ?? 0)));
    });
    luceSpectralRanking({ items: 3, wins: even }).scores?.forEach((score, item) => {
      expect(score).toBeCloseTo(exact[item] ?? Number.NaN, 10);
    });
  });
});

describe('What keeps scores from existing', () => {
  it('is found by groups just as by trying every split of the items in two', () => {
    fc.assert(
      fc.property(table(5), (full) => {
        const sparse = full.map((count) => (count > 4 ? count : 0));
        const beats = (mask: number) =>
          sparse.some(
            (count, cell) => count > 0 && (mask >> Math.floor(cell / 5)) & 1 && !((mask >> (cell % 5)) & 1),
          );
        const everySplit = Array.from({ length: 30 }, (_, index) => index + 1).every(beats);
        expect(strongComponents({ items: 5, wins: sparse }).length === 1).toBe(everySplit);
      }),
    );
  });

  it.each([
    ['who tied with somebody that never beats it has no finite distance', [3, 0], 2, 'separated'],
    ['wins each way are enough', [3, 1], 2, null],
    ['nothing but ties says nothing of their weight', [0, 0], 2, 'only_ties'],
  ] as const)('in models of ties: %s', (_title, [won, lost], tied, gap) => {
    const pair = {
      items: 2,
      wins: Float64Array.of(0, won, lost, 0),
      ties: Float64Array.of(0, tied, tied, 0),
    };
    expect(tieModelGap(pair)).toBe(gap);
    expect(davidson(pair)).toMatchObject(gap === null ? { groups: [[0, 1]] } : { scores: null, reason: gap });
    expect(raoKupper(pair)).toMatchObject(
      gap === null ? { groups: [[0, 1]] } : { scores: null, reason: gap },
    );
  });

  it('is told from a feature that says the same as the scores, or tells winners without fail', () => {
    const input = {
      items: 2,
      left: [0, 1, 0, 1],
      right: [1, 0, 1, 0],
      outcome: [2, 0, 0, 2],
      featureCount: 1,
    };
    expect(contextualBradleyTerry({ ...input, features: [1, -1, 1, -1] })).toMatchObject({
      reason: 'features_not_identified',
    });
    expect(contextualBradleyTerry({ ...input, features: [1, -1, -2, 2] })).toMatchObject({
      reason: 'separated',
    });
  });

  it('is a group of items of which nobody beat the rest, by name', () => {
    const fit = bradleyTerry({
      items: 4,
      wins: Float64Array.of(0, 1, 1, 0, 1, 0, 0, 0, 0, 0, 0, 2, 0, 0, 1, 0),
    });
    expect(fit).toEqual({
      scores: null,
      reason: 'not_connected',
      groups: [
        [0, 1],
        [2, 3],
      ],
    });
  });
});
