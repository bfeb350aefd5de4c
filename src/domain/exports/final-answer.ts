import type { Answers } from '#domain/judging/answers.ts';
import type { AdjudicationCause } from '#domain/review/adjudication.ts';
import type { ExportItem } from './export-item.ts';
import type { ExportPlan } from './export-plan.ts';
import type { PairVerdict } from './pair-verdict.ts';

/** What somebody who settled an item said of it. */
export interface FinalAnswer {
  /** Null where the item is bad, so that no answer is right. */
  readonly answers: Answers | null;
  readonly rubricVersion: number;
  readonly cause: AdjudicationCause;
}

/** What answers are read from: a judgment, or the final answer in the place of all. */
export interface Answered {
  readonly answers: Answers;
  readonly rubricVersion: number;
}

/** The item's final answer as the only one that counts; none where there is none, or it was not asked for. */
export function finalOf({ final }: ExportItem, { options }: ExportPlan): readonly Answered[] {
  if (!options.finalAnswers || !final || final.answers === null) return [];
  return [{ answers: final.answers, rubricVersion: final.rubricVersion }];
}

/** Whether the item was settled as one to which no answer is right. */
export function isSettledBad({ final }: ExportItem, { options }: ExportPlan): boolean {
  return options.finalAnswers && final?.answers === null;
}

/** The final answer's outcome with the votes beside it; the votes alone where it says nothing about the pair. */
export function settleVerdict(votes: PairVerdict, final: PairVerdict): PairVerdict {
  if (final.annotators === 0) return votes;
  const { outcome, margin } = final;
  const { votesFirst, votesSecond, votesTie, votesBothBad, annotators } = votes;
  const same = { first: votesFirst, second: votesSecond, tie: votesTie, both_bad: votesBothBad }[outcome];
  return { ...votes, outcome, margin, agreement: annotators === 0 ? 0 : same / annotators, isFinal: true };
}
