import type { Answers } from '#domain/judging/answers.ts';
import type { Criterion } from '#domain/rubrics/rubric.ts';
import { type Figure, missing, shareOf } from './figure.ts';
import { listPairChoices } from './pair-choices.ts';

/** What one person said of an item at first and when it came again, with the responses in another order. */
export interface SeenTwice {
  readonly annotatorId: string;
  readonly responseIds: readonly string[];
  readonly first: SeenOnce;
  readonly second: SeenOnce;
}

interface SeenOnce {
  readonly rubricVersion: number;
  /** Places in the item's own order, in the order in which they were shown. */
  readonly shownOrder: readonly number[];
  readonly answers: Answers;
}

/** Shares of an item's pairs of responses; they add up to 1. */
export interface SecondLook {
  /** The same verdict, ties included. */
  readonly kept: number;
  /** The other one of two responses: both times the one that was shown earlier, or the one shown later. */
  readonly toFirst: number;
  readonly toLast: number;
  /** A tie one time and a preference the other time. */
  readonly tied: number;
}

/** Null where nothing was answered both times. */
export function compareTwice(
  criterion: Criterion,
  { responseIds, first, second }: SeenTwice,
): SecondLook | null {
  const before = new Map(
    listPairChoices(criterion, { ...first, responseIds }).map((choice) => [pairOf(choice), choice]),
  );
  const counts = { kept: 0, toFirst: 0, toLast: 0, tied: 0 };
  let pairs = 0;
  for (const now of listPairChoices(criterion, { ...second, responseIds })) {
    const then = before.get(pairOf(now));
    if (then === undefined) continue;
    pairs += 1;
    // The sign of the response that was shown earlier at first.
    const again = then.first === now.first ? now.sign : -now.sign;
    if (again === then.sign) counts.kept += 1;
    else if (then.sign === 0 || now.sign === 0) counts.tied += 1;
    else counts[now.sign > 0 ? 'toFirst' : 'toLast'] += 1;
  }
  if (pairs === 0) return null;
  const { kept, toFirst, toLast, tied } = counts;
  return { kept: kept / pairs, toFirst: toFirst / pairs, toLast: toLast / pairs, tied: tied / pairs };
}

const pairOf = ({ first, second }: { first: number; second: number }) =>
  `${Math.min(first, second)}-${Math.max(first, second)}`;

/** How steady somebody is: what became of their verdicts when the same items came again in reverse order. */
export interface Retest {
  readonly kept: Figure;
  readonly tied: Figure;
  /** Chose the other response, and with it the same place. */
  readonly flipped: Figure;
  /**
   * Of the flipped ones, those that went to the response shown first both times. Carelessness flips either way alike: what is
   * surely not a half is the pull of a place.
   */
  readonly toFirst: Figure;
}

/** Fewer flips than this say nothing about which way they go. */
export const leastFlips = 5;

/** One task counts once, however many pairs of responses it holds. */
export function retestOf(looks: readonly SecondLook[]): Retest {
  if (looks.length === 0) {
    const none = missing('no_second_looks');
    return { kept: none, tied: none, flipped: none, toFirst: none };
  }
  const sum = (pick: (look: SecondLook) => number) => looks.reduce((total, look) => total + pick(look), 0);
  const [toFirst, toLast] = [sum((look) => look.toFirst), sum((look) => look.toLast)];
  const flips = Math.round(toFirst + toLast);
  return {
    kept: shareOf(
      sum(({ kept }) => kept),
      looks.length,
    ),
    tied: shareOf(
      sum(({ tied }) => tied),
      looks.length,
    ),
    flipped: shareOf(toFirst + toLast, looks.length),
    toFirst:
      flips < leastFlips
        ? missing('too_few', flips, leastFlips)
        : shareOf((flips * toFirst) / (toFirst + toLast), flips),
  };
}
