import type { PreferenceAnswer } from '#domain/judging/answers.ts';
import type { ExportJudgment } from './export-item.ts';
import type { OverallScale, VersionScales } from './export-plan.ts';
import { marginShareOf } from './margin-share.ts';
import type { PairTally, PairVerdict } from './pair-verdict.ts';
import { closePairTally, emptyPairTally } from './pair-verdict.ts';

/** Puts together what several annotators answered to the overall preference of one item. */
export function aggregatePreference({
  judgments,
  firstId,
  scales,
}: {
  readonly judgments: readonly ExportJudgment[];
  /** The item's first response; any other preferred one counts as the second. */
  readonly firstId: string;
  readonly scales: ReadonlyMap<number, VersionScales>;
}): PairVerdict {
  const tally = emptyPairTally();
  for (const { rubricVersion, answers } of judgments) {
    const overall = scales.get(rubricVersion)?.overall;
    if (overall === null || overall === undefined || !Object.hasOwn(answers.pair, overall.key)) continue;
    const answer = answers.pair[overall.key];
    if (answer !== undefined) addVote(tally, { answer, overall, firstId });
  }
  return closePairTally(tally);
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
