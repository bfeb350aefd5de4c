import type { ResponseRating, VersionScales } from './export-plan.ts';
import type { Answered } from './final-answer.ts';
import type { PairVerdict } from './pair-verdict.ts';
import { closePairTally, emptyPairTally, round } from './pair-verdict.ts';

type Scales = ReadonlyMap<number, VersionScales>;

/** Makes a comparison of two responses out of ratings: each annotator votes for the one that he rated higher. */
export function compareByRatings({
  judgments,
  firstId,
  secondId,
  scales,
}: {
  readonly judgments: readonly Answered[];
  readonly firstId: string;
  readonly secondId: string;
  readonly scales: Scales;
}): PairVerdict {
  const tally = emptyPairTally();
  for (const judgment of judgments) {
    const rating = scales.get(judgment.rubricVersion)?.rating;
    if (rating === null || rating === undefined) continue;
    const first = ratingShareOf(judgment, rating, firstId);
    const second = ratingShareOf(judgment, rating, secondId);
    if (first === null || second === null) continue;
    if (first > second) tally.votesFirst += 1;
    else if (second > first) tally.votesSecond += 1;
    else tally.votesTie += 1;
    tally.strengthSum += second - first;
    tally.marginSum += second - first;
  }
  return decideByMean(closePairTally(tally), tally.strengthSum);
}

/** With ratings the mean decides, as in the HelpSteer data sets, and not the number of votes. */
function decideByMean(verdict: PairVerdict, strengthSum: number): PairVerdict {
  const sum = round(strengthSum);
  const outcome = sum === 0 ? 'tie' : sum < 0 ? 'first' : 'second';
  const votes = { first: verdict.votesFirst, second: verdict.votesSecond, tie: verdict.votesTie }[outcome];
  return {
    ...verdict,
    outcome,
    agreement: verdict.annotators === 0 ? 0 : votes / verdict.annotators,
    margin: Math.abs(verdict.strengthMean),
  };
}

/** What the ratings of one response come to, as shares of the scale. */
export interface RatedResponse {
  readonly annotators: number;
  /** 0 is the scale's lowest point, 1 its highest. */
  readonly meanShare: number;
  readonly goodVotes: number;
  readonly badVotes: number;
}

/** Puts together the ratings of one response; votes are counted against the KTO ends. */
export function aggregateRating({
  judgments,
  responseId,
  scales,
  goodFrom,
  badUpTo,
}: {
  readonly judgments: readonly Answered[];
  readonly responseId: string;
  readonly scales: Scales;
  readonly goodFrom: number;
  readonly badUpTo: number;
}): RatedResponse {
  let annotators = 0;
  let sum = 0;
  let goodVotes = 0;
  let badVotes = 0;
  for (const judgment of judgments) {
    const rating = scales.get(judgment.rubricVersion)?.rating;
    const share =
      rating === null || rating === undefined ? null : ratingShareOf(judgment, rating, responseId);
    if (share === null) continue;
    annotators += 1;
    sum += share;
    if (share >= goodFrom) goodVotes += 1;
    if (share <= badUpTo) badVotes += 1;
  }
  return { annotators, meanShare: annotators === 0 ? 0 : round(sum / annotators), goodVotes, badVotes };
}

function ratingShareOf({ answers }: Answered, rating: ResponseRating, responseId: string): number | null {
  if (!Object.hasOwn(answers.response, rating.key)) return null;
  const value = answers.response[rating.key]?.[responseId];
  return typeof value === 'number' ? (value - rating.min) / (rating.max - rating.min) : null;
}
