import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { spearman } from '#stats/agreement/correlation.ts';
import { kendallTau } from '#stats/agreement/kendall-tau.ts';
import { quantile } from '#stats/intervals/quantile.ts';
import { centredCovariance } from '#stats/linear/centred-covariance.ts';
import { standardErrors } from '#stats/linear/standard-errors.ts';
import { averageWinRate } from './average-win-rate.ts';
import { bradleyTerry } from './bradley-terry.ts';
import { bradleyTerryMm } from './bradley-terry-mm.ts';
import { bradleyTerrySandwich } from './bradley-terry-sandwich.ts';
import { choiceStages, stagesOfChoices } from './choice-stages.ts';
import { contextualBradleyTerry } from './contextual-bradley-terry.ts';
import { contextualSandwich } from './contextual-sandwich.ts';
import { type Comparisons, countComparisons } from './count-comparisons.ts';
import { davidson } from './davidson.ts';
import { elo } from './elo.ts';
import { luceSpectralRanking } from './luce-spectral-ranking.ts';
import { orderEffect } from './order-effect.ts';
import { plackettLuce } from './plackett-luce.ts';
import { quasiVariances } from './quasi-variances.ts';
import type { RankingFit } from './ranking-fit.ts';
import { raoKupper } from './rao-kupper.ts';
import { standardiseFeatures, styleFeatures } from './style-features.ts';
import { tallyWins, tallyWinsAndTies, type WinAndTieCounts, type WinCounts } from './tally-wins.ts';

interface RecordedCase {
  readonly name: string;
  readonly metric: string;
  readonly tolerance: number;
  readonly input: Record<string, unknown>;
  readonly expected: Record<string, unknown>;
}

type Numbers = ArrayLike<number | null>;
type Same = (actual: unknown, expected: unknown) => void;
type Check = (input: Record<string, unknown>, expected: Record<string, unknown>, same: Same) => void;
type Row = (string | number)[];

type Found = Extract<RankingFit, { scores: Float64Array }>;
const pointsPerUnit = 400 / Math.LN10;

function found<F extends { readonly scores: Float64Array | null }>(
  fit: F,
): Extract<F, { scores: Float64Array }> {
  if (fit.scores === null) throw new Error(`There are no scores: ${JSON.stringify(fit)}`);
  return fit as Extract<F, { scores: Float64Array }>;
}

const byName = (items: readonly string[], values: Numbers) =>
  Object.fromEntries(items.map((item, index) => [item, values[index] ?? null]));
const from = (scores: Float64Array, reference: number) =>
  scores.map((score) => score - (scores[reference] ?? 0));
const covarianceOf = ({ information, size, shiftable }: Found) =>
  centredCovariance(information, { size, shiftable }) ?? new Float64Array();

function errorsFrom(covariance: Float64Array, { size, reference }: { size: number; reference: number }) {
  const at = (row: number, column: number) => covariance[row * size + column] ?? 0;
  return Float64Array.from({ length: size }, (_, item) =>
    Math.sqrt(Math.max(0, at(item, item) + at(reference, reference) - 2 * at(item, reference))),
  );
}

function readGames(input: Record<string, unknown>): { items: string[]; games: Comparisons } {
  const items = input.items as string[];
  const [left, right, outcome]: number[][] = [[], [], []];
  for (const [home, away, won, lost] of input.games as [string, string, number, number][]) {
    for (let game = 0; game < won + lost; game++) {
      left?.push(items.indexOf(home));
      right?.push(items.indexOf(away));
      outcome?.push(game < won ? 2 : 0);
    }
  }
  return {
    items,
    games: { items: items.length, left: left ?? [], right: right ?? [], outcome: outcome ?? [] },
  };
}

function readBattles(input: Record<string, unknown>): { items: string[]; battles: Comparisons } {
  const rows = input.battles as [string, string, string][];
  const items = [...new Set(rows.flatMap((row) => row.slice(0, 2)))].sort();
  const battles = {
    items: items.length,
    left: rows.map(([one]) => items.indexOf(one)),
    right: rows.map(([, other]) => items.indexOf(other)),
    outcome: rows.map(([, , winner]) => (winner === 'model_a' ? 2 : winner === 'model_b' ? 0 : 1)),
  };
  return { items, battles };
}

