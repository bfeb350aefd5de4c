import { quantile } from '#stats/intervals/quantile.ts';
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

/**
 * A break is advised where agreement is surely lower than at the beginning of a session: where the whole interval of a
 * later stretch lies below the interval of the first ones. Hurrying counts only well beyond getting used to the task.
 */
export function adviseBreak(stretches: readonly Stretch[]): BreakAdvice | null {
  // The first ten tasks are slower and no worse, so agreement may begin there but hurrying does not.
  const start = stretches.find(({ agreement }) => agreement.n >= leastOfStretch);
  for (const { from, agreement } of stretches) {
    if (start === undefined || from <= start.from || agreement.n < leastOfStretch) continue;
    if ((agreement.high ?? 1) < (start.agreement.low ?? 0))
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
