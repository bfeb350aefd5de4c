import type { DeviceRow, PeopleVotes } from '#domain/people-quality/people-votes.ts';
import { asBaseRate, chanceOf, describeOthers } from './base-rate.ts';
import { leastOthers, type Tried } from './evidence.ts';

/** Fewer stretches of work of either person say nothing. */
export const leastStretches = 5;
/** Somebody may take over a browser that another is still signed in to; so often that is nobody's business. */
const leastOverlaps = 3;
/** Even where nobody else ever did it. */
const leastExpected = 0.05;

interface Pair {
  readonly one: number;
  readonly other: number;
  /** Stretches of the person with fewer of them during which the other one used the same browser. */
  readonly count: number;
  readonly of: number;
  readonly browsers: number;
}

/**
 * Pairs of people who judge from the same browser at the same time, switching between their accounts. People who share a
 * workplace take turns: their stretches follow each other and do not overlap.
 */
export function findSharedDevices({
  devices,
  annotatorIds,
}: Pick<PeopleVotes, 'devices' | 'annotatorIds'>): Tried[] {
  const byPerson = annotatorIds.map((_, annotator) =>
    joinStretches(devices.filter((use) => use.annotator === annotator)),
  );
  const people = byPerson.flatMap((own, annotator) => (own.length < leastStretches ? [] : [annotator]));
  const pairs = people.flatMap((one, place) =>
    people
      .slice(place + 1)
      .map((other): Pair => ({ one, other, ...overlaps(byPerson[one], byPerson[other]) })),
  );
  if (pairs.length <= leastOthers) return [];
  const shares = pairs.map(({ count, of }) => count / of);
  const everybody = pairs.length > 200 ? describeOthers(shares) : null;
  return pairs.map(({ one, other, count, of, browsers }, place) => {
    const others = everybody ?? describeOthers(shares.filter((_, at) => at !== place));
    const expected = Math.max(leastExpected, others.highQuarter);
    const seen = {
      ...{ kind: 'shared_device' as const, count, of, value: browsers, expected },
      ...{ base: asBaseRate(others), test: 'binomial' as const, items: [] },
    };
    return {
      pValue: count === 0 ? 1 : chanceOf('greater', { count, of, share: expected }),
      isLarge: count >= leastOverlaps,
      describe: () => [
        { ...seen, annotator: one, other },
        { ...seen, annotator: other, other: one },
      ],
    };
  });
}

type Stretch = Pick<DeviceRow, 'device' | 'fromMs' | 'untilMs'>;

/** Stretches on one browser that overlap are one. */
function joinStretches(uses: readonly DeviceRow[]): Stretch[] {
  const joined: { device: number; fromMs: number; untilMs: number }[] = [];
  for (const { device, fromMs, untilMs } of uses.toSorted(
    (a, b) => a.device - b.device || a.fromMs - b.fromMs,
  )) {
    const last = joined.at(-1);
    if (last?.device === device && fromMs <= last.untilMs) last.untilMs = Math.max(last.untilMs, untilMs);
    else joined.push({ device, fromMs, untilMs });
  }
  return joined;
}

function overlaps(one: readonly Stretch[] = [], other: readonly Stretch[] = []) {
  const [few, many] = one.length <= other.length ? [one, other] : [other, one];
  const met = few.filter((own) =>
    many.some(
      ({ device, fromMs, untilMs }) => device === own.device && fromMs < own.untilMs && own.fromMs < untilMs,
    ),
  );
  return { count: met.length, of: few.length, browsers: new Set(met.map(({ device }) => device)).size };
}
