import { listChoices } from '#domain/dialogue/choose-reply.ts';
import { countForksBelow } from '#domain/dialogue/list-forks.ts';
import type { BlindTurn } from '#domain/dialogue/shown-dialogue.ts';
import { type Fork, walkDialogue } from '#domain/dialogue/walk.ts';
import type { ContinuationAnswer, ContinuationChoice } from '#domain/judging/answers.ts';

/** Where a person stands on the way through a dialogue. */
export interface WayView {
  /** The places passed and the one that waits, in order. */
  readonly forks: readonly Fork[];
  /** Which of them is on screen; as many as there are forks at the end of the way. */
  readonly index: number;
  /** The place on screen; undefined at the end of the way. */
  readonly fork: Fork | undefined;
  /** Undefined where nothing is chosen yet. */
  readonly choice: ContinuationChoice | undefined;
  readonly isComplete: boolean;
  /** The turns before the place on screen; at the end of the way all of them. */
  readonly before: readonly BlindTurn[];
  /** How many places the longest way from here has, those passed included. */
  readonly most: number;
}

/** What is on screen, of an answer and the place that was gone to; without one the place that waits, or the end. */
export function viewWay(
  turns: readonly BlindTurn[],
  answer: ContinuationAnswer | undefined,
  seen: number | null,
): WayView {
  const walk = walkDialogue(turns, answer?.path ?? []);
  const { forks, open } = walk;
  const last = open === null ? forks.length : forks.length - 1;
  const index = Math.min(seen ?? last, last);
  const fork = forks[index];
  const passed = index === -1 ? 0 : index;
  return {
    forks,
    index,
    fork,
    choice: fork && walk.choices.find(({ at }) => at === fork.at),
    isComplete: open === null,
    before: fork === undefined ? walk.turns : turnsBefore(walk.turns, fork.at, turns),
    most: fork === undefined ? forks.length : passed + countForksBelow(turns, fork.at),
  };
}

function turnsBefore(
  walked: readonly BlindTurn[],
  at: string | null,
  turns: readonly BlindTurn[],
): readonly BlindTurn[] {
  if (at === null) return [];
  const end = walked.findIndex(({ id }) => id === at);
  return end === -1 ? turns.filter(({ id }) => id === at) : walked.slice(0, end + 1);
}

/** The choice that was made at a place, also where the way has left it since. */
export function choiceAt(
  answer: ContinuationAnswer | undefined,
  at: string | null,
): ContinuationChoice | undefined {
  return listChoices(answer).find((choice) => choice.at === at);
}
