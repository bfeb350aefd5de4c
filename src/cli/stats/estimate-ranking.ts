import { normalQuantile } from '#stats/intervals/normal-quantile.ts';
import { centredCovariance } from '#stats/linear/centred-covariance.ts';
import { standardErrors } from '#stats/linear/standard-errors.ts';
import { seededRandom } from '#stats/random/seeded-random.ts';
import { bootstrapScores } from '#stats/ranking/bootstrap-scores.ts';
import { bradleyTerry } from '#stats/ranking/bradley-terry.ts';
import { bradleyTerrySandwich } from '#stats/ranking/bradley-terry-sandwich.ts';
import { weighStages } from '#stats/ranking/choice-stages.ts';
import { type ComparisonCounts, countComparisons } from '#stats/ranking/count-comparisons.ts';
import { davidson } from '#stats/ranking/davidson.ts';
import { elo } from '#stats/ranking/elo.ts';
import { plackettLuce } from '#stats/ranking/plackett-luce.ts';
import { plackettLuceSandwich } from '#stats/ranking/plackett-luce-sandwich.ts';
import type { RankingFit } from '#stats/ranking/ranking-fit.ts';
import { raoKupper } from '#stats/ranking/rao-kupper.ts';
import { refitBradleyTerry } from '#stats/ranking/refit-bradley-terry.ts';
import { resampleCells } from '#stats/ranking/resample-cells.ts';
import { resampleClusters } from '#stats/ranking/resample-clusters.ts';
import { resampleRows } from '#stats/ranking/resample-rows.ts';
import { strongComponents } from '#stats/ranking/strong-components.ts';
import { tallyWins, tallyWinsAndTies } from '#stats/ranking/tally-wins.ts';
import type { Estimate, RankRequest } from './rank-report.ts';
import type { NamedComparisons } from './read-comparisons.ts';
import type { NamedRankings } from './read-rankings.ts';

type Found = Extract<RankingFit, { scores: Float64Array }>;

/** The logarithm of the worth that a point of Elo stands for, on the usual scale. */
const perPoint = Math.LN10 / 400;

/** Scores and intervals from comparisons of two. */
export function estimateFromComparisons(read: NamedComparisons, request: RankRequest): Estimate {
  if (request.method === 'elo') return estimateElo(read, request);
  const { l2 } = request;
  const counts = countComparisons(read.comparisons);
  const withTies = request.method === 'davidson' ? davidson : raoKupper;
  const isPlain = request.method === 'bradley-terry';
  const fit = isPlain ? bradleyTerry(tallyWins(counts), { l2 }) : withTies(tallyWinsAndTies(counts), { l2 });
  const ties: Pick<Estimate, 'ties'> = 'ties' in fit ? { ties: fit.ties as number | null } : {};
  if (fit.scores === null) return { ...withoutScores(fit), ...ties };
  if (request.bootstrap === null) {
    const tied = tallyWinsAndTies(counts);
    // Ties as half a win spread less than the model has in mind; a prior is no part of what was seen.
    const isBorrowed = isPlain && l2 === 0 && tied.ties.some((count) => count > 0);
    const covariance = isBorrowed ? bradleyTerrySandwich({ counts: tied, fit }) : modelCovariance(fit);
    return { ...withErrors(fit, covariance), ...ties };
  }
  const random = seededRandom(request.bootstrap.seed);
  const { comparisons, annotators, names } = read;
  const refit = refitBradleyTerry(fit, { l2 });
  const intervals = bootstrapScores({
    items: names.length,
    resamples: request.bootstrap.resamples,
    resample:
      annotators === undefined
        ? resampleCells(counts, { random })
        : resampleClusters({ comparisons, clusters: annotators }, random),
    estimate: (sample: ComparisonCounts) =>
      isPlain ? refit(tallyWins(sample)) : withTies(tallyWinsAndTies(sample), { l2 }).scores,
  });
  return { scores: fit.scores, groups: fit.groups, reason: null, ...intervals, ...ties };
}

/** Scores and intervals from rankings. */
export function estimateFromRankings(read: NamedRankings, { l2, bootstrap }: RankRequest): Estimate {
  const { stages, hasTies, annotators, rankings } = read;
  const fit = plackettLuce(stages, { l2 });
  if (fit.scores === null) return withoutScores(fit);
  if (bootstrap === null) {
    const isBorrowed = hasTies && l2 === 0;
    return withErrors(fit, isBorrowed ? plackettLuceSandwich(stages, fit) : modelCovariance(fit));
  }
  const clusters = annotators === undefined ? {} : { clusters: annotators };
  const intervals = bootstrapScores({
    items: read.names.length,
    resamples: bootstrap.resamples,
    resample: resampleRows({ rows: rankings, ...clusters }, seededRandom(bootstrap.seed)),
    estimate: (weights) => plackettLuce(weighStages(stages, weights), { l2, start: fit.scores }).scores,
  });
  return { scores: fit.scores, groups: fit.groups, reason: null, ...intervals };
}

/** Elo has no intervals of its own; drawn anew are the comparisons, in the order of the file. */
function estimateElo({ comparisons, annotators, names }: NamedComparisons, request: RankRequest): Estimate {
  const scoresOf = (ratings: Float64Array) => ratings.map((rating) => (rating - 1000) * perPoint);
  const scores = scoresOf(elo(comparisons));
  const groups = strongComponents(tallyWins(countComparisons(comparisons)));
  const facts = { scores, groups, reason: null };
  if (request.bootstrap === null) return { ...facts, lower: null, upper: null, resamplesWithoutScores: 0 };
  const clusters = annotators === undefined ? {} : { clusters: annotators };
  const rows = comparisons.left.length;
  const intervals = bootstrapScores({
    items: names.length,
    resamples: request.bootstrap.resamples,
    resample: resampleRows({ rows, ...clusters }, seededRandom(request.bootstrap.seed)),
    estimate: (weights) => {
      const drawn: number[] = [];
      for (let row = 0; row < rows; row++)
        for (let time = 0; time < (weights[row] ?? 0); time++) drawn.push(row);
      const pick = (list: ArrayLike<number>) => Int32Array.from(drawn, (row) => list[row] ?? 0);
      const { items, left, right, outcome } = comparisons;
      return scoresOf(elo({ items, left: pick(left), right: pick(right), outcome: pick(outcome) }));
    },
  });
  return { ...facts, ...intervals };
}

function withoutScores({ groups, reason }: Extract<RankingFit, { scores: null }>): Estimate {
  return { scores: null, lower: null, upper: null, groups, reason, resamplesWithoutScores: 0 };
}

function modelCovariance({ information, size, shiftable }: Found): Float64Array | null {
  return centredCovariance(information, { size, shiftable });
}

function withErrors({ scores, groups }: Found, covariance: Float64Array | null): Estimate {
  const facts = { scores, groups, reason: null, resamplesWithoutScores: 0 };
  if (covariance === null) return { ...facts, lower: null, upper: null };
  const errors = standardErrors(covariance, Math.round(Math.sqrt(covariance.length)));
  const z = normalQuantile(0.975);
  const end = (sign: 1 | -1) => scores.map((score, item) => score + sign * z * (errors[item] ?? 0));
  return { ...facts, lower: end(-1), upper: end(1) };
}