function readWins(input: Record<string, unknown>): WinCounts {
  const rows = input.wins as Row[];
  const names = input.items as string[] | undefined;
  const items = names?.length ?? (input.n_items as number);
  const number = (item: string | number | undefined) => (names ? names.indexOf(String(item)) : Number(item));
  const wins = new Float64Array(items * items);
  for (const [winner, loser, count] of rows) wins[number(winner) * items + number(loser)] = Number(count);
  return { items, wins };
}

function readPairs(input: Record<string, unknown>): WinAndTieCounts {
  const rows = input.rows as number[][];
  const items = Math.max(...rows.flatMap(([one = 0, other = 0]) => [one, other]));
  const wins = new Float64Array(items * items);
  const ties = new Float64Array(items * items);
  for (const [one = 0, other = 0, won = 0, lost = 0, tied = 0] of rows) {
    const there = (one - 1) * items + other - 1;
    const back = (other - 1) * items + one - 1;
    wins[there] = won;
    wins[back] = lost;
    ties[there] = tied;
    ties[back] = tied;
  }
  return { items, wins, ties };
}

function withHalfTies({ items, wins, ties }: WinAndTieCounts): WinCounts {
  return { items, wins: wins.map((count, cell) => count + (ties[cell] ?? 0) / 2) };
}

function readRankings(rankings: readonly (readonly number[])[], items: number) {
  const starts = [0];
  for (const ranking of rankings) starts.push((starts.at(-1) ?? 0) + ranking.length);
  return choiceStages({ items, starts, order: rankings.flat() });
}

function pairWeights({ items, left, right }: Comparisons, least: number): number[] {
  const key = (row: number) =>
    Math.min(left[row] ?? 0, right[row] ?? 0) * items + Math.max(left[row] ?? 0, right[row] ?? 0);
  const counts = new Map<number, number>();
  for (let row = 0; row < left.length; row++) counts.set(key(row), (counts.get(key(row)) ?? 0) + 1);
  return Array.from({ length: left.length }, (_, row) => 1 / Math.max(least, counts.get(key(row)) ?? 0));
}

function worthsSummingToOne(scores: Float64Array): Float64Array {
  const sum = scores.reduce((total, score) => total + Math.exp(score), 0);
  return scores.map((score) => Math.exp(score) / sum);
}

function devianceOf(
  rows: readonly (readonly [number, number, number, number])[],
  logOdds: (i: number, j: number) => number,
) {
  let sum = 0;
  for (const [one, other, won, lost] of rows) {
    const chance = 1 / (1 + Math.exp(-logOdds(one, other)));
    if (won > 0) sum += won * Math.log(won / (won + lost) / chance);
    if (lost > 0) sum += lost * Math.log(lost / (won + lost) / (1 - chance));
  }
  return 2 * sum;
}

