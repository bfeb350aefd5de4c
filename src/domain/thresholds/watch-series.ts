import { lookNames, type PeopleVotes, type TaskColumns } from '#domain/people-quality/people-votes.ts';
import { splitByPerson } from '#domain/people-quality/split-by-person.ts';
import type { WatchedPoint } from './watched-person.ts';

/** The newest judgments of one person as rules look at them, oldest first. */
export interface WatchedSeries {
  readonly annotatorId: string;
  readonly agreement: readonly WatchedPoint[];
  readonly quick: readonly WatchedPoint[];
  /** Choice by choice between two responses: 1 where the one shown earlier was taken. */
  readonly first: readonly WatchedPoint[];
  /** 1 where the longer one was taken; what is of one length is left out. */
  readonly longer: readonly WatchedPoint[];
}

/** More of them say nothing about how somebody works now. */
export const mostWatched = 2_000;
/** Work in less than this share of the time that others typically need for texts of that length is quick. */
export const quickShare = 0.4;
const leastTimesOfLength = 10;

/**
 * Judgment by judgment, whether others said the same, whether it was quick, and what was taken of two. Agreement only of what can no longer be
 * amended: people are shown what a rule saw, and must not learn what others say of a task that they can still change.
 */
export function watchSeries(votes: PeopleVotes): WatchedSeries[] {
  const isQuick = quickTasks(votes.tasks);
  const { first, longer } = takenOfTwo(votes);
  const newest = (points: readonly WatchedPoint[] = []) =>
    points.toSorted((a, b) => a.atMs - b.atMs).slice(-mostWatched);
  return splitByPerson(votes).map(({ annotator, tasks }) => ({
    annotatorId: votes.annotatorIds[annotator] ?? '',
    agreement: tasks
      .flatMap(({ atMs, agreement, isSettled }) =>
        isSettled && agreement !== null ? [{ atMs, share: agreement }] : [],
      )
      .slice(-mostWatched),
    quick: newest(isQuick[annotator]),
    first: newest(first[annotator]),
    longer: newest(longer[annotator]),
  }));
}

/** By annotator; where neither of the two was preferred, nothing is said. */
function takenOfTwo({ tasks, choices }: PeopleVotes): Record<'first' | 'longer', WatchedPoint[][]> {
  const taken = { first: [] as WatchedPoint[][], longer: [] as WatchedPoint[][] };
  const longerAt = lookNames.indexOf('longer');
  choices.signs.forEach((sign, choice) => {
    if (sign === 0) return;
    const task = choices.tasks[choice] ?? 0;
    const [annotator, atMs] = [tasks.annotators[task] ?? 0, tasks.atMs[task] ?? 0];
    const add = (points: WatchedPoint[][], share: number) => {
      const own = points[annotator] ?? [];
      points[annotator] = own;
      own.push({ atMs, share });
    };
    add(taken.first, sign > 0 ? 1 : 0);
    const longer = choices.looks[choice * lookNames.length + longerAt] ?? 0;
    if (longer !== 0) add(taken.longer, sign > 0 === longer > 0 ? 1 : 0);
  });
  return taken;
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
