import { ownValue, type PreferenceAnswer, type RankingAnswer } from '#domain/judging/answers.ts';
import { listPairSigns } from '#domain/judging/pair-signs.ts';
import type { OverallScale, VersionScales } from './export-plan.ts';
import type { Answered } from './final-answer.ts';
import { marginShareOf } from './margin-share.ts';
import type { PairTally, PairVerdict } from './pair-verdict.ts';
import { closePairTally, emptyPairTally } from './pair-verdict.ts';

/** Puts together what several annotators answered to the overall preference of one item. */
export function aggregatePreference({
  judgments,
  firstId,
  secondId,
  scales,
}: {
  readonly judgments: readonly Answered[];
  readonly firstId: string;
  readonly secondId: string;
  readonly scales: ReadonlyMap<number, VersionScales>;
}): PairVerdict {
  const tally = emptyPairTally();
  for (const { rubricVersion, answers } of judgments) {
    const overall = scales.get(rubricVersion)?.overall;
    if (overall === null || overall === undefined) continue;
    const answer = overall.isRanking
      ? readRanked(ownValue(answers.ranking, overall.key), [firstId, secondId])
      : ownValue(answers.pair, overall.key);
    if (answer !== undefined) addVote(tally, { answer, overall, firstId });
  }
  return closePairTally(tally);
}

/** What a ranking says about two of its responses; undefined where it says nothing about them. */
function readRanked(
  ranking: RankingAnswer | undefined,
  pair: readonly [string, string],
): PreferenceAnswer | undefined {
  if (ranking === undefined) return undefined;
  if (ranking.verdict === 'all_bad') return { verdict: 'both_bad' };
  const named =
    ranking.verdict === 'ranked' ? ranking.groups.flat() : [...pair, ranking.best ?? '', ranking.worst ?? ''];
  const sign = listPairSigns(ranking, [...new Set(named)]).find(
    ([name]) => name === `${pair[0]}-${pair[1]}` || name === `${pair[1]}-${pair[0]}`,
  );
  if (sign === undefined) return undefined;
  if (sign[1] === 0) return { verdict: 'tie' };
  const [first = '', second = ''] = sign[0].split('-');
  return { verdict: 'prefers', responseId: sign[1] < 0 ? first : second, strength: 1 };
}

function addVote(
  tally: PairTally,
  { answer, overall, firstId }: { answer: PreferenceAnswer; overall: OverallScale; firstId: string },
): void {
  if (answer.verdict === 'tie') {
    tally.votesTie += 1;
  } else if (answer.verdict === 'both_bad') {
    tally.votesBothBad += 1;
  } else {
    const isFirst = answer.responseId === firstId;
    const sign = isFirst ? -1 : 1;
    if (isFirst) tally.votesFirst += 1;
    else tally.votesSecond += 1;
    tally.strengthSum += (sign * answer.strength) / overall.steps;
    tally.marginSum += sign * marginShareOf(answer.strength, overall);
  }
}