const checks: Readonly<Record<string, Check>> = {
  bradley_terry: (input, expected, same) => {
    const items = input.items as string[];
    const matrix = input.wins_matrix as number[][] | undefined;
    const counts = matrix
      ? { items: items.length, wins: Float64Array.from(matrix.flat()) }
      : tallyWins(countComparisons(readGames(input).games));
    const fit = found(bradleyTerry(counts));
    const covariance = covarianceOf(fit);
    const size = items.length;
    const rows = matrix
      ? matrix.flatMap((row, i) => row.slice(0, i).map((won, j) => [i, j, won, matrix[j]?.[i] ?? 0] as const))
      : (input.games as [string, string, number, number][]).map(
          ([home, away, won, lost]) => [items.indexOf(home), items.indexOf(away), won, lost] as const,
        );
    const actual: Record<string, unknown> = {
      theta_ref: byName(items, from(fit.scores, 0)),
      theta_mean_zero: byName(items, fit.scores),
      worth_sum_one: byName(items, worthsSummingToOne(fit.scores)),
      se_ref: byName(items, errorsFrom(covariance, { size, reference: 0 })),
      se_mean_zero: byName(items, standardErrors(covariance, size)),
      log_likelihood_bernoulli: fit.logLikelihood,
      deviance_binomial: devianceOf(rows, (i, j) => (fit.scores[i] ?? 0) - (fit.scores[j] ?? 0)),
      df_residual: rows.length - items.length + 1,
      quasi_se: byName(items, (quasiVariances(covariance, size) ?? new Float64Array()).map(Math.sqrt)),
    };
    for (const [key, value] of Object.entries(expected))
      same(actual[key.replace(/_(baltimore|first)$/, '')], value);
  },
  bradley_terry_order_effect: (input, expected, same) => {
    const { items, games } = readGames(input);
    const fit = found(orderEffect(countComparisons(games)));
    const covariance = covarianceOf(fit);
    same(byName(items, from(fit.scores, 0)), expected.theta_ref_baltimore);
    same(fit.coefficients[0], expected.order_effect);
    const errors = byName(items, errorsFrom(covariance, { size: items.length + 1, reference: 0 }));
    same({ ...errors, 'at.home': Math.sqrt(covariance.at(-1) ?? 0) }, expected.se);
    same(fit.logLikelihood, expected.log_likelihood_bernoulli);
  },
  luce_spectral_ranking: (input, expected, same) => {
    const counts = readWins(input);
    same(luceSpectralRanking(counts).scores, expected.theta_mean_zero);
    same(luceSpectralRanking(counts, { rates: 'rank_centrality' }).scores, expected.rank_centrality);
    same(luceSpectralRanking(counts, { alpha: 0.1 }).scores, expected.alpha_0_1);
  },
  bradley_terry_l2: (input, expected, same) => {
    const fit = bradleyTerry(readWins(input), { l2: input.alpha as number });
    same(byName(input.items as string[], found(fit).scores), expected.theta);
  },
  bradley_terry_mm_alpha: (input, expected, same) => {
    same(bradleyTerryMm(readWins(input), { alpha: input.alpha as number }).scores, expected.theta_mean_zero);
  },
  bradley_terry_davidson: (input, expected, same) => {
    const fit = davidson(readPairs(input));
    same(worthsSummingToOne(found(fit).scores), expected.worth_sum_one);
    same(fit.ties, expected.nu);
    same(found(fit).scores, expected.theta_mean_zero);
    same(Math.log(fit.ties ?? 0), expected.log_nu);
    same(found(fit).logLikelihood, expected.log_likelihood_multinomial_kernel);
  },
  bradley_terry_rao_kupper: (input, expected, same) => {
    const fit = raoKupper(readPairs(input));
    same(found(fit).scores, expected.theta_mean_zero);
    same(fit.ties, expected.eta);
    same(found(fit).logLikelihood, expected.log_likelihood);
  },
  bradley_terry_ties_half: (input, expected, same) => {
    const fit = found(bradleyTerry(withHalfTies(readPairs(input))));
    same(fit.scores, expected.theta_mean_zero);
    same(fit.logLikelihood, expected.log_likelihood);
  },
  plackett_luce: (input, expected, same) => {
    const items = Object.keys(input.items as object);
    const rankings = (input.rankings as number[][]).map((ranking) => ranking.map((item) => item - 1));
    const fit = found(plackettLuce(readRankings(rankings, items.length)));
    same(byName(items, from(fit.scores, 0)), expected.theta_ref_item1);
    same(fit.scores, expected.theta_mean_zero);
    same(worthsSummingToOne(fit.scores), expected.worth_sum_one);
    const errors = errorsFrom(covarianceOf(fit), { size: items.length, reference: 0 });
    same(errors.slice(1), expected.se_ref_item1);
    same(fit.logLikelihood, expected.log_likelihood);
  },
  plackett_luce_l2: (input, expected, same) => {
    const stages = readRankings(input.rankings as number[][], input.n_items as number);
    same(plackettLuce(stages, { l2: input.alpha as number }).scores, expected.theta);
  },
  plackett_luce_top1: (input, expected, same) => {
    const stages = stagesOfChoices(input.n_items as number, input.choices as [number, number[]][]);
    same(plackettLuce(stages).scores, expected.theta_mean_zero);
  },
  elo: (input, expected, same) => {
    const { items, battles } = readBattles(input);
    const { k, base, scale, init } = input as Record<string, number>;
    const options = { k, base, scale, initial: init } as Parameters<typeof elo>[1];
    same(byName(items, elo(battles, options)), expected.ratings);
  },
  elo_evalica: (input, expected, same) => checks.elo?.(input, { ratings: expected.scores }, same),
  bradley_terry_arena: (input, expected, same) => {
    const { items, battles } = readBattles(input);
    const fit = found(bradleyTerry(tallyWins(countComparisons(battles))));
    same(byName(items, fit.scores), expected.theta_mean_zero);
    same(
      byName(
        items,
        fit.scores.map((score) => 1000 + score * pointsPerUnit),
      ),
      expected.rating_mean_1000,
    );
    same(fit.logLikelihood, expected.log_likelihood);
  },
  bradley_terry_sandwich_ci: (input, expected, same) => {
    const { items, battles } = readBattles(input);
    const comparisons = { ...battles, featureCount: 0, features: [] };
    const ridge = input.hessian_reg as number;
    const counts = countComparisons(battles);
    let fit = found(bradleyTerry(tallyWins(counts)));
    let covariance = bradleyTerrySandwich({ counts: tallyWinsAndTies(counts), fit, ridge });
    if (input.reweighted === true) {
      const weighted = { ...comparisons, weights: pairWeights(battles, input.min_pair_count as number) };
      const contextual = found(contextualBradleyTerry(weighted));
      fit = contextual;
      covariance = contextualSandwich({ comparisons: weighted, fit: contextual, ridge });
    }
    const ratings = fit.scores.map((score) => 1000 + score * pointsPerUnit);
    const errors = standardErrors(covariance ?? new Float64Array(), items.length);
    const reach = errors.map((error) => 1.959963984540054 * error * pointsPerUnit);
    same(byName(items, ratings), expected.ratings);
    same(
      byName(
        items,
        ratings.map((rating, item) => rating - (reach[item] ?? 0)),
      ),
      expected.lower,
    );
    same(
      byName(
        items,
        ratings.map((rating, item) => rating + (reach[item] ?? 0)),
      ),
      expected.upper,
    );
    if ('variances' in expected)
      same(
        byName(
          items,
          errors.map((error) => (error * pointsPerUnit) ** 2),
        ),
        expected.variances,
      );
  },
  bradley_terry_bootstrap: (input, expected, same) => {
    const items = expected.items as string[];
    const cells = input.unique_outcomes as [string, string, number][];
    const rows = (input.resample_counts as number[][]).map((counts) => {
      const all = new Float64Array(items.length ** 2 * 3);
      cells.forEach(([one, other, points], index) => {
        const pair = items.indexOf(one) * items.length + items.indexOf(other);
        all[pair * 3 + points * 2] = counts[index] ?? 0;
      });
      const fit = found(bradleyTerry(tallyWins({ items: items.length, cells: all })));
      return [...fit.scores].map((score) => 1000 + score * pointsPerUnit);
    });
    same(rows, expected.ratings_mean_1000);
    for (const [percent, values] of Object.entries(expected.percentiles as object)) {
      const quantiles = items.map((_, item) =>
        quantile(
          rows.map((row) => row[item] ?? 0),
          Number(percent) / 100,
        ),
      );
      same(quantiles, values);
    }
  },
  bradley_terry_style_control: (input, expected, same) => {
    const { items, battles } = readBattles(input);
    const style = input.style as number[][];
    const featureCount = (style[0]?.length ?? 0) / 2;
    const side = (offset: number) => style.flatMap((row) => row.filter((_, index) => index % 2 === offset));
    const features = styleFeatures({ left: side(0), right: side(1), featureCount });
    same(features.slice(0, 12), (expected.features_first3 as number[][]).flat());
    const l2Features = (input.reg as number) / 2;
    const fit = contextualBradleyTerry(
      { ...battles, features, featureCount },
      { l2Scores: l2Features / Math.LN10 ** 2, l2Features },
    );
    const order = (expected.items as string[]).map((item) => items.indexOf(item));
    const scores = order.map((item) => found(fit).scores[item] ?? 0);
    same(
      scores.map((score) => 1000 + score * pointsPerUnit),
      expected.ratings,
    );
    same(
      scores.map((score) => score / Math.LN10),
      expected.theta,
    );
    same(found(fit).coefficients, Object.values(expected.style_coefs as object));
  },
  bradley_terry_contextual_sandwich: (input, expected, same) => {
    const { items, battles } = readBattles(input);
    const rows = input.features as number[][];
    const featureCount = rows[0]?.length ?? 0;
    const raw = pairWeights(battles, input.min_pair_count as number);
    const mean = raw.reduce((sum, weight) => sum + weight, 0) / raw.length;
    const comparisons = {
      ...battles,
      featureCount,
      features: standardiseFeatures(rows.flat(), featureCount),
      weights: raw.map((weight) => weight / mean),
    };
    const l2Features = 0.5 * (input.reg as number) * rows.length;
    const fit = found(contextualBradleyTerry(comparisons, { l2Features }));
    const ridge = (input.hessian_reg as number) * rows.length;
    const covariance =
      contextualSandwich({ comparisons, fit, ridge, leavesOutPrior: true }) ?? new Float64Array();
    const errors = standardErrors(covariance, fit.size);
    const ratings = fit.scores.map((score) => 1000 + score * pointsPerUnit);
    const reach = errors.map((error) => 1.959963984540054 * error * pointsPerUnit);
    same(byName(items, ratings), expected.ratings);
    same(fit.coefficients, expected.coeffs);
    same(
      byName(
        items,
        ratings.map((rating, item) => rating - (reach[item] ?? 0)),
      ),
      expected.lower,
    );
    same(
      byName(
        items,
        ratings.map((rating, item) => rating + (reach[item] ?? 0)),
      ),
      expected.upper,
    );
  },
  average_win_rate: (input, expected, same) => {
    const { items, battles } = readBattles(input);
    same(byName(items, averageWinRate(tallyWins(countComparisons(battles)))), expected.scores);
  },
  edge_rank: (input, expected, same) => {
    const [x, y] = [input.x as number[], input.y as number[]];
    same([kendallTau(x, y).value, spearman(x, y).value], [expected.tau_b, expected.spearman]);
  },
  edge_bradley_terry: (input, expected, same) => {
    const counts = readWins(input);
    const fit = bradleyTerry(counts);
    expect(fit.scores !== null).toBe(expected.mle_exists);
    same(bradleyTerry(counts, { l2: 0.1 }).scores, expected['l2_alpha_0.1_theta']);
    if ('theta_diff' in expected)
      same((found(fit).scores[0] ?? 0) - (found(fit).scores[1] ?? 0), expected.theta_diff);
  },
};

