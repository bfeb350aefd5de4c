import { quantile } from '#stats/intervals/quantile.ts';
import { type PlacedShare, trendOfShares } from '#stats/intervals/trend-of-shares.ts';
import { type Figure, leastOfPerson, missing, shareOf } from './figure.ts';
import type { PersonTask } from './split-by-person.ts';

/** A stretch of all sessions of a person, such as their 11th to 25th judgments. */
export interface Stretch {
  /** Judgments of the session before it. */
  readonly from: number;
  /** Null for the last one, which has no end. */
  readonly to: number | null;
  readonly n: number;
  readonly medianMs: number | null;
  readonly agreement: Figure;
}

const bounds = [0, 10, 25, 50, 100];
/** The last stretch counts as so many times as far out at its end as at its beginning. */
const openEnd = 1.5;

/** How somebody works at the beginning of a session and later on. */
export function stretchesOf(tasks: readonly PersonTask[]): Stretch[] {
  return bounds.flatMap((from, place) => {
    const to = bounds[place + 1] ?? null;
    const inside = tasks.filter(({ position }) => position >= from && (to === null || position < to));
    if (inside.length === 0) return [];
    const compared = inside.flatMap(({ agreement }) => agreement ?? []);
    return [
      {
        ...{ from, to, n: inside.length },
        medianMs: quantile(
          inside.map(({ activeMs }) => activeMs),
          0.5,
        ),
        agreement:
          compared.length < leastOfPerson
            ? missing('too_few', compared.length, leastOfPerson)
            : shareOf(
                compared.reduce((sum, share) => sum + share, 0),
                compared.length,
              ),
      },
    ];
  });
}

/** After how many judgments of a session a person would do well to pause, and what speaks for it. */
export interface BreakAdvice {
  readonly kind: 'agreement_falls' | 'hurries';
  readonly after: number;
  /** At the beginning of a session, and from there on: shares, or milliseconds. */
  readonly before: number;
  readonly since: number;
}

/** A task that takes so much less time than at the beginning of a session is hurried. */
const hurried = 0.6;
const leastOfStretch = 30;

/** A falling trend counts from so many standard errors on: one steady person in a hundred has one. */
const surelyFalling = 2.33;
/** And a stretch only where it is so much lower than the beginning. */
const leastFall = 0.08;

/**
 * A break is advised where agreement falls in the course of sessions: after the first stretch that is noticeably lower than
 * the beginning, if the trend over all stretches is sure. Hurrying counts only well beyond getting used to the task.
 */
export function adviseBreak(stretches: readonly Stretch[]): BreakAdvice | null {
  // The first ten tasks are slower and no worse, so agreement may begin there but hurrying does not.
  const start = stretches.find(({ agreement }) => agreement.n >= leastOfStretch);
  const isFalling = trendOfShares(stretches.flatMap(placeOf)) <= -surelyFalling;
  for (const { from, agreement } of isFalling ? stretches : []) {
    if (start === undefined || from <= start.from || agreement.n < leastOfStretch) continue;
    if ((start.agreement.value ?? 0) - (agreement.value ?? 1) >= leastFall)
      return {
        ...{ kind: 'agreement_falls', after: from },
        ...{ before: start.agreement.value ?? 0, since: agreement.value ?? 0 },
      };
  }
  const usual = stretches.find(({ from, n }) => from >= 10 && n >= leastOfStretch);
  for (const { from, n, medianMs } of stretches) {
    if (!usual?.medianMs || medianMs === null || from <= usual.from || n < leastOfStretch) continue;
    if (medianMs < hurried * usual.medianMs)
      return { kind: 'hurries', after: from, before: usual.medianMs, since: medianMs };
  }
  return null;
}

function placeOf({ from, to, agreement: { n, value } }: Stretch): PlacedShare[] {
  return value === null ? [] : [{ n, share: value, at: (from + (to ?? openEnd * from)) / 2 }];
}
