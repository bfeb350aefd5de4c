import type { PeopleVotes, TaskColumns } from '#domain/people-quality/people-votes.ts';
import { splitByPerson } from '#domain/people-quality/split-by-person.ts';
import type { WatchedPoint } from './watched-person.ts';

/** The newest judgments of one person as rules look at them, oldest first. */
export interface WatchedSeries {
  readonly annotatorId: string;
  readonly agreement: readonly WatchedPoint[];
  readonly quick: readonly WatchedPoint[];
}

/** More of them say nothing about how somebody works now. */
export const mostWatched = 2_000;
/** Work in less than this share of the time that others typically need for texts of that length is quick. */
export const quickShare = 0.4;
const leastTimesOfLength = 10;

/**
 * Judgment by judgment, whether others said the same and whether it was quick. Agreement only of what can no longer be
 * amended: people are shown what a rule saw, and must not learn what others say of a task that they can still change.
 */
export function watchSeries(votes: PeopleVotes): WatchedSeries[] {
  const isQuick = quickTasks(votes.tasks);
  return splitByPerson(votes).map(({ annotator, tasks }) => ({
    annotatorId: votes.annotatorIds[annotator] ?? '',
    agreement: tasks
      .flatMap(({ atMs, agreement, isSettled }) =>
        isSettled && agreement !== null ? [{ atMs, share: agreement }] : [],
      )
      .slice(-mostWatched),
    quick: (isQuick[annotator] ?? []).toSorted((a, b) => a.atMs - b.atMs).slice(-mostWatched),
  }));
}

interface Timed {
  readonly annotator: number;
  readonly atMs: number;
  readonly ms: number;
}

/** By annotator; tasks of a length that too few others met are left out. */
function quickTasks({ annotators, atMs, activeMs, characters }: TaskColumns): WatchedPoint[][] {
  const byBin = new Map<number, Timed[]>();
  annotators.forEach((annotator, task) => {
    // Texts of about the same length, two bins a doubling.
    const bin = Math.floor(2 * Math.log2(characters[task] ?? 0));
    const ms = activeMs[task] ?? 0;
    if (!(ms > 0) || !Number.isFinite(bin)) return;
    const timed = byBin.get(bin) ?? [];
    byBin.set(bin, timed);
    timed.push({ annotator, atMs: atMs[task] ?? 0, ms });
  });
  const found: WatchedPoint[][] = [];
  for (const timed of byBin.values()) {
    const sorted = timed.toSorted((a, b) => a.ms - b.ms);
    for (const [annotator, own] of Map.groupBy(timed, (one) => one.annotator)) {
      const usual = medianOfOthers(sorted, { annotator, own: own.length });
      if (usual === null) continue;
      const points = found[annotator] ?? [];
      found[annotator] = points;
      for (const { atMs: at, ms } of own) points.push({ atMs: at, share: ms < quickShare * usual ? 1 : 0 });
    }
  }
  return found;
}

/** The lower median of everybody else's times; null where there are too few. */
function medianOfOthers(
  sorted: readonly Timed[],
  { annotator, own }: { annotator: number; own: number },
): number | null {
  const others = sorted.length - own;
  if (others < leastTimesOfLength) return null;
  let left = Math.floor((others - 1) / 2);
  for (const timed of sorted) {
    if (timed.annotator === annotator) continue;
    if (left === 0) return timed.ms;
    left -= 1;
  }
  return null;
}
