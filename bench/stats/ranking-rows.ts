import { seededRandom } from '#stats/random/seeded-random.ts';
import { bootstrapScores } from '#stats/ranking/bootstrap-scores.ts';
import { bradleyTerry } from '#stats/ranking/bradley-terry.ts';
import { choiceStages } from '#stats/ranking/choice-stages.ts';
import { comparisonRows } from '#stats/ranking/comparison-rows.ts';
import { fitComparisonRows } from '#stats/ranking/contextual-bradley-terry.ts';
import { countComparisons } from '#stats/ranking/count-comparisons.ts';
import { davidson } from '#stats/ranking/davidson.ts';
import { elo } from '#stats/ranking/elo.ts';
import { plackettLuce } from '#stats/ranking/plackett-luce.ts';
import { refitBradleyTerry } from '#stats/ranking/refit-bradley-terry.ts';
import { refitContextual } from '#stats/ranking/refit-contextual.ts';
import { resampleCells } from '#stats/ranking/resample-cells.ts';
import { resampleRows } from '#stats/ranking/resample-rows.ts';
import { standardiseFeatures } from '#stats/ranking/style-features.ts';
import { tallyWins, tallyWinsAndTies } from '#stats/ranking/tally-wins.ts';
import { type BenchRow, off, row } from './bench-row.ts';
import { generateBattles, generateRankings } from './generate-data.ts';

/** How far the first item stands above the last but one hundredth: one figure in which every comparison has its part. */
function contrast({ scores }: { readonly scores: Float64Array | null }): number {
  return (scores?.[0] ?? Number.NaN) - (scores?.[99] ?? Number.NaN);
}

function found<F extends { readonly scores: Float64Array | null }>(
  fit: F,
): Extract<F, { scores: Float64Array }> {
  if (fit.scores === null) throw new Error('The data of the benchmark have scores.');
  return fit as Extract<F, { scores: Float64Array }>;
}

/** A million comparisons of a hundred models, and a hundred thousand rankings of four of a hundred. */
export function rankingRows(): BenchRow[] {
  return [...comparisonJobs(), ...styleJobs(), luceJob()];
}

function comparisonJobs(): BenchRow[] {
  const { left, right, outcome } = generateBattles();
  const comparisons = { items: 100, left, right, outcome };
  const counts = countComparisons(comparisons);
  const wins = tallyWins(counts);
  return [
    row({
      job: 'Bradley–Terry, ties half, 1e6 × 100, count and fit',
      run: () => bradleyTerry(tallyWins(countComparisons(comparisons))),
      error: (fit) => off(contrast(fit), 1.9057905815231235),
      peers: ['evalica bradley_terry', 'scikit-learn logistic regression'],
    }),
    row({
      job: 'Bradley–Terry, fit of the counts only',
      run: () => bradleyTerry(wins),
      error: (fit) => off(contrast(fit), 1.9057905815231235),
    }),
    row({
      job: 'Bradley–Terry, ties dropped, count and fit',
      run: () => {
        const { items, wins: won } = tallyWinsAndTies(countComparisons(comparisons));
        return bradleyTerry({ items, wins: won });
      },
      error: (fit) => off(contrast(fit), 2.367921537240571),
      peers: ['choix ilsr_pairwise', 'choix ilsr_pairwise_dense', 'crowd-kit BradleyTerry'],
    }),
    row({
      job: 'Davidson, count and fit',
      run: () => davidson(tallyWinsAndTies(countComparisons(comparisons))),
      error: (fit) => Math.max(off(contrast(fit), 2.3001234110402953), off(fit.ties, 0.38950229836110284)),
      peers: ['evalica newman'],
    }),
    row({
      job: 'Bradley–Terry, 100 bootstrap rounds by cells',
      times: 3,
      run: () => {
        const fit = found(bradleyTerry(tallyWins(countComparisons(comparisons))));
        const refit = refitBradleyTerry(fit);
        return bootstrapScores({
          items: 100,
          resamples: 100,
          resample: resampleCells(counts, { random: seededRandom(1) }),
          estimate: (sample) => refit(tallyWins(sample)),
        });
      },
      peers: ['evalica bootstrap, 10 rounds'],
    }),
    row({
      job: 'Elo, 1e6',
      run: () => elo(comparisons),
      error: (ratings) => Math.max(off(ratings[0], 1198.2894725098565), off(ratings[99], 859.9126842876374)),
      peers: ['evalica elo'],
    }),
  ];
}

function styleJobs(): BenchRow[] {
  const { left, right, outcome, style } = generateBattles();
  const features = standardiseFeatures(style, 4);
  const input = { items: 100, left, right, outcome, featureCount: 4, features };
  // The prior of 0.5 on all parameters, on the scale of each.
  const options = { l2Scores: 0.25 / Math.LN10 ** 2, l2Features: 0.25 };
  return [
    row({
      job: 'style control, 1e6 × 4 features, one fit',
      times: 3,
      run: () => fitComparisonRows(comparisonRows(input), options),
      error: (fit) => off((contrast(fit) * 400) / Math.LN10, 335.92987154239285),
      peers: ['scikit-learn logistic regression, 4 features'],
    }),
    row({
      job: 'style control, 100 bootstrap rounds',
      times: 1,
      run: () => {
        const rows = comparisonRows(input);
        const fit = found(fitComparisonRows(rows, options));
        return bootstrapScores({
          items: 104,
          resamples: 100,
          resample: resampleRows({ rows: 1_000_000 }, seededRandom(1)),
          estimate: refitContextual({ rows, fit, options }),
        });
      },
    }),
  ];
}

function luceJob(): BenchRow {
  const order = generateRankings();
  const starts = Int32Array.from({ length: 100_001 }, (_, ranking) => 4 * ranking);
  return row({
    job: 'Plackett–Luce, 1e5 rankings of 4 of 100',
    run: () => plackettLuce(choiceStages({ items: 100, starts, order })),
    error: (fit) => off(contrast(fit), 2.356550245250106),
    peers: ['choix ilsr_rankings'],
  });
}