const baseball = {
  items: ['Baltimore', 'Boston', 'Cleveland', 'Detroit', 'Milwaukee', 'New York', 'Toronto'],
  teams: ['Milwaukee', 'Detroit', 'Toronto', 'New York', 'Boston', 'Cleveland', 'Baltimore'],
  results: [
    '-- 43 42 43 61 42 60',
    '33 -- 42 43 60 61 43',
    '25 43 -- 24 43 42 60',
    '33 51 25 -- 43 42 61',
    '51 25 33 42 -- 52 60',
    '25 33 34 43 42 -- 24',
    '25 15 16 24 16 34 --',
  ],
};

function baseballGames() {
  const games = baseball.results.flatMap((row, home) =>
    row.split(' ').flatMap((result, away) => {
      const pair = [baseball.teams[home], baseball.teams[away], Number(result[0]), Number(result[1])];
      return result === '--' ? [] : [pair];
    }),
  );
  return readGames({ items: baseball.items, games });
}

/** Davidson (1970), example 2, as i, j, wins of each and ties. */
const pudding = (
  '1 2 19 22 16, 1 3 16 19 12, 2 3 19 19 10, 1 4 18 23 13, 2 4 23 19 9, 3 4 19 20 15, 1 5 13 19 18, 2 5 16 20 12, ' +
  '3 5 16 15 17, 4 5 17 14 16, 1 6 18 21 12, 2 6 22 20 12, 3 6 13 18 10, 4 6 14 19 18, 5 6 11 21 12'
)
  .split(', ')
  .map((row) => row.split(' ').map(Number));

