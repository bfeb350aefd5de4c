import { describe, expect, test } from 'vitest';
import type { RankingScale } from '#domain/rubrics/scale.ts';
import type { RankingAnswer } from './answers.ts';
import { explainRanking, isRankingComplete } from './check-ranking.ts';

const scale: RankingScale = { kind: 'ranking', mode: 'full', ties: true, allBad: true, unrankable: true };
const responseIds = ['r1', 'r2', 'r3'];
const ranked = (groups: string[][], unrankable?: string[]): RankingAnswer => ({
  verdict: 'ranked',
  groups,
  ...(unrankable && { unrankable }),
});
const ends = (best: string | null, worst: string | null): RankingAnswer => ({
  verdict: 'best_worst',
  best,
  worst,
});

function explain(
  answer: RankingAnswer,
  change: Partial<RankingScale> = {},
  purpose: 'draft' | 'submission' = 'submission',
) {
  return explainRanking(answer, { scale: { ...scale, ...change }, responseIds, purpose });
}

describe('a ranking', () => {
  test.each<[string, RankingAnswer, Partial<RankingScale>]>([
    ['of all', ranked([['r3'], ['r1'], ['r2']]), { ties: false, unrankable: false, allBad: false }],
    ['with ties', ranked([['r3', 'r1'], ['r2']]), {}],
    ['of one tie alone', ranked([responseIds]), {}],
    ['with one left out', ranked([['r1'], ['r2']], ['r3']), {}],
    ['with all left out', ranked([], responseIds), {}],
    ['"all bad"', { verdict: 'all_bad' }, {}],
    ['of best and worst', ends('r1', 'r3'), { mode: 'best_worst' }],
  ])('%s fits', (_name, answer, change) => {
    expect(explain(answer, change)).toBeNull();
  });

  test.each<[string, RankingAnswer, Partial<RankingScale>, RegExp]>([
    ['with a tie where there are none', ranked([['r1', 'r2'], ['r3']]), { ties: false }, /no ties/],
    [
      'with one left out where all need a rank',
      ranked([['r1'], ['r2']], ['r3']),
      { unrankable: false },
      /Every response/,
    ],
    ['"all bad" where it is no answer', { verdict: 'all_bad' }, { allBad: false }, /no “all bad”/],
    ['of a response that is not there', ranked([['r1'], ['r9']]), {}, /no response "r9"/],
    ['with a stranger left out', ranked([['r1'], ['r2'], ['r3']], ['r9']), {}, /no response "r9"/],
    ['that names a response twice', ranked([['r1'], ['r2'], ['r1']]), {}, /two ranks/],
    ['that ranks what it leaves out', ranked([['r1'], ['r2'], ['r3']], ['r1']), {}, /two ranks/],
    ['with an empty rank', ranked([['r1'], [], ['r2'], ['r3']]), {}, /empty/],
    [
      'of all where two are asked for',
      ranked([['r1'], ['r2'], ['r3']]),
      { mode: 'best_worst' },
      /best and the worst/,
    ],
    ['of two where all are asked for', ends('r1', 'r2'), {}, /all responses/],
    ['of one that is best and worst', ends('r1', 'r1'), { mode: 'best_worst' }, /cannot be/],
    ['with a stranger as the worst', ends('r1', 'r9'), { mode: 'best_worst' }, /no response "r9"/],
  ])('%s is refused, also as a draft', (_name, answer, change, message) => {
    expect(explain(answer, change)).toMatch(message);
    expect(explain(answer, change, 'draft')).toMatch(message);
  });

  test.each<[string, RankingAnswer, Partial<RankingScale>, RegExp]>([
    ['one rank missing', ranked([['r1'], ['r2']]), {}, /1 of 3 responses has/],
    ['two ranks missing', ranked([['r1']]), {}, /2 of 3 responses have/],
    ['the worst missing', ends('r1', null), { mode: 'best_worst' }, /worst response is still/],
    ['the best missing', ends(null, 'r1'), { mode: 'best_worst' }, /best response is still/],
  ])('with %s is a draft and no submission', (_name, answer, change, message) => {
    expect(explain(answer, change)).toMatch(message);
    expect(explain(answer, change, 'draft')).toBeNull();
    expect(isRankingComplete(answer, responseIds)).toBe(false);
  });

  test.each([
    ranked([['r1'], ['r2'], ['r3']]),
    ranked([['r1', 'r2']], ['r3']),
    ends('r1', 'r2'),
    { verdict: 'all_bad' } as const,
  ])('is complete: %o', (answer) => {
    expect(isRankingComplete(answer, responseIds)).toBe(true);
  });
});
