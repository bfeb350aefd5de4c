import { describe, expect, test } from 'vitest';
import { aggregatePreference } from './aggregate-preference.ts';
import { aggregateRating, compareByRatings } from './aggregate-ratings.ts';
import type { Vote } from './export.fixture.ts';
import {
  judge,
  llamaRubric,
  pairRubric,
  planFor,
  ratingAnswers,
  ratingRubric,
  voteAnswers,
} from './export.fixture.ts';
import { makeExportPlan } from './export-plan.ts';
import { marginShareOf } from './margin-share.ts';
import type { PairVerdict } from './pair-verdict.ts';
import { round } from './pair-verdict.ts';

const { scales } = planFor('trl-reward');
const ratingScales = planFor('trl-reward', { rubric: ratingRubric }).scales;

/** As rows show them, so that thirds can be written down. */
function rounded(verdict: PairVerdict): PairVerdict {
  const { agreement, strengthMean, margin } = verdict;
  return {
    ...verdict,
    agreement: round(agreement),
    strengthMean: round(strengthMean),
    margin: round(margin),
  };
}

const verdictOf = (...votes: Vote[]) =>
  rounded(
    aggregatePreference({ judgments: judge(votes.map(voteAnswers)), firstId: 'r1', secondId: 'r2', scales }),
  );

describe('aggregatePreference', () => {
  test.each<[string, Vote[], object]>([
    ['one strong vote for the first', [-3], { outcome: 'first', agreement: 1, strengthMean: -1, margin: 1 }],
    [
      'one weak vote for the second',
      [1],
      { outcome: 'second', agreement: 1, strengthMean: 0.333333, margin: 0.333333 },
    ],
    ['a majority', [-1, -2, 3], { outcome: 'first', agreement: 0.666667, strengthMean: 0, margin: 0 }],
    [
      'a majority against the strengths',
      [-1, -1, 3],
      { outcome: 'first', strengthMean: 0.111111, margin: 0 },
    ],
    [
      'equal votes, decided by strength',
      [-3, 1],
      { outcome: 'first', agreement: 0.5, strengthMean: -0.333333, margin: 0.333333 },
    ],
    ['equal votes and strengths', [-2, 2], { outcome: 'tie', agreement: 0, margin: 0 }],
    ['thirds that cancel out', [-1, -1, 1, 1, -3, 3], { outcome: 'tie' }],
    ['a tie', [0], { outcome: 'tie', agreement: 1, votesTie: 1 }],
    ['more ties than anything else', [0, 0, 3], { outcome: 'tie', agreement: 0.666667 }],
    ['a tie and a vote', [0, 2], { outcome: 'second', agreement: 0.5, strengthMean: 0.333333 }],
    ['both bad', ['x', 'x', 1], { outcome: 'both_bad', agreement: 0.666667, votesBothBad: 2 }],
    [
      'both bad in the minority',
      ['x', 2, 2],
      { outcome: 'second', strengthMean: 0.666667, agreement: 0.666667 },
    ],
    ['half both bad', ['x', 1], { outcome: 'second', agreement: 0.5 }],
    ['nothing', [], { outcome: 'tie', annotators: 0, agreement: 0, strengthMean: 0, margin: 0 }],
  ])('weighs %s', (_name, votes, expected) => {
    expect(verdictOf(...votes)).toMatchObject(expected);
  });

  test('counts every vote', () => {
    expect(verdictOf(-1, -2, 0, 'x', 3)).toMatchObject({
      annotators: 5,
      votesFirst: 2,
      votesSecond: 1,
      votesTie: 1,
      votesBothBad: 1,
    });
  });

  test('measures each vote on the scale of its own rubric version', () => {
    const rubrics = new Map([
      [1, pairRubric],
      [2, llamaRubric],
    ]);
    const plan = makeExportPlan({ ...planFor('trl-reward'), rubrics });
    const judgments = [...judge([voteAnswers(3)], 1), ...judge([voteAnswers(4)], 2)];
    expect(
      aggregatePreference({ judgments, firstId: 'r1', secondId: 'r2', scales: plan.scales }),
    ).toMatchObject({
      strengthMean: 1,
      margin: 1,
    });
  });

  test('leaves out a judgment whose rubric version is unknown', () => {
    const judgments = judge([voteAnswers(3)], 9);
    expect(aggregatePreference({ judgments, firstId: 'r1', secondId: 'r2', scales }).annotators).toBe(0);
  });
});

describe('marginShareOf', () => {
  test.each([
    ['three strengths', { steps: 3, tie: true }, [1, 2, 3], [1 / 3, 2 / 3, 1]],
    ['four strengths without a tie', { steps: 4, tie: false }, [1, 2, 3, 4], [0, 1 / 3, 2 / 3, 1]],
    ['four strengths with a tie', { steps: 4, tie: true }, [1, 2, 3, 4], [0.25, 0.5, 0.75, 1]],
    ['one strength', { steps: 1, tie: false }, [1], [1]],
  ])('spreads %s', (_name, scale, strengths, expected) => {
    expect(strengths.map((strength) => marginShareOf(strength, scale))).toEqual(expected);
  });
});

describe('compareByRatings', () => {
  const compare = (...ratings: number[][]) =>
    compareByRatings({
      judgments: judge(ratings.map((one) => ratingAnswers(...one))),
      firstId: 'r1',
      secondId: 'r2',
      scales: ratingScales,
    });

  test.each<[string, number[][], object]>([
    ['a higher rating', [[4, 2]], { outcome: 'first', agreement: 1, strengthMean: -0.5, margin: 0.5 }],
    ['equal ratings', [[3, 3]], { outcome: 'tie', agreement: 1, margin: 0 }],
    [
      'the mean over the votes',
      [
        [0, 4],
        [2, 1],
        [2, 1],
      ],
      { outcome: 'second', votesFirst: 2, agreement: 0.333333, margin: 0.166667 },
    ],
    ['only those who rated both', [[4], [1, 2]], { outcome: 'second', annotators: 1 }],
  ])('decides by %s', (_name, ratings, expected) => {
    expect(rounded(compare(...ratings))).toMatchObject(expected);
  });
});

describe('aggregateRating', () => {
  test('gives the mean as a share of the scale and counts both ends', () => {
    const judgments = judge([ratingAnswers(4), ratingAnswers(3), ratingAnswers(0)]);
    expect(
      aggregateRating({ judgments, responseId: 'r1', scales: ratingScales, goodFrom: 0.75, badUpTo: 0.25 }),
    ).toEqual({
      annotators: 3,
      meanShare: 0.583333,
      goodVotes: 2,
      badVotes: 1,
    });
  });
});