describe('Published examples of rankings', () => {
  it('gives the scores of baseball teams in Agresti (2002), section 10.6', () => {
    const { games } = baseballGames();
    const { scores } = found(bradleyTerry(tallyWins(countComparisons(games))));
    const printed = ['0.00', '1.11', '0.68', '1.44', '1.58', '1.25', '1.29'];
    expect([...from(scores, 0)].map((score) => score.toFixed(2))).toEqual(printed);
  });

  it('gives an advantage of playing at home of 0.302 with a standard error of 0.131 there', () => {
    const fit = found(orderEffect(countComparisons(baseballGames().games)));
    expect(fit.coefficients[0]?.toFixed(3)).toBe('0.302');
    expect(Math.sqrt(covarianceOf(fit).at(-1) ?? 0).toFixed(3)).toBe('0.131');
  });

  it('gives the scores of statistical journals in Stigler (1994), by who cites whom', () => {
    const wins = Float64Array.of(0, 730, 498, 221, 33, 0, 68, 17, 320, 813, 0, 142, 284, 276, 325, 0);
    const { scores } = found(bradleyTerry({ items: 4, wins }));
    expect([...from(scores, 0)].map((score) => score.toFixed(2))).toEqual(['0.00', '-2.95', '-0.48', '0.27']);
  });

  it('gives the worths of puddings and the readiness to tie in Davidson (1970), example 2', () => {
    const fit = davidson(readPairs({ rows: pudding }));
    const worths = [...worthsSummingToOne(found(fit).scores)].map((worth) => worth.toFixed(4));
    expect(worths).toEqual(['0.1388', '0.1730', '0.1617', '0.1654', '0.1587', '0.2024']);
    expect(fit.ties?.toFixed(4)).toBe('0.7468');
  });
});

const sharedFolder = process.env.PLUMBLINE_SHARED ?? resolve(import.meta.dirname, '../../../../shared');
const casesFile = join(sharedFolder, 'data/stats-cases.json');

// Where the recorded values of other programs are at hand, they must be met.
if (existsSync(casesFile)) {
  const { cases } = JSON.parse(readFileSync(casesFile, 'utf8')) as { cases: RecordedCase[] };
  describe.each(Object.keys(checks))('Recorded values of other programs: %s', (metric) => {
    it.each(cases.filter((recorded) => recorded.metric === metric))('$name', (recorded) => {
      let compared = 0;
      const same: Same = (actual, expected) => {
        if (typeof expected === 'number' || expected === null) {
          compared++;
          if (expected === null) return expect(actual).toBeNull();
          const allowed = recorded.tolerance * Math.max(1, Math.abs(expected));
          const off = Math.abs((actual as number) - expected);
          expect(off, `${actual} against ${expected}`).toBeLessThanOrEqual(allowed);
          return;
        }
        if (Array.isArray(expected)) {
          const list = actual as ArrayLike<unknown>;
          expect(list).toHaveLength(expected.length);
          expected.forEach((entry, index) => {
            same(list[index], entry);
          });
          return;
        }
        for (const [key, entry] of Object.entries(expected as object))
          same((actual as Record<string, unknown>)[key], entry);
      };
      checks[metric]?.(recorded.input, recorded.expected, same);
      expect(compared).toBeGreaterThan(0);
    });
  });
}
